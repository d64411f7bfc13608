import { ChartSlot } from '../../components/ChartSlot.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { groupsAtHome } from '../../state/places.ts';
import { partText } from '../../text/parts.ts';
import { AvailabilityPanel } from './AvailabilityPanel.tsx';
import { ClimateImport } from './ClimateImport.tsx';
import { CoolingCharts, CoolingComparison, YearMap } from './CoolingPanel.tsx';
import { DeviceImport } from './DeviceImport.tsx';
import './facility.css';
import { HallsBench } from './HallPanel.tsx';
import { OwnSitePanel } from './OwnSitePanel.tsx';
import { ParameterSets } from './ParameterSets.tsx';
import { PlantOutages, PlantParts } from './PlantPanel.tsx';
import { Failures, OneLine } from './PowerPanel.tsx';
import { SupplyMix } from './SupplyMix.tsx';
import { TariffPanel } from './TariffPanel.tsx';

/** Where the factory stands, and how halls, power and cooling surround the racks. */
export function FacilityScreen() {
  return (
    <ScreenFrame
      id="facility"
      parts={[
        { id: 'site', label: partText.site, content: site },
        { id: 'halls', label: partText.halls, content: <HallsBench /> },
        { id: 'devices', label: partText.devices, content: devices },
        { id: 'supply', label: partText.supply, content: supply },
        { id: 'power', label: partText.power, content: power },
        { id: 'cooling', label: partText.cooling, content: cooling },
        { id: 'plant', label: partText.plant, content: plant },
        { id: 'resilience', label: partText.resilience, content: resilience },
      ]}
    />
  );
}

const site = (
  <Workbench scrolls
    picture={<ChartSlot id="climate" />}
    inputs={[{ kind: 'site', groups: groupsAtHome('site') }, { kind: 'climate' },
      { kind: 'tariff' }]}
    matters={['site.site', 'site.utilityMw', 'tariff.billing', 'climate.inUse']}>
    <OwnSitePanel />
    <ClimateImport />
    <TariffPanel />
    <ChartSlot id="energy" />
  </Workbench>
);

const supply = (
  <Workbench
    picture={<ChartSlot id="supply" />}
    list="feed"
    inputs={[{ kind: 'feed' }, { kind: 'curtailment' }, { kind: 'battery' }]}
    matters={['feed.mw', 'feed.month', 'feed.delayMonths', 'curtailment.hours',
      'curtailment.share', 'battery.mw', 'battery.mwh']}>
    <SupplyMix />
    <RecordEditor kind="generator" />
    <ChartSlot id="tokens-and-margin" />
  </Workbench>
);

const power = (
  <Workbench
    picture={<OneLine />}
    inputs={[{ kind: 'power' }]}
    matters={['power.redundancy', 'power.upsBlockKw', 'power.generatorKw', 'power.rackFeed',
      'power.powerCap']}>
    <Failures />
    <ChartSlot id="power" />
    <ChartSlot id="energy" />
  </Workbench>
);

const cooling = (
  <Workbench
    picture={<YearMap />}
    inputs={[{ kind: 'cooling' }]}
    matters={['cooling.rejection', 'cooling.economiser', 'cooling.terminal',
      'cooling.liquidSupplyC', 'cooling.airSupplyC']}>
    <ParameterSets />
    <CoolingCharts />
    <CoolingComparison />
    <ChartSlot id="climate" />
    <ChartSlot id="energy" />
  </Workbench>
);

const plant = (
  <Workbench
    picture={<PlantParts />}
    inputs={[{ kind: 'plant' }]}
    matters={['plant.pricing', 'plant.installShare', 'plant.coolingSpares',
      'plant.commonCause', 'plant.maintenanceH', 'plant.fuelHours']}>
    <PlantOutages />
  </Workbench>
);

const resilience = (
  <Workbench
    picture={<AvailabilityPanel />}
    inputs={[{ kind: 'resilience' }]}
    matters={['resilience.facilityAvailability', 'resilience.plannedHours',
      'resilience.spareTarget']} />
);

const devices = (
  <div className="facility">
    <DeviceImport />
    <RecordEditor kind="deviceType" />
    <RecordEditor kind="rackDevice" />
    <RecordEditor kind="rackType" />
  </div>
);
