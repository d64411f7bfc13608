import { chillerCop } from './chiller.ts';
import {
  humidityAtDewPoint, humidityRatio, latentHeatKjPerKg,
} from '../weather/psychrometrics.ts';
import type { CoolingDesign, Weather } from '../types.ts';

/** Fans and pumps turn no slower than this share of full speed. */
export const leastSpeed = 0.3;
/** kJ/(kg K) of air. */
const airHeat = 1.006;
/** Midpoint of 13.9-19.4 K (Lei & Masanet 2022, large sites). */
export const defaultAirDeltaK = 16.65;
/** Upper end of what halls with filtered outdoor air accept; assumed. */
const defaultDewPointLimitC = 21;
/**
 * Outdoor air warms by this much over fans and mixing before it reaches the racks, K;
 * assumed.
 */
const usualAirSideApproachK = 1.5;

/** One cooling loop outdoors, per kW of its heat. */
export interface LoopLoad {
  /** Share of the heat carried without a chiller, 0..1. */
  readonly freeShare: number;
  /** Share of the heat a chiller carries, 0..1: the rest where no air is to be dried. */
  readonly chilledShare: number;
  /** Compressor power per kW of heat. */
  readonly chillerKw: number;
  /** Share of full fan speed wanted at full load, 0..1. */
  readonly fanSpeed: number;
  /** Water evaporated to cool the outdoor air, kg per kWh of heat. */
  readonly evaporatedKgPerKwh: number;
}

/**
 * Share of the heat the economiser carries: clamp((T_return - T_available) / (T_return -
 * T_supply), 0, 1).
 * @example economiserShare(30, 10, 35) // 0.5
 */
export function economiserShare(supplyC: number, deltaK: number, availableC: number): number {
  return Math.max(0, Math.min(1, (supplyC + deltaK - availableC) / deltaK));
}

/**
 * Coldest water the weather gives without a chiller, C: wet bulb + tower and exchanger
 * approach, or dry bulb + dry cooler approach.
 * @example availableWaterC({ ...design, dryApproachK: 8 }, { dryBulbC: 20, wetBulbC: 15 }) // 28
 */
export function availableWaterC(design: CoolingDesign, weather: Weather): number {
  const source = outdoorSource(design, weather, -Infinity);
  return source.temperatureC + source.approachK;
}

/**
 * Whether cold weather takes heat without a chiller. Direct expansion has none to switch
 * off: what liquid carries goes over dry coolers.
 */
export const hasEconomiser = ({ rejection, economiser = true }: CoolingDesign): boolean =>
  economiser || rejection === 'dx';

/** Whether condensers are cooled by tower water. */
export const isWaterCooled = ({ rejection, chillerSink = 'air' }: CoolingDesign): boolean =>
  rejection === 'tower' || (rejection !== 'dx' && chillerSink === 'tower');

/** What takes a condenser's heat: tower water, or the air as it is. */
const condenserSink = (design: CoolingDesign, airC: number, wetBulbC: number) =>
  (isWaterCooled(design) ? { sink: 'water', sinkC: wetBulbC + design.towerApproachK } as const
    : { sink: 'air', sinkC: airC } as const);

/** Air or tower that takes a water loop's heat, and how near the loop gets to it. */
function outdoorSource(design: CoolingDesign, weather: Weather, supplyC: number) {
  if (design.rejection === 'tower') {
    const approachK = design.towerApproachK + design.exchangerApproachK;
    return { temperatureC: weather.wetBulbC, approachK, dropK: 0 };
  }
  const { dryBulbC, dropK } = precooled(design, weather, supplyC - design.dryApproachK);
  return { temperatureC: dryBulbC, approachK: design.dryApproachK, dropK };
}

/** Outdoor air after evaporative pre-cooling, which runs only as far as it is needed. */
function precooled(
  design: CoolingDesign, weather: Weather, wantedC: number,
): { dryBulbC: number; dropK: number } {
  const { adiabaticEffectiveness = 0 } = design;
  const most = adiabaticEffectiveness * Math.max(0, weather.dryBulbC - weather.wetBulbC);
  const dropK = Math.min(most, Math.max(0, weather.dryBulbC - wantedC));
  return { dryBulbC: weather.dryBulbC - dropK, dropK };
}

/**
 * What a water loop needs outdoors: economiser first, chiller for the rest. The dry
 * cooler reaches dry bulb + approach, the tower wet bulb + tower and exchanger approach.
 * Fans turn at the share of full flow that the distance between return water and outdoor
 * air asks for.
 * @param supplyC supply temperature of the loop; deltaK its rise, > 0
 * @example rejectHeat(design, 30, 10, { dryBulbC: 0, wetBulbC: -2 }).chillerKw // 0
 */
