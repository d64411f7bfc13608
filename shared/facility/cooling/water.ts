import { latentHeatKjPerKg } from '../weather/psychrometrics.ts';

/** kg per m3 of water near 25 C. */
export const waterDensity = 997;
/** kJ/(kg K). */
export const waterHeat = 4.186;
/** Drop of the water over the tower, K; midpoint of 4-6 K (Lei & Masanet 2022). */
export const towerRangeK = 5;

/** Make-up water by where it goes, m3 per hour; it adds up to what is taken in. */
export interface WaterUse {
  readonly evaporatedM3PerHour: number;
  readonly blowdownM3PerHour: number;
  readonly windageM3PerHour: number;
}

export const noWater: WaterUse = { evaporatedM3PerHour: 0, blowdownM3PerHour: 0,
  windageM3PerHour: 0 };

/**
 * Make-up water of a tower: evaporation E = Q/h, windage a share of circulation, blowdown
 * E/(CoC - 1) - windage, not below 0.
 * @param heatKw heat the tower rejects, >= 0
 * @param cyclesOfConcentration > 1
 * @throws RangeError when cycles are not above 1
 * @source Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323
 * @example towerWater(1000, 20, 5, 0).blowdownM3PerHour // 0.368, a quarter of the evaporation
 */
export function towerWater(
  heatKw: number, wetBulbC: number, cyclesOfConcentration: number, windageShare: number,
): WaterUse {
  if (!(cyclesOfConcentration > 1))
    throw new RangeError(`cyclesOfConcentration is ${cyclesOfConcentration}`);
  // Below freezing the basin is heated to stay above it; the latent heat is that of the
  // water, not of the air.
  const evaporated =
    ((heatKw / latentHeatKjPerKg(Math.max(0, wetBulbC))) * 3600) / waterDensity;
  const windage = windageShare * circulationM3PerHour(heatKw, towerRangeK);
  const blowdown = Math.max(0, evaporated / (cyclesOfConcentration - 1) - windage);
  return { evaporatedM3PerHour: evaporated, blowdownM3PerHour: blowdown,
    windageM3PerHour: windage };
}

/** Water that circulates to carry heat over a rise, m3 per hour. */
export function circulationM3PerHour(heatKw: number, deltaK: number): number {
  return ((heatKw / (waterHeat * deltaK)) * 3600) / waterDensity;
}

/**
 * Water evaporated to pre-cool air leaves nothing behind in this account: pads are bled
 * with the blowdown of E.
 */
export function padWater(evaporatedKgPerHour: number, cyclesOfConcentration: number): WaterUse {
  const evaporated = evaporatedKgPerHour / waterDensity;
  return {
    evaporatedM3PerHour: evaporated,
    blowdownM3PerHour: evaporated / (cyclesOfConcentration - 1),
    windageM3PerHour: 0,
  };
}

/** Coolants with their density, kg/m3, and specific heat, kJ/(kg K), near 30 C. */
const coolants = {
  water: { density: 997, heat: 4.18 },
  /** 25 % propylene glycol by volume. */
  pg25: { density: 1019, heat: 3.85 },
} as const;
export type Coolant = keyof typeof coolants;

/**
 * Coolant a rack needs per kW: 60 / (rho cp dT), about 14.4/dT for water and 15.3/dT for PG25.
 * @param deltaK rise across the rack, > 0
 * @returns L/min/kW
 * @throws RangeError when the rise is not above 0
 * @example coolantFlow('water', 10) // 1.44
 */
export function coolantFlow(coolant: Coolant, deltaK: number): number {
  if (!(deltaK > 0)) throw new RangeError(`deltaK is ${deltaK}`);
  const { density, heat } = coolants[coolant];
  return 60_000 / (density * heat * deltaK);
}
