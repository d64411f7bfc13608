import type { Absent } from '../../units/figure.ts';
import { sizeSpares } from '../../facility/availability/spares.ts';
import { dcAmps, threePhaseAmps } from '../../facility/power/current.ts';
import type { Metric } from '../../economics/statement/result-types.ts';
import type { NetworkDesign } from '../../network/types.ts';
import { devicesIn, loadOfDevices, networkRacks, type RackPlace } from '../entries/devices.ts';
import { gridCarbon } from '../site/facility-response.ts';
import { constructionOf } from '../money/construction.ts';
import type { PlantDesign } from '../site/plant-design.ts';
import type { PowerDesign } from '../site/power-design.ts';
import type { StageResults } from '../stages.ts';
import {
  noClimate, noFacilityPower, noRackFits, noRacks, notPublished,
} from './absences.ts';
import { declare, orAbsent, type FigureRow, type FigureText } from './declare.ts';

const hoursPerYear = 8760;

/** Facility power in the design hour, MW; null where a part of it is not known. */
export function facilityMw({ facility }: Pick<StageResults, 'facility'>): number | null {
  const { puePeak, itKw, networkKw } = facility;
  return puePeak === null || itKw <= 0 || networkKw === null ? null : (itKw * puePeak) / 1000;
}

/** A figure of the whole IT power: absent where nobody knows what the network draws. */
const withNetwork = (stages: StageResults, found: Metric): Metric =>
  (stages.facility.networkKw !== null ? found
    : { value: null, absent: noFacilityPower(stages, noRackFits) });

/** Sizes, PUE and water. */
export const plantFigures = declare({
  'headline.accelerators': {
    label: 'Accelerators', unit: 'count',
    definition: 'Accelerators in service, most at once.',
    formula: 'facility.accelerators', value: (s) => s.accelerators,
  },
  'headline.racks': {
    label: 'Racks', unit: 'count', definition: 'Compute racks in service, most at once.',
    formula: 'facility.racks',
    value: ({ inputs, facility: { fit } }) =>
      inputs.rackGroup.reduce((sum, { key }) => sum + (fit.racks.get(key) ?? 0), 0),
  },
  'headline.itMw': {
    label: 'IT power', unit: 'MW', definition: 'Racks and network at full load.',
    formula: 'facility.itKw', of: ['headline.racks', 'network.powerKw'],
    value: (s) => withNetwork(s,
      orAbsent(s.facility.itKw > 0 ? s.facility.itKw / 1000 : null, noRackFits)),
  },
  'headline.puePeak': {
    label: 'PUE, peak', unit: 'ratio',
    definition: 'Facility power over IT power in the design hour.',
    formula: 'facility.puePeak',
    value: (s) => orAbsent(s.facility.puePeak, noClimate(s, noRackFits)),
  },
  'headline.pueAnnual': {
    label: 'PUE, annual', unit: 'ratio',
    definition: 'Facility energy over IT energy in a year.',
    formula: 'facility.pueAnnual',
    value: (s) =>
      withNetwork(s, orAbsent(s.facility.result?.pueAnnual, noClimate(s, noRackFits))),
  },
  'headline.wueLPerKwh': {
    label: 'WUE', unit: 'L/kWh', definition: 'Make-up water per kWh of IT energy.',
    formula: 'facility.wue',
    value: (s) =>
      withNetwork(s, orAbsent(s.facility.result?.wueLPerKwh, noClimate(s, noRackFits))),
  },
  'headline.facilityMw': {
    label: 'Facility power', unit: 'MW',
    definition: 'Drawn from the utility at full load in the design hour.',
    formula: 'facility.facilityKw', of: ['headline.itMw', 'headline.puePeak'],
    value: (s) => orAbsent(facilityMw(s), noFacilityPower(s, noRackFits)),
  },
});

const noFabric =
  { code: 'no-feasible-point', detail: 'no fabric connects these accelerators' } as const;

const fabricFigure = (
  text: FigureText, read: (design: NetworkDesign) => number,
): FigureRow => ({
  ...text, of: ['headline.accelerators'],
  value: ({ network: { design } }) => orAbsent(design === null ? null : read(design), noFabric),
});

/** A figure of the switch that may not be published. */
const switchFigure = (
  text: FigureText, what: string, read: (design: NetworkDesign) => number | null,
): FigureRow => ({
  ...text, of: ['headline.accelerators'],
  value: (s) => (s.network.design === null ? orAbsent(null, noFabric)
    : orAbsent(read(s.network.design), notPublished(s, what))),
});

