import { dcAmps, threePhaseAmps } from '../facility/power/current.ts';
import { sizeSpares } from '../facility/availability/spares.ts';
import { byField, byFigure, type Absent } from '../units/figure.ts';
import type { Ledger } from '../units/ledger.ts';
import { devicesIn, loadOfDevices, networkRacks, type RackPlace } from './devices.ts';
import { put } from './figures-physical.ts';
import type { StageResults } from './stages.ts';

const hoursPerYear = 8760;
const noRacks: Absent = { code: 'no-racks', detail: 'no rack is in service' };
const hall = (names: readonly string[]) => names.map((name) => byField(`hall.${name}`));

/** Halls, racks beside the compute racks, UPS blocks and generators. */
export function putSite(ledger: Ledger, results: StageResults): void {
  const { halls, facility } = results;
  const { placement, support } = halls;
  const plan = hall(['lengthM', 'widthM', 'pitchM', 'depthM', 'coldAisleM', 'hotAisleM', 'marginM']);
  const used = placement?.placed.length ?? 0;
  const tooSmall: Absent = { code: 'no-racks', detail: 'not one rack with its aisles fits the hall' };
  const orNull = (value: number): number | null => (placement === null ? null : value);
  put(ledger, 'facility.halls', orNull(halls.halls.length), 'count', 'facility.halls', [byFigure('headline.racks'), byField('hall.halls'), ...plan], tooSmall);
  put(ledger, 'facility.positions', orNull(halls.positions), 'count', 'facility.positions', [byFigure('facility.halls'), ...plan], tooSmall);
  put(ledger, 'facility.positionsUsed', orNull(used), 'count', 'facility.positionsUsed', [byFigure('headline.racks'), byFigure('facility.cdus'), byFigure('facility.networkRacks'), byField('hall.storageRacks')], tooSmall);
  put(ledger, 'facility.areaM2', orNull(halls.areaM2), 'm2', 'facility.area', [byFigure('facility.halls'), ...hall(['lengthM', 'widthM'])], tooSmall);
  put(ledger, 'facility.floorKgPerM2', halls.floorKgPerM2, 'kg/m2', 'facility.floorLoad', hall(['pitchM', 'depthM']), { code: 'no-source-value', detail: 'weight of the systems' });
  ledger.put('facility.cdus', support.cdus, 'count', 'facility.cdus', [byFigure('headline.racks'), ...hall(['cduKw', 'cduSpares'])]);
  ledger.put('facility.networkRacks', support.network, 'count', 'facility.networkRacks', [byFigure('network.leaf'), byFigure('network.spine'), byFigure('network.core'), byField('hall.switchesPerRack')]);
  putDevices(ledger, results);
  putPower(ledger, results);
  putCurrents(ledger, results);
  const { result } = facility;
  const cue = result?.cueKgPerKwh ?? null;
  const absent: Absent = facility.puePeak === null ? { code: 'no-climate', detail: results.site.name } : noRacks;
  put(ledger, 'facility.cueGPerKwh', cue === null ? null : cue * 1000, 'gCO2/kWh', 'facility.cue', [byFigure('headline.pueAnnual'), byField('site.carbonGPerKwh')],
    result === null ? absent : { code: 'no-source-value', detail: `grid carbon of ${results.site.name}` });
  put(ledger, 'facility.coolingPpue', result?.coolingPpue ?? null, 'ratio', 'facility.coolingPpue', [byFigure('headline.pueAnnual')], absent);
  put(ledger, 'facility.waterM3PerYear', result === null ? null : result.mean.waterM3PerHour * hoursPerYear, 'm3', 'facility.water', [byFigure('headline.wueLPerKwh'), byFigure('headline.itMw')], absent);
  put(ledger, 'facility.chillerHours', result?.chillerHours ?? null, 'h', 'facility.chillerHours', [byFigure('headline.pueAnnual')], absent);
}

/** Ports of the devices in racks: what management and storage networks have to reach. */
function putDevices(ledger: Ledger, { inputs, groups, network }: StageResults): void {
  const ports = (place: RackPlace, racks: number): number => racks * loadOfDevices(devicesIn(inputs, place)).ports;
  const total = groups.reduce((sum, { record, racks }) => sum + ports({ where: 'group', group: record.key }, racks), 0)
    + ports({ where: 'network' }, networkRacks(inputs, network.design?.switches ?? 0)) + ports({ where: 'storage' }, inputs.hall.values.storageRacks);
  ledger.put('facility.devicePorts', total, 'count', 'facility.devicePorts', [
    byFigure('headline.racks'), byFigure('facility.networkRacks'), byField('hall.storageRacks'),
    ...inputs.rackDevice.map(({ key }) => byField(`rackDevice.${key}.count`)),
    ...inputs.deviceType.flatMap(({ key }) => ['networkPorts', 'managementPorts'].map((name) => byField(`deviceType.${key}.${name}`))),
  ]);
}