export function rejectHeat(
  design: CoolingDesign, supplyC: number, deltaK: number, weather: Weather,
): LoopLoad {
  const economiser = hasEconomiser(design);
  const { temperatureC, approachK, dropK } = outdoorSource(design, weather, supplyC);
  const freeShare = economiser ? economiserShare(supplyC, deltaK, temperatureC + approachK) : 0;
  const cop = chillerCop({
    ...machineOf(design), supplyC, ...condenserSink(design, temperatureC, weather.wetBulbC),
  });
  const distance = supplyC + deltaK - temperatureC;
  const airKgPerKj = 1 / (airHeat * (approachK + deltaK));
  return {
    freeShare, chilledShare: 1 - freeShare, chillerKw: (1 - freeShare) / cop,
    fanSpeed: !economiser || distance <= approachK + deltaK ? 1 : (approachK + deltaK) / distance,
    evaporatedKgPerKwh: (dropK * airHeat * airKgPerKj * 3600)
      / latentHeatKjPerKg(weather.wetBulbC),
  };
}

/**
 * What the air of the hall needs when outdoor air is let through it: outdoor air as far
 * as it is cold enough, a chiller for the rest and for water above the dew point limit,
 * or closed dampers and a chiller for all of it, whichever is less. Fresh air drier than
 * the lowest dew point kept is humidified by evaporation, which takes water; the cooling
 * it brings is left out.
 * @param pressureKpa of the site
 * @example rejectToAir(design, { dryBulbC: 10, wetBulbC: 8 }, 101.3).chillerKw // 0
 */
export function rejectToAir(
  design: CoolingDesign, weather: Weather, pressureKpa: number,
): LoopLoad {
  const deltaK = design.airDeltaK ?? defaultAirDeltaK;
  const { airSupplyC, dewPointLimitC = defaultDewPointLimitC,
    airSideApproachK = usualAirSideApproachK } = design;
  const outdoor = precooled(design, weather, airSupplyC - airSideApproachK);
  const freeShare = economiserShare(airSupplyC, deltaK, outdoor.dryBulbC + airSideApproachK);
  const latent = latentHeatKjPerKg(weather.wetBulbC);
  const added = (outdoor.dropK * airHeat) / latent;
  const carried = humidityRatio(weather.dryBulbC, weather.wetBulbC, pressureKpa) + added;
  const surplus = Math.max(0, carried - humidityAtDewPoint(dewPointLimitC, pressureKpa));
  const mechanical = 1 - freeShare + (surplus * latent) / (airHeat * deltaK);
  const closed = mechanical >= 1 || !hasEconomiser(design);
  const cop = chillerCop({
    ...machineOf(design), supplyC: airSupplyC - coilApproachOf(design),
    ...condenserSink(design, weather.dryBulbC, weather.wetBulbC),
  });
  const dry = missingWater(design, carried, pressureKpa) * outdoorShare(airSupplyC,
    deltaK, outdoor.dryBulbC + airSideApproachK);
  const chilledShare = closed ? 1 : mechanical;
  return {
    freeShare: closed ? 0 : freeShare, chilledShare, chillerKw: chilledShare / cop,
    fanSpeed: chilledShare,
    evaporatedKgPerKwh: closed ? 0 : ((added + dry) * 3600) / (airHeat * deltaK),
  };
}

/**
 * What the air of the hall needs with refrigerant in its air handlers: a compressor for all
 * heat, at all hours; the coil evaporates below the supply air by its approach.
 * @example rejectToRefrigerant(design, { dryBulbC: 30, wetBulbC: 20 }).freeShare // 0
 */
export function rejectToRefrigerant(design: CoolingDesign, { dryBulbC }: Weather): LoopLoad {
  const cop = chillerCop({ ...machineOf(design), supplyC: design.airSupplyC,
    evaporatorApproachK: coilApproachOf(design), sinkC: dryBulbC, sink: 'air' });
  return { freeShare: 0, chilledShare: 1, chillerKw: 1 / cop, fanSpeed: 1,
    evaporatedKgPerKwh: 0 };
}

/**
 * Water that outdoor air lacks against the lowest dew point kept in the hall, kg per kg
 * of dry air.
 */
function missingWater(
  { dewPointLeastC = null }: CoolingDesign, carried: number, pressureKpa: number,
): number {
  return dewPointLeastC === null ? 0
    : Math.max(0, humidityAtDewPoint(dewPointLeastC, pressureKpa) - carried);
}

/**
 * Share of the hall's air that is fresh: cold outdoor air is mixed with return air up to
 * the supply temperature. Nothing in a hall gives or takes water, so only fresh air has
 * to be humidified.
 * @example outdoorShare(24, 16, -8) // 1/3
 */
export const outdoorShare = (supplyC: number, deltaK: number, outdoorC: number): number =>
  Math.min(1, deltaK / Math.max(deltaK, supplyC + deltaK - outdoorC));

/**
 * Water of an air handler's coil below the air it supplies, K; both sides of the coil.
 * Assumed.
 */
const usualCoilApproachK = 8;
export const coilApproachOf = ({ coilApproachK = usualCoilApproachK }: CoolingDesign): number =>
  coilApproachK;

/** The chiller of a design, whatever it cools and wherever its heat goes. */
const machineOf = (
  { exchangerApproachK, chillerCarnot, waterCondenserK, airCondenserK }: CoolingDesign,
) => ({
  evaporatorApproachK: exchangerApproachK, carnot: chillerCarnot,
  ...(waterCondenserK === undefined ? {} : { waterCondenserK }),
  ...(airCondenserK === undefined ? {} : { airCondenserK }),
});
