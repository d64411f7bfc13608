import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { usePickedKey } from '../../components/records/RecordList.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { useIsReadOnly } from '../../state/hooks.tsx';
import { systemsDialog } from '../../state/systems-dialog.ts';
import { compareSystemsText } from '../../text/systems.ts';
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
    <ScreenFrame id="hardware" tools={<CompareSystems />}>
      {plan.ok && serving !== undefined
        ? <ServingBench key={key} plan={plan.value} serving={serving} />
        : <Workbench {...hardwareInputs}
          picture={<p className="serving-refused">{hardwareText.noRacks}</p>} />}
    </ScreenFrame>
  );
}

/** One command from a plan on one system to scenarios on several. */
const CompareSystems = () => (
  <Button size="xs" variant="default" disabled={useIsReadOnly()} onClick={systemsDialog.open}
    leftSection={<IconColumns3 size={14} stroke={1.75} aria-hidden />}>
    {compareSystemsText.open}
  </Button>
);
