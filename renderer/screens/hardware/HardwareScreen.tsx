import { useDeferredValue } from 'react';
import { usePickedKey } from '../../components/records/RecordList.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { usePlan } from '../../state/use-plans.ts';
import './hardware.css';
import { hardwareInputs, ServingBench } from './ServingBench.tsx';
import { hardwareText } from './text.ts';

/** Which racks serve what, and the point on the frontier they serve at. */
export function HardwareScreen() {
  const key = usePickedKey('rackGroup');
  const plan = useDeferredValue(usePlan());
  const serving = plan.ok
    ? plan.value.stages.servings.find(({ record }) => record.key === key)
    : undefined;
  return (
    <ScreenFrame id="hardware">
      {plan.ok && serving !== undefined
        ? <ServingBench key={key} plan={plan.value} serving={serving} />
        : <Workbench {...hardwareInputs}
          picture={<p className="serving-refused">{hardwareText.noRacks}</p>} />}
    </ScreenFrame>
  );
}
