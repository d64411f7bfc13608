import { ChartSlot } from '../../components/ChartSlot.tsx';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { partText } from '../../text/parts.ts';

/** What is invested, what running costs, and how it is paid for. */
export function EconomicsScreen() {
  return (
    <ScreenFrame id="economics" parts={[
      { id: 'capex', label: partText.capex, content: <><ChartSlot id="economics.capex" /><RecordForm kind="capex" /></> },
      { id: 'opex', label: partText.opex, content: <><ChartSlot id="economics.cost" /><RecordForm kind="opex" /></> },
      { id: 'finance', label: partText.finance, content: <RecordForm kind="finance" /> },
    ]} />
  );
}
