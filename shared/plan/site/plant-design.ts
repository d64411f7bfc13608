import { loopsOf } from '../../facility/cooling/balance.ts';
import { hasEconomiser, isWaterCooled } from '../../facility/cooling/heat-rejection.ts';
import { generatorLoadLimit } from '../../facility/power/generators.ts';
import {
  plantOutages, type FailingPart, type PartFailures, type PlantOutages, type SharedUnits,
} from '../../facility/availability/plant-outages.ts';
import {
  blocksSpared, setOf, type SetScheme, type SourceOutages,
} from '../../facility/availability/power-path.ts';
import {
  pricePlant, type PlantPart, type PlantPartKey, type PlantPrices, type PlantSize,
} from '../../facility/site/plant-parts.ts';
import { usualUnits } from '../../facility/site/plant.ts';
import type { FacilityParams, PowerBalance } from '../../facility/types.ts';
import type { ScenarioInputs, Values } from '../../project/resolve.ts';
import { bareValues } from '../../project/view.ts';
import { facilityParams, type FacilityOutcome } from './fit-racks.ts';
import type { HallsOutcome } from './halls.ts';
import type { PowerDesign } from './power-design.ts';
import type { Site } from '../../catalog/types.ts';

/**
 * Power and cooling by their parts: what they cost, how long they take, how they fail.
 */
export interface PlantDesign {
  readonly parts: readonly PlantPart[];
  /** Sum of the parts. */
  readonly usd: number;
  readonly outages: PlantOutages;
  /** Blocks of a set that may be out before a rack loses its power. */
  readonly blocksSpared: number;
  /** The part that takes longest from order to delivery. */
  readonly longest: { readonly key: PlantPartKey; readonly weeks: number };
}

/** What a plant is designed from. */
export interface PlantFrom {
  readonly inputs: ScenarioInputs;
  readonly site: Site;
  readonly facility: FacilityOutcome;
  readonly halls: HallsOutcome;
  readonly power: PowerDesign | null;
}

/** The scheme of the plan's sets: a set of N+1 is no larger than all blocks there are. */
function schemeOf({ power: { values } }: ScenarioInputs, design: PowerDesign): SetScheme {
  const perSet = Math.floor(design.layout.blocks.length / setsOf(design));
  const sides = values.redundancy === '2n+1' ? 2 : 1;
  return setOf(values.redundancy, Math.max(1, Math.min(values.blocks,
    perSet / sides - 1)));
}

/** Heat the chillers carry in the design hour: what the weather does not take. */
function chilledKw(params: FacilityParams, { heatByPath }: PowerBalance): number {
  const { air, liquid } = loopsOf(params, params.designWeather);
  return heatByPath.liquidKw * (1 - liquid.freeShare) + heatByPath.airKw * (1 - air.freeShare);
}

/**
 * Heat over dry coolers and over towers in the design hour. Outdoor air and refrigerant take
 * the heat of the hall's air themselves: coolers stand for what liquid carries. Without an
 * economiser an air-cooled chiller is its own cooler.
 */
function coolersOf(
  params: FacilityParams, peak: PowerBalance,
): Pick<PlantSize, 'dryCoolerKw' | 'towerKw'> {
  const { cooling } = params;
  const { liquidKw, airKw, compressorKw } = peak.heatByPath;
  if (cooling.rejection === 'tower')
    return { dryCoolerKw: 0, towerKw: liquidKw + airKw + compressorKw };
  const isFree = hasEconomiser(cooling);
  const freeKw = !isFree ? 0
    : cooling.rejection === 'air' || cooling.rejection === 'dx' ? liquidKw : liquidKw + airKw;
  return isWaterCooled(cooling)
    ? { dryCoolerKw: freeKw, towerKw: chilledKw(params, peak) + compressorKw }
    : { dryCoolerKw: isFree ? freeKw + compressorKw : 0, towerKw: 0 };
}

const setsOf = ({ layout }: PowerDesign): number =>
  Math.max(1, new Set(layout.feeds.map(({ set }) => set)).size);

/**
 * Ratings of the units that are built. The ratings entered are those of a large site: where
 * one set of blocks, one generator or one CDU carries all, each is as large as its load.
 */
function unitsOf(
  { inputs: { power, hall }, halls }: PlantFrom, design: PowerDesign, peak: PowerBalance,
): Pick<PlantSize, 'blockKw' | 'generatorKw' | 'cduKw'> {
  const { normal, worst } = design.check;
  const { generatorKw } = power.values;
  const { cduKw, cduSpares } = hall.values;
  const least = (ratingKw: number, isOne: boolean, loadKw: number): number =>
    (isOne ? Math.min(ratingKw, loadKw) : ratingKw);
  return {
    blockKw: least(design.blockKw, setsOf(design) === 1,
      Math.max(normal.busiestKw, worst.busiestKw)),
    generatorKw: least(generatorKw, design.generators.running === 1,
      design.generators.load * generatorKw / generatorLoadLimit),
    cduKw: least(cduKw, halls.support.cdus <= cduSpares + 1, peak.heatByPath.liquidKw),
  };
}

function sizeOf(
  from: PlantFrom, design: PowerDesign, scheme: SetScheme, params: FacilityParams,
  peak: PowerBalance,
): PlantSize {
  const { inputs, facility, halls } = from;
  const { plant: { values }, power } = inputs;
  const { liquidKw, airKw } = peak.heatByPath;
  const throughKw = facility.itKw * (1 + power.values.distributionLoss);
  return {
    ...unitsOf(from, design, peak), blocks: design.layout.blocks.length, throughKw,
    mechanicalKw: Math.max(0,
      peak.facilityKw - throughKw - peak.upsKw - peak.transformerKw),
    paths: scheme.paths, hasStaticSwitch: scheme.hasStaticSwitch,
    derating: power.values.feedDerating,
    generators: design.generators.installed,
    facilityKw: peak.facilityKw, fuelHours: values.fuelHours,
    cdus: halls.support.cdus, liquidKw, airKw,
    ...coolersOf(params, peak), chilledKw: chilledKw(params, peak),
    coolingUnitKw: values.coolingUnitKw, airHandlerKw: usualUnits.airHandlerKw,
    coolingSpares: values.coolingSpares,
  };
}