/**
 * Counts, latency, cost and power of the scale-out network; absent where no fabric could
 * be designed.
 */
export const networkFigures = declare({
  'network.leaf': fabricFigure({
    label: 'Leaf switches', unit: 'count',
    definition: 'Switches the accelerators are plugged into.', formula: 'network.switches',
  },
    (d) => d.leaf),
  'network.spine': fabricFigure({ label: 'Spine switches', unit: 'count',
    definition: 'Switches that join the leaves.', formula: 'network.switches' },
    (d) => d.spine),
  'network.core': fabricFigure({ label: 'Core switches', unit: 'count',
    definition: 'Switches that join the spines.', formula: 'network.switches' },
    (d) => d.core),
  'network.cables': fabricFigure({ label: 'Cables', unit: 'count',
    definition: 'Cables of the scale-out network.', formula: 'network.switches' },
    (d) => d.cables),
  'network.opticsModules': fabricFigure({
    label: 'Optical modules', unit: 'count',
    definition: 'Transceivers at both ends of optical links.', formula: 'network.switches',
  },
    (d) => d.opticsModules),
  'network.switchHops': fabricFigure({ label: 'Switch hops', unit: 'count',
    definition: 'Switches on the longest way between two accelerators.',
    formula: 'network.switches' },
    (d) => d.switchHops),
  'network.bisectionShare': fabricFigure({ label: 'Bisection', unit: 'fraction',
    definition:
      'Bandwidth between the halves of the fabric over that of the accelerators of one half.',
    formula: 'network.bisection' },
    (d) => d.bisectionShare),
  'network.latencyNs': switchFigure({ label: 'Latency', unit: 'ns',
    definition: 'One way on the longest path, endpoints included.',
    formula: 'network.latency' },
    'latency', (d) => d.latencyNs),
  'network.costUsd': fabricFigure({ label: 'Network cost', unit: 'USD',
    definition: 'Switches, modules and cables with the share for storage and management.',
    formula: 'network.cost' },
    (d) => d.costUsd),
  'network.powerKw': switchFigure({ label: 'Network power', unit: 'kW',
    definition: 'Switches and optical modules at full load.', formula: 'network.power' },
    'power', (d) => d.powerKw),
});

const tooSmall =
  { code: 'no-racks', detail: 'not one rack with its aisles fits the hall' } as const;

const hallFigure = (
  text: FigureText, read: (halls: StageResults['halls']) => number,
  of: readonly string[] = [],
): FigureRow =>
  ({ ...text, of,
    value: ({ halls }) => orAbsent(halls.placement === null ? null : read(halls), tooSmall) });

/** Halls and what stands in them beside compute racks. */
export const hallFigures = declare({
  'facility.halls': hallFigure({ label: 'Halls', unit: 'count',
    definition: 'Halls that hold the racks.', formula: 'facility.halls' },
    ({ halls }) => halls.length, ['headline.racks']),
  'facility.positions': hallFigure({ label: 'Rack positions', unit: 'count',
    definition: 'Places for racks in all halls.', formula: 'facility.positions' },
    (h) => h.positions, ['facility.halls']),
  'facility.positionsUsed': hallFigure({ label: 'Positions taken', unit: 'count',
    definition: 'Racks of all kinds in the busiest month.',
    formula: 'facility.positionsUsed' },
    ({ placement }) => placement?.placed.length ?? 0,
    ['headline.racks', 'facility.cdus', 'facility.networkRacks']),
  'facility.areaM2': hallFigure({ label: 'Hall area', unit: 'm2',
    definition: 'Floor of all halls.', formula: 'facility.area' },
    (h) => h.areaM2, ['facility.halls']),
  'facility.floorKgPerM2': {
    label: 'Load under a rack', unit: 'kg/m2',
    definition: 'Weight of the heaviest rack over its footprint.',
    formula: 'facility.floorLoad',
    value: ({ halls }) => orAbsent(halls.floorKgPerM2,
      { code: 'no-source-value', detail: 'weight of the systems' }),
  },
  'facility.cdus': {
    label: 'Coolant distribution units', unit: 'count',
    definition: 'Units that carry the liquid heat, spares included.',
    formula: 'facility.cdus', of: ['headline.racks'],
    value: ({ halls }) => halls.support.cdus,
  },
  'facility.networkRacks': {
    label: 'Network racks', unit: 'count', definition: 'Racks that hold the switches.',
    formula: 'facility.networkRacks',
    of: ['network.leaf', 'network.spine', 'network.core'],
    value: ({ halls }) => halls.support.network,
  },
  'facility.devicePorts': {
    label: 'Ports of devices', unit: 'count',
    definition: 'What management and storage networks have to reach.',
    formula: 'facility.devicePorts', of: ['headline.racks', 'facility.networkRacks'],
    value: devicePorts,
  },
});