/** Line volts of the feeds a plan can choose. */
const feedVolts = { ac415: 415, ac480: 480, dc800: 800 } as const;

/** Current of a rack, and what rating the busiest busway needs with its partner lost. */
function putCurrents(ledger: Ledger, { inputs, halls, racks }: StageResults): void {
  const { rackFeed, powerFactor, feedDerating } = inputs.power.values;
  const volts = feedVolts[rackFeed];
  const amps = (kw: number): number => (rackFeed === 'dc800' ? dcAmps(kw, volts) : threePhaseAmps(kw, volts, powerFactor));
  const strongest = Math.max(0, ...racks.map((rack) => rack.size.rackKw ?? 0));
  const busiest = Math.max(0, ...(halls.placement?.feeds ?? []).map((feed) => feed.worstKw));
  const feed = ['rackFeed', 'powerFactor'].map((name) => byField(`power.${name}`));
  put(ledger, 'power.rackAmps', strongest > 0 ? amps(strongest) : null, 'A', 'power.amps', [...racks.map((r) => byFigure(`group.${r.group.record.key}.rackKw`)), ...feed], noRacks);
  put(ledger, 'power.buswayAmps', busiest > 0 ? amps(busiest) / feedDerating : null, 'A', 'power.busway', [byFigure('facility.positionsUsed'), ...feed, byField('power.feedDerating')], noRacks);
}

function putPower(ledger: Ledger, { power }: StageResults): void {
  const chain = ['redundancy', 'blocks', 'upsBlockKw', 'upsInstalledMw', 'distributionLoss'].map((name) => byField(`power.${name}`));
  const inputs = [byFigure('headline.itMw'), ...chain];
  put(ledger, 'power.upsBlocks', power?.layout.blocks.length ?? null, 'count', 'power.upsBlocks', inputs, noRacks);
  put(ledger, 'power.busiestKw', power?.check.normal.busiestKw ?? null, 'kW', 'power.busiest', inputs, noRacks);
  put(ledger, 'power.busiestWorstKw', power?.check.worst.busiestKw ?? null, 'kW', 'power.busiestWorst', inputs, noRacks);
  put(ledger, 'power.droppedWorstKw', power?.check.worst.droppedKw ?? null, 'kW', 'power.busiestWorst', inputs, noRacks);
  put(ledger, 'power.generators', power?.generators.installed ?? null, 'count', 'power.generators', [byFigure('headline.facilityMw'), byField('power.generatorKw'), byField('power.generatorSpares')], noRacks);
}

/** Availability of every group with its interval, and spare accelerators in stock. */
export function putResilience(ledger: Ledger, { groups, inputs }: StageResults): void {
  const { replacedPerYear, spareLeadDays, spareTarget } = inputs.resilience.values;
  for (const { record: { key }, delivery } of groups) {
    const from = [
      ...['availability', 'failuresPerAcceleratorYear', 'repairHours'].map((name) => byField(`demand.${name}`)),
      ...['facilityAvailability', 'plannedHours', 'countedFailures'].map((name) => byField(`resilience.${name}`)),
      byFigure(`group.${key}.accelerators`),
    ];
    ledger.put(`group.${key}.availability`, delivery.mean, 'fraction', 'facility.availability', from);
    ledger.put(`group.${key}.availabilityLow`, delivery.low, 'fraction', 'facility.availabilityInterval', from);
    ledger.put(`group.${key}.availabilityHigh`, delivery.high, 'fraction', 'facility.availabilityInterval', from);
  }
  const parts = groups.reduce((sum, group) => sum + group.accelerators, 0);
  const spares = sizeSpares({ parts, perYear: replacedPerYear, leadDays: spareLeadDays, target: spareTarget });
  ledger.put('facility.spareAccelerators', spares.count, 'count', 'facility.spares',
    [byFigure('headline.accelerators'), ...['replacedPerYear', 'spareLeadDays', 'spareTarget'].map((name) => byField(`resilience.${name}`))]);
}
