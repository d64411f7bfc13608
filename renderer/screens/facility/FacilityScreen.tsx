import type { ReactNode } from 'react';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';
import type { ChartId } from '../../../shared/report/types.ts';

/** Where the factory stands, and how power, cooling and halls surround the racks. */
export function FacilityScreen() {
  return (
    <ScreenFrame id="facility" parts={[
      { id: 'site', label: partText.site, content: beside(site, 'climate', 'energy') },
      { id: 'power', label: partText.power, content: beside(<RecordForm kind="power" />, 'power', 'energy') },
      { id: 'cooling', label: partText.cooling, content: beside(<RecordForm kind="cooling" />, 'climate', 'energy') },
      { id: 'halls', label: partText.halls, content: beside(halls, 'power') },
      { id: 'resilience', label: partText.resilience, content: beside(<RecordForm kind="resilience" />, 'utilisation') },
    ]} />
  );
}

const site = <><RecordForm kind="site" /><RecordForm kind="climate" /></>;
const halls = <><RecordForm kind="hall" /><RecordEditor kind="placement" /></>;

const beside = (form: ReactNode, ...charts: readonly ChartId[]): ReactNode => <Split charts={charts}>{form}</Split>;
