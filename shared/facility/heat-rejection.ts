import type { CoolingDesign, Weather } from './types.ts';

/** Condenser above the air or water that cools it, K; part of the chiller's lift. */
const condenserApproachK = 10;
/** Least temperature lift a chiller compressor works against, K: refrigerant circuits need a pressure difference. */
const leastLiftK = 8;
/** Fans turn no slower than this share of full speed. */
const leastFanSpeed = 0.3;
/** Specific heat of water kJ/(kg K) and its density kg/m3. */
const waterHeat = 4.186;
const waterDensity = 997;
/** Rise of the water over the tower, K; midpoint of 4-6 K in Lei & Masanet 2022. */
const towerRangeK = 5;

/** Power and water of one cooling loop, per kW of heat. */
export interface LoopLoad {
  /** Share of the heat carried by outdoor air or the tower without a chiller, 0..1. */
  readonly freeShare: number;
  readonly chillerKw: number;
  readonly rejectionFansKw: number;
}

/** Temperature of water the weather gives for free, C. */
export function availableWaterC(design: CoolingDesign, weather: Weather): number {
  return design.rejection === 'tower'
    ? weather.wetBulbC + design.towerApproachK + design.exchangerApproachK
    : weather.dryBulbC + design.dryApproachK;
}

/**
 * Share of the heat the economiser carries: clamp((T_return - T_available) / (T_return - T_supply), 0, 1).
 * @example economiserShare(30, 10, 35) // 0.5
 */
export function economiserShare(supplyC: number, deltaK: number, availableC: number): number {
  return Math.max(0, Math.min(1, (supplyC + deltaK - availableC) / deltaK));
}

/**
 * Chiller performance from the Carnot limit: COP = eta (T_e + 273.15) / (T_c - T_e).
 * @param supplyC leaving water; weather sets the condenser
 * @returns heat removed per electric kW, > 0
 */
export function chillerCop(design: CoolingDesign, supplyC: number, weather: Weather): number {
  const sink = design.rejection === 'tower' ? weather.wetBulbC + design.towerApproachK : weather.dryBulbC;
  const evaporatorC = supplyC - design.exchangerApproachK;
  const lift = Math.max(leastLiftK, sink + condenserApproachK - evaporatorC);
  return (design.chillerCarnot * (evaporatorC + 273.15)) / lift;
}

/**
 * What a loop of one kW heat needs outdoors: economiser first, chiller for the rest, fans slowed by the cube
 * law when the weather is colder than needed.
 * @param supplyC loop supply temperature; deltaK its rise
 * @example rejectHeat(design, 30, 10, { dryBulbC: 0, wetBulbC: -2 }).chillerKw // 0
 */
export function rejectHeat(design: CoolingDesign, supplyC: number, deltaK: number, weather: Weather): LoopLoad {
  const available = availableWaterC(design, weather);
  const freeShare = economiserShare(supplyC, deltaK, available);
  const chillerKw = (1 - freeShare) / chillerCop(design, supplyC, weather);
  const approach = design.rejection === 'tower' ? design.towerApproachK : design.dryApproachK;
  const spare = Math.max(0, supplyC - available);
  const speed = Math.max(leastFanSpeed, approach / (approach + spare));
  return { freeShare, chillerKw, rejectionFansKw: design.rejectionFanShare * (1 + chillerKw) * speed ** 3 };
}

/** Water a tower takes in, m3 per hour, by where it goes. */
export interface TowerWater {
  readonly evaporated: number;
  readonly blowdown: number;
  readonly windage: number;
}

/**
 * Make-up water of a tower. Evaporation Q/h with h = -0.0013 T^2 - 2.3097 T + 2500.5 kJ/kg; windage a share of
 * circulation; blowdown E/(CoC - 1) - windage, not below 0.
 * @param heatKw heat rejected; nothing is lost by a dry cooler
 * @see Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323
 */
export function towerWater(design: CoolingDesign, heatKw: number, weather: Weather): TowerWater {
  if (design.rejection !== 'tower') return { evaporated: 0, blowdown: 0, windage: 0 };
  const t = Math.max(0, weather.wetBulbC);
  const latent = -0.0013 * t * t - 2.3097 * t + 2500.5;
  const evaporated = ((heatKw / latent) * 3600) / waterDensity;
  const circulation = ((heatKw / (waterHeat * towerRangeK)) * 3600) / waterDensity;
  const windage = design.windageShare * circulation;
  return { evaporated, windage, blowdown: Math.max(0, evaporated / (design.cyclesOfConcentration - 1) - windage) };
}
