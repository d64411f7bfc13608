import { chainLosses } from './power-chain.ts';
import { rejectHeat, towerWater } from './heat-rejection.ts';
import type { FacilityParams, PowerBalance, Weather } from './types.ts';

/** Air side works with water this much colder than the air it supplies, K: coil approach on both sides. */
const coilApproachK = 8;
/** Rise of the air-side water, K; midpoint of 5-10 K in Lei & Masanet 2022. */
const airLoopDeltaK = 7.5;

/**
 * Every kilowatt of the facility at one weather and IT load.
 * Heat: liquid = f IT; air = (1 - f) IT + losses in the building + fans. One chilled-water plant serves both
 * loops at the colder temperature when the rejection is an air-cooled chiller; otherwise each loop has its own.
 * @param itKw IT load, 0..designKw; designKw the load the plant is sized for, > 0
 * @returns a balance whose parts sum to `facilityKw`, with heat out = power in
 * @example balanceAt(params, { dryBulbC: 10, wetBulbC: 7 }, 1000, 1000).itKw // 1000
 */
export function balanceAt(params: FacilityParams, weather: Weather, itKw: number, designKw: number): PowerBalance {
  const { power, cooling, liquidFraction } = params;
  const losses = chainLosses(power, itKw, designKw);
  const otherKw = power.otherLoad * designKw;
  const liquidKw = liquidFraction * itKw;
  const indoorKw = (1 - liquidFraction) * itKw + losses.distributionKw + losses.upsKw + otherKw;
  const airFansKw = cooling.fanShare * indoorKw;
  const airKw = indoorKw + airFansKw;
  const pumpsKw = cooling.pumpShare * (liquidKw + airKw);
  const airWaterC = cooling.airSupplyC - coilApproachK;
  const shared = cooling.rejection === 'chiller';
  const air = rejectHeat(cooling, airWaterC, airLoopDeltaK, weather);
  const liquid = shared ? air : rejectHeat(cooling, cooling.liquidSupplyC, cooling.liquidDeltaK, weather);
  const pumpHeat = pumpsKw / Math.max(1e-12, liquidKw + airKw);
  const liquidHeat = liquidKw * (1 + pumpHeat);
  const airHeat = airKw * (1 + pumpHeat);
  const chillerKw = liquid.chillerKw * liquidHeat + air.chillerKw * airHeat;
  const rejectionFansKw = liquid.rejectionFansKw * liquidHeat + air.rejectionFansKw * airHeat;
  const water = towerWater(cooling, liquidHeat + airHeat + chillerKw, weather);
  const electrical = losses.distributionKw + losses.upsKw + losses.transformerKw + otherKw;
  const facilityKw = itKw + electrical + airFansKw + pumpsKw + chillerKw + rejectionFansKw;
  return {
    itKw, ...losses, otherKw, airFansKw, pumpsKw, chillerKw, rejectionFansKw, facilityKw,
    heatKw: liquidHeat + airHeat + chillerKw + rejectionFansKw + losses.transformerKw,
    waterM3PerHour: water.evaporated + water.blowdown + water.windage,
    evaporatedM3PerHour: water.evaporated, blowdownM3PerHour: water.blowdown, windageM3PerHour: water.windage,
  };
}
