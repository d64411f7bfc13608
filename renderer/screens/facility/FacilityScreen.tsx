import type { ReactNode } from 'react';
import type { ChartId } from '../../../shared/report/types.ts';
import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';
import { AvailabilityPanel } from './AvailabilityPanel.tsx';
import { ClimateImport } from './ClimateImport.tsx';
import { CoolingPanel } from './CoolingPanel.tsx';
import { DeviceImport } from './DeviceImport.tsx';
import './facility.css';
import { HallPanel } from './HallPanel.tsx';
import { PowerPanel } from './PowerPanel.tsx';
import { facilityText } from './text.ts';

/** Where the factory stands, and how halls, power and cooling surround the racks. */
export function FacilityScreen() {
  return (
    <ScreenFrame
      id="facility"
      parts={[
        { id: 'site', label: partText.site, content: beside(site, 'climate', 'energy') },
        { id: 'halls', label: partText.halls, content: halls },
        { id: 'devices', label: partText.devices, content: devices },
        { id: 'power', label: partText.power, content: power },
        { id: 'cooling', label: partText.cooling, content: cooling },
        {
          id: 'resilience',
          label: partText.resilience,
          content: resilience,
        },
      ]}
    />
  );
}

const beside = (form: ReactNode, ...charts: readonly ChartId[]): ReactNode => (
  <Split charts={charts}>{form}</Split>
);

const site = (
  <div className="facility">
    <RecordForm kind="site" />
    <ClimateImport />
    <RecordForm kind="climate" groups={['Imported climate']} />
    <details className="climate-lists">
      <summary>{facilityText.lists}</summary>
      <RecordForm kind="climate" groups={['Weather file']} />
    </details>
  </div>
);

const resilience = (
  <div className="facility">
    <AvailabilityPanel />
    <RecordForm kind="resilience" />
  </div>
);

const halls = (
  <div className="facility">
    <HallPanel />
    <RecordForm kind="hall" />
    <RecordEditor kind="placement" />
  </div>
);

const devices = (
  <div className="facility">
    <DeviceImport />
    <RecordEditor kind="deviceType" />
    <RecordEditor kind="rackDevice" />
    <RecordEditor kind="rackType" />
  </div>
);

const power = (
  <div className="facility">
    <PowerPanel />
    {beside(<RecordForm kind="power" />, 'power', 'energy')}
  </div>
);

const cooling = (
  <div className="facility">
    <CoolingPanel />
    {beside(<RecordForm kind="cooling" />, 'climate', 'energy')}
  </div>
);
