import { ChartSlot } from '../../components/ChartSlot.tsx';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { partText } from '../../text/parts.ts';

/** The months: when racks serve, what releases change, how far the plan looks. */
export function LifecycleScreen() {
  return (
    <ScreenFrame id="lifecycle" parts={[
      { id: 'phases', label: partText.phases, content: <><ChartSlot id="lifecycle.months" /><RecordEditor kind="rackGroup" groups={['Life']} /></> },
      { id: 'releases', label: partText.releases, content: <><ChartSlot id="lifecycle.months" /><RecordEditor kind="release" /></> },
      { id: 'horizon', label: partText.horizon, content: <RecordForm kind="demand" groups={['Horizon']} /> },
    ]} />
  );
}