/** Ports of the devices in all racks. */
function devicePorts({ inputs, facility: { fit }, network }: StageResults): number {
  const ports = (place: RackPlace, racks: number): number =>
    racks * loadOfDevices(devicesIn(inputs, place)).ports;
  return inputs.rackGroup.reduce((sum, { key }) =>
    sum + ports({ where: 'group', group: key }, fit.racks.get(key) ?? 0), 0)
    + ports({ where: 'network' }, networkRacks(inputs, network.design?.switches ?? 0))
    + ports({ where: 'storage' }, inputs.hall.values.storageRacks);
}

const powerFigure = (
  text: FigureText, read: (power: PowerDesign) => number,
  of: readonly string[] = ['headline.itMw'],
): FigureRow =>
  ({ ...text, of,
    value: ({ power }) => orAbsent(power === null ? null : read(power), noRacks) });

/** Line volts of the feeds a plan can choose. */
const feedVolts = { ac415: 415, ac480: 480, dc800: 800 } as const;

/** Current of a load on the feed of a plan, or why there is none. */
function ampsOf({ inputs }: StageResults, kw: number, share = 1): Metric {
  if (kw <= 0) return { value: null, absent: noRacks };
  const { rackFeed } = inputs.power.values;
  const volts = feedVolts[rackFeed];
  return { value: (rackFeed === 'dc800' ? dcAmps(kw, volts)
    : threePhaseAmps(kw, volts, inputs.power.values.powerFactor)) / share };
}

/** Rating that the busiest busway needs with its partner lost. */
export const buswayAmps = (s: StageResults): Metric => ampsOf(s,
  Math.max(0, ...(s.halls.placement?.feeds ?? []).map((feed) => feed.worstKw)),
  s.inputs.power.values.feedDerating);

/** UPS blocks, generators and currents. */
export const powerFigures = declare({
  'power.upsBlocks': powerFigure({ label: 'UPS blocks', unit: 'count',
    definition: 'Blocks whose survivors carry every rack.', formula: 'power.upsBlocks' },
    ({ layout }) => layout.blocks.length),
  'power.busiestKw': powerFigure({
    label: 'Busiest UPS block', unit: 'kW',
    definition: 'Load of the busiest block in normal operation.', formula: 'power.busiest',
  },
    ({ check }) => check.normal.busiestKw),
  'power.busiestWorstKw': powerFigure({ label: 'After the worst failure', unit: 'kW',
    definition: 'Load of the busiest block after the loss that hurts most.',
    formula: 'power.busiestWorst' },
    ({ check }) => check.worst.busiestKw),
  'power.droppedWorstKw': powerFigure({ label: 'Dropped in the worst failure', unit: 'kW',
    definition: 'Load that no block carries after the loss that hurts most.',
    formula: 'power.busiestWorst' },
    ({ check }) => check.worst.droppedKw),
  'power.generators': powerFigure({ label: 'Generator sets', unit: 'count',
    definition: 'Sets that carry the facility in the design hour, spares included.',
    formula: 'power.generators' },
    ({ generators }) => generators.installed, ['headline.facilityMw']),
  'power.rackAmps': {
    label: 'Current of a rack', unit: 'A',
    definition: 'Current of the strongest rack on its feed.', formula: 'power.amps',
    value: (s) => ampsOf(s, Math.max(0, ...s.racks.map((rack) => rack.size.rackKw ?? 0))),
  },
  'power.buswayAmps': {
    label: 'Busway rating wanted', unit: 'A',
    definition: 'Rating the busiest busway needs with its partner lost.',
    formula: 'power.busway', of: ['facility.positionsUsed'],
    value: buswayAmps,
  },
  'power.buswaysPerFeed': {
    label: 'Busways side by side', unit: 'count',
    definition: 'Busways of the largest rating that one feed of the busiest row needs.',
    formula: 'power.buswaysPerFeed', of: ['power.buswayAmps'],
    value: (s) => {
      const wanted = buswayAmps(s);
      return wanted.value === null ? wanted
        : Math.ceil(wanted.value / s.inputs.hall.values.buswayMostA - 1e-9);
    },
  },
});

