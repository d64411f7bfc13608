import { ChartSlot } from '../../components/ChartSlot.tsx';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { partText } from '../../text/parts.ts';

/** What is asked of the factory: traffic classes with their models, lengths, service levels and prices; demand. */
export function WorkloadScreen() {
  return (
    <ScreenFrame id="workload" parts={[
      { id: 'traffic', label: partText.traffic, content: <RecordEditor kind="traffic" /> },
      { id: 'demand', label: partText.demand, content: <><ChartSlot id="workload.demand" /><RecordForm kind="demand" /></> },
    ]} />
  );
}
