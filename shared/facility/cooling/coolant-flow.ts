import { coolantFlow, waterDensity, waterHeat, type Coolant } from './water.ts';

/** kg/m3 of air near 25 C and its specific heat, kJ/(kg K). */
const airDensity = 1.2;
const airHeat = 1.006;

function above(value: number, what: string): number {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${what} is ${value}`);
  return value;
}

/**
 * Fan power per kW of heat carried by air: dp / (eta rho cp dT).
 * @param pressurePa static pressure; efficiency of fan and motor, 0..1; deltaK rise of the air
 * @returns kW/kW
 * @source form and ranges of Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323
 * @example fanShareOf(650, 0.775, 16.65) // 0.0417, the middle of the published ranges for large sites
 */
export function fanShareOf(pressurePa: number, efficiency: number, deltaK: number): number {
  const heat = above(efficiency, 'efficiency') * airDensity * airHeat * above(deltaK, 'deltaK');
  return pressurePa / 1000 / heat;
}

/**
 * Pump power per kW of heat carried by water: dp / (eta rho cp dT).
 * @param pressureKpa head; efficiency of pump and motor, 0..1; deltaK rise of the water
 * @returns kW/kW
 * @source form and ranges of Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323
 * @example pumpShareOf(143.65, 0.7, 7.5) // 0.0066
 */
export function pumpShareOf(pressureKpa: number, efficiency: number, deltaK: number): number {
  const heat = above(efficiency, 'efficiency') * waterDensity * waterHeat * above(deltaK,
    'deltaK');
  return pressureKpa / heat;
}

/**
 * Coolant of one rack.
 * @param kw rack power; liquidFraction 0..1; deltaK rise across the rack, > 0
 * @returns L/min
 * @example rackFlow({ kw: 132, liquidFraction: 0.87, coolant: 'pg25', deltaK: 10 }) // 175.63
 */
export function rackFlow(
  rack: { readonly kw: number; readonly liquidFraction: number; readonly coolant: Coolant;
    readonly deltaK: number },
): number {
  return rack.kw * rack.liquidFraction * coolantFlow(rack.coolant, rack.deltaK);
}

export interface CduParams {
  /** Heat in liquid, kW, and its flow, L/min. */
  readonly liquidKw: number;
  readonly flowLpm: number;
  /** Rating of one unit; its flow null where nobody states it. */
  readonly unitKw: number;
  readonly unitLpm: number | null;
  /**
   * Units beyond those needed: 0 for N, 1 for N+1; `doubled` installs everything twice
   * (2N).
   */
  readonly spares: number;
  readonly doubled?: boolean;
}

/** Coolant distribution units of a hall. */
export interface CduPlant {
  readonly needed: number;
  readonly installed: number;
  /** What asked for the last unit. */
  readonly boundBy: 'heat' | 'flow' | 'nothing';
  /**
   * Share of heat rating in use, all units running and with one lost; above 1 the loss is
   * not survived.
   */
  readonly load: number;
  readonly loadOneLost: number;
}

/**
 * Coolant distribution units: the more of heat and flow decides; spares come on top.
 * @throws RangeError on a rating not above 0 or spares that are no whole number
 * @source AUS-1 reference site: 3,675 kW on units of 2,000 kW and 1,800 L/min as N+1 are three
 * @example sizeCdus({ liquidKw: 3675, flowLpm: 3600, unitKw: 2000, unitLpm: 1800, spares: 1 }).installed // 3
 */
export function sizeCdus(params: CduParams): CduPlant {
  const { liquidKw, flowLpm, unitKw, unitLpm, spares, doubled = false } = params;
  if (!(Number.isInteger(spares) && spares >= 0)) throw new RangeError(`spares are ${spares}`);
  const byHeat = Math.ceil(liquidKw / above(unitKw, 'unitKw') - 1e-9);
  const byFlow = unitLpm === null ? 0 : Math.ceil(flowLpm / above(unitLpm, 'unitLpm') - 1e-9);
  const needed = Math.max(byHeat, byFlow);
  if (needed <= 0)
    return { needed: 0, installed: 0, boundBy: 'nothing', load: 0, loadOneLost: 0 };
  const installed = doubled ? 2 * (needed + spares) : needed + spares;
  // With 2N one whole side is what may be lost.
  const left = doubled ? installed / 2 : installed - 1;
  return {
    needed, installed, boundBy: byFlow > byHeat ? 'flow' : 'heat',
    load: liquidKw / (installed * unitKw),
    loadOneLost: left === 0 ? Infinity : liquidKw / (left * unitKw),
  };
}