const plantFigure = (
  text: FigureText, read: (plant: PlantDesign, stages: StageResults) => number,
  of: readonly string[] = ['power.upsBlocks'],
): FigureRow => ({
  ...text, of,
  value: (s) => orAbsent(s.plant === null ? null : read(s.plant, s), noRacks),
});

/** Power and cooling by their parts. */
export const partsFigures = declare({
  'plant.partsUsd': plantFigure({ label: 'Power and cooling by parts', unit: 'USD',
    definition: 'Sum of the parts of power and cooling, installed.',
    formula: 'plant.parts' },
    ({ usd }) => usd),
  'plant.usdPerMw': plantFigure({ label: 'Construction per MW', unit: 'USD/MW',
    definition: 'Building, power and cooling over IT power, without contingency and land.',
    formula: 'plant.perMw' },
    (_, { inputs, priced: { costs } }) => {
      const { plantUsd, buildingUsd } = constructionOf(inputs, costs);
      return (plantUsd + buildingUsd) / costs.criticalMw;
    },
    ['plant.partsUsd', 'headline.itMw']),
  'plant.availability': plantFigure({ label: 'Power and cooling available', unit: 'fraction',
    definition: 'Share of the year in which racks have power and cooling, by the parts.',
    formula: 'plant.availability' },
    ({ outages }) => outages.availability),
  'plant.blocksSpared': plantFigure({ label: 'Blocks that may be out', unit: 'count',
    definition: 'UPS blocks of a set that may be out before a rack loses its power; with none nothing can be maintained while racks run.',
    formula: 'plant.blocksSpared' },
    ({ blocksSpared }) => blocksSpared),
  'plant.longestLeadWeeks': plantFigure({ label: 'Longest lead time', unit: 'week',
    definition: 'Weeks from order to delivery of the part that takes longest.',
    formula: 'plant.leadTime' },
    ({ longest }) => longest.weeks),
});

/** Why nothing is said of emissions where nobody states those of the grid. */
export const noCarbon = ({ site }: StageResults): Absent =>
  ({ code: 'no-source-value', detail: `grid carbon of ${site.name}` });

/** Carbon, cooling, water and chillers over the year. */
export const yearFigures = declare({
  'facility.cueGPerKwh': {
    label: 'CUE', unit: 'gCO2/kWh',
    definition: 'Emissions of the grid per kWh of IT energy.', formula: 'facility.cue',
    of: ['headline.pueAnnual'],
    value: (s) => {
      const pue = s.facility.result?.pueAnnual;
      if (pue === undefined) return { value: null, absent: noClimate(s, noRacks) };
      const carbon = gridCarbon(s.inputs, s.site);
      return orAbsent(carbon === null ? null : pue * carbon, noCarbon(s));
    },
  },
  'facility.coolingPpue': {
    label: 'Cooling pPUE', unit: 'ratio',
    definition: 'What cooling alone does to the annual PUE.',
    formula: 'facility.coolingPpue', of: ['headline.pueAnnual'],
    value: (s) => orAbsent(s.facility.result?.coolingPpue, noClimate(s, noRacks)),
  },
  'facility.waterM3PerYear': {
    label: 'Water in a year', unit: 'm3',
    definition: 'Make-up water of a year at full load.', formula: 'facility.water',
    of: ['headline.wueLPerKwh', 'headline.itMw'],
    value: (s) => {
      const { result } = s.facility;
      return orAbsent(result === null ? null : result.mean.waterM3PerHour * hoursPerYear,
        noClimate(s, noRacks));
    },
  },
  'facility.chillerHours': {
    label: 'Chiller hours', unit: 'h',
    definition: 'Hours of the year in which a chiller runs.',
    formula: 'facility.chillerHours', of: ['headline.pueAnnual'],
    value: (s) => orAbsent(s.facility.result?.chillerHours, noClimate(s, noRacks)),
  },
});

/** Spare parts in stock. */
export const spareFigures = declare({
  'facility.spareAccelerators': {
    label: 'Spare accelerators', unit: 'count',
    definition: 'Spares that bridge the time to replacement at the target.',
    formula: 'facility.spares', of: ['headline.accelerators'],
    value: ({ inputs, groups }) => {
      const { replacedPerYear, spareLeadDays, spareTarget } = inputs.resilience.values;
      const parts = groups.reduce((sum, group) => sum + group.accelerators, 0);
      return sizeSpares({
        parts, perYear: replacedPerYear, leadDays: spareLeadDays, target: spareTarget,
      }).count;
    },
  },
});
