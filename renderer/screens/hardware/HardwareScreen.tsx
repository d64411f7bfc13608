import { useDeferredValue } from 'react';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordList, usePickedKey } from '../../components/records/RecordList.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { usePlan } from '../../state/use-plans.ts';
import './hardware.css';
import { ServingPanels } from './ServingPanels.tsx';

/** Which racks serve what, and the point on the frontier they serve at. */
export function HardwareScreen() {
  const key = usePickedKey('rackGroup');
  const plan = useDeferredValue(usePlan());
  const serving = plan.ok
    ? plan.value.stages.servings.find(({ record }) => record.key === key)
    : undefined;
  return (
    <ScreenFrame id="hardware">
      <div className="hardware">
        <div className="hardware-inputs">
          <RecordList kind="rackGroup" />
          {key !== null && <RecordForm kind="rackGroup" recordKey={key} />}
        </div>
        {plan.ok && serving !== undefined && (
          <ServingPanels key={key} plan={plan.value} serving={serving} />
        )}
      </div>
    </ScreenFrame>
  );
}