const pricesOf = (v: Values<'plant'>): PlantPrices => ({
  perKw: {
    mvSwitchgear: v.mvSwitchgearUsdPerKw, transformer: v.transformerUsdPerKw,
    switchboard: v.switchboardUsdPerKw, transferSwitch: v.transferSwitchUsdPerKw,
    ups: v.upsUsdPerKw, staticSwitch: v.staticSwitchUsdPerKw, busway: v.buswayUsdPerKw,
    generator: v.generatorUsdPerKw, cdu: v.cduUsdPerKw, pump: v.pumpUsdPerKw,
    chiller: v.chillerUsdPerKw, dryCooler: v.dryCoolerUsdPerKw, tower: v.towerUsdPerKw,
    airHandler: v.airHandlerUsdPerKw,
  },
  fuelUsdPerL: v.fuelUsdPerL, controlsShare: v.controlsShare,
    installShare: v.installShare,
});

const failuresOf = (v: Values<'plant'>): Readonly<Record<FailingPart, PartFailures>> => {
  const of = <K extends FailingPart>(key: K): PartFailures =>
    ({ perYear: v[`${key}PerYear`], repairHours: v[`${key}RepairH`] });
  return {
    mvSwitchgear: of('mvSwitchgear'), transformer: of('transformer'), ups: of('ups'),
    switchboard: of('switchboard'), staticSwitch: of('staticSwitch'),
      busway: of('busway'),
    cdu: of('cdu'), pump: of('pump'), chiller: of('chiller'), cooler: of('cooler'),
    airHandler: of('airHandler'),
  };
};

const sourceOf = (
  { plant: { values: v } }: ScenarioInputs, { generators }: PowerDesign,
): SourceOutages => ({
  utilityPerYear: v.gridPerYear, utilityHours: v.gridOutageH,
  generatorsNeeded: generators.running, generators: generators.installed,
  failToStart: v.failToStart, failToRunPerHour: v.failToRunPerH,
  failToTransfer: v.failToTransfer, commonCause: v.commonCause, fuelHours: v.fuelHours,
});

const coolingKinds = {
  pump: 'pump', chiller: 'chiller', dryCooler: 'cooler', tower: 'cooler',
  airHandler: 'airHandler',
} as const;

/** Units of cooling that share a load, CDUs by hall as they stand. */
function sharedUnits(
  parts: readonly PlantPart[], { inputs, halls }: PlantFrom,
): readonly SharedUnits[] {
  const { cdus } = halls.support;
  const perHall = Math.ceil(cdus / Math.max(1, halls.halls.length));
  const spares = Math.min(perHall, inputs.hall.values.cduSpares);
  return [
    ...(cdus === 0 ? []
      : [{ key: 'cdu', needed: perHall - spares, installed: perHall } as const]),
    ...parts.flatMap(({ key, needed, count }): readonly SharedUnits[] =>
      (needed === null || count === null || !(key in coolingKinds) ? []
        : [{ key: coolingKinds[key as keyof typeof coolingKinds], needed,
          installed: count }])),
  ];
}

/** Lead times that are known by themselves; the others take one of their own. */
function longestLead(
  { plant: { values: v } }: ScenarioInputs, parts: readonly PlantPart[],
): PlantDesign['longest'] {
  const weeks: Partial<Record<PlantPartKey, number>> = {
    mvSwitchgear: v.mvSwitchgearLeadWeeks, transformer: v.transformerLeadWeeks,
    ups: v.upsLeadWeeks, generator: v.generatorLeadWeeks, chiller: v.chillerLeadWeeks,
  };
  return parts.filter(({ ratingKw }) => ratingKw !== null && ratingKw > 0)
    .map(({ key }) => ({ key, weeks: weeks[key] ?? v.otherLeadWeeks }))
    .reduce((most, each) => (each.weeks > most.weeks ? each : most));
}

/**
 * The plant of what stands on the site.
 * @returns null while nothing is in service or the site has no weather
 */
export function designPlant(from: PlantFrom): PlantDesign | null {
  const { inputs, site, facility, power } = from;
  const params = facilityParams(inputs, site, facility.liquidFraction);
  const peak = facility.result?.peak;
  if (power === null || params === null || peak === undefined) return null;
  const scheme = schemeOf(inputs, power);
  const values = bareValues(inputs.plant.values);
  const parts =
    pricePlant(sizeOf(from, power, scheme, params, peak), pricesOf(values));
  return {
    parts, usd: parts.reduce((sum, part) => sum + part.usd, 0),
    outages: plantOutages({
      scheme, source: sourceOf(inputs, power), failures: failuresOf(values),
      commonCause: values.commonCause, maintenanceHours: values.maintenanceH,
      cooling: sharedUnits(parts, from),
    }),
    blocksSpared: blocksSpared(scheme), longest: longestLead(inputs, parts),
  };
}

/**
 * Availability of power and cooling: as entered, or of the parts; null without a plant.
 */
export const buildingAvailability = (
  inputs: ScenarioInputs, plant: () => PlantDesign | null,
): number | null =>
  inputs.resilience.values.facilityAvailability ?? plant()?.outages.availability ?? null;
