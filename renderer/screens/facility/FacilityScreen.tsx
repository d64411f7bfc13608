import { ChartSlot } from '../../components/ChartSlot.tsx';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { partText } from '../../text/parts.ts';

/** Where the factory stands, and how power, cooling and fabric reach the racks. */
export function FacilityScreen() {
  return (
    <ScreenFrame id="facility" parts={[
      { id: 'site', label: partText.site, content: <><ChartSlot id="facility.climate" /><RecordForm kind="site" /></> },
      { id: 'power', label: partText.power, content: <><ChartSlot id="facility.power" /><RecordForm kind="power" /></> },
      { id: 'cooling', label: partText.cooling, content: <RecordForm kind="cooling" /> },
      { id: 'network', label: partText.network, content: <RecordForm kind="network" /> },
    ]} />
  );
}
