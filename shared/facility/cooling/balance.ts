import { coilApproachOf, leastSpeed, rejectHeat, rejectToAir, type LoopLoad } from './heat-rejection.ts';
import { chainLosses, type ChainLosses } from '../power/power-chain.ts';
import { pressureKpaAt } from '../weather/psychrometrics.ts';
import type { CoolingDesign, FacilityParams, PowerBalance, Weather } from '../types.ts';
import { noWater, padWater, towerWater, type WaterUse } from './water.ts';

/** Rise of the air handlers' water, K; midpoint of 5-10 K (Lei & Masanet 2022). */
const airLoopDeltaK = 7.5;
/** Assumed, where the design states none. */
const usualDoor = { fanShare: 0.01, approachK: 6 } as const;
/** 208.65 kPa, 70 % efficiency, 5 K: midpoints of Lei & Masanet 2022. */
const defaultTowerPumpShare = 0.0142;

/** Heat that enters each loop at an IT load, before pumps. */
interface HallHeat {
  readonly losses: ChainLosses;
  readonly otherKw: number;
  readonly liquidKw: number;
  /** Heat in the hall's air that air handlers move, and that rear doors take. */
  readonly handlerKw: number;
  readonly doorKw: number;
}

function hallHeat(
  { power, cooling, liquidFraction }: FacilityParams, itKw: number, designKw: number,
): HallHeat {
  const losses = chainLosses(power, itKw, designKw);
  const otherKw = power.otherLoad * designKw;
  const terminal = cooling.terminal ?? 'direct-to-chip';
  const share = terminal === 'immersion' ? 1 : liquidFraction;
  const rest = (1 - share) * itKw;
  const doorKw = terminal === 'rear-door' ? rest : 0;
  const handlerKw = rest - doorKw + losses.distributionKw + losses.upsKw + otherKw;
  return { losses, otherKw, liquidKw: share * itKw, handlerKw, doorKw };
}

/** Cube law with the least speed, over full power. */
const cubed = (speed: number): number => Math.max(leastSpeed, Math.min(1, speed)) ** 3;

/**
 * Every kilowatt of the facility at one weather and IT load.
 * Liquid heat = f IT; air heat = (1 - f) IT + losses in the building + lights + fans; pumps warm their loops.
 * Fans and pumps follow the cube law down to 30 % of full speed. With air-cooled chillers one plant serves
 * both loops at the colder temperature; otherwise each loop has its own.
 * @param itKw IT load, 0..designKw; designKw the load the plant is sized for, > 0
 * @returns a balance whose parts sum to `facilityKw`, with heat out = power in
 * @throws RangeError on a negative load or one above the design, designKw <= 0, a negative approach or no rise
 * @source Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323, for the structure and midpoints
 * @example balanceAt(params, { dryBulbC: 10, wetBulbC: 7 }, 1000, 1000).itKw // 1000
 */
export function balanceAt(
  params: FacilityParams, weather: Weather, itKw: number, designKw: number,
): PowerBalance {
  requireLoad(itKw, designKw);
  const { cooling } = params;
  requireCooling(cooling);
  const now = hallHeat(params, itKw, designKw);
  const full = itKw === designKw ? now : hallHeat(params, designKw, designKw);
  const airFansKw = fanPower(cooling, now, full);
  const airKw = now.handlerKw + now.doorKw + airFansKw;
  const fullAirKw = full.handlerKw + full.doorKw + fanPower(cooling, full, full);
  const loops = loopsOf(params, weather);
  const pumps = (kw: number, fullKw: number): number =>
    (fullKw > 0 ? cooling.pumpShare * fullKw * cubed(kw / fullKw) : 0);
  const liquidPumps = pumps(now.liquidKw, full.liquidKw);
  // Outdoor air needs no water: the pumps of its coil run for the chiller's share.
  const airPumps = pumps(airKw, fullAirKw) * (cooling.rejection === 'air' ? 1 - loops.air.freeShare : 1);
  const withPumps = 1 + cooling.pumpShare;
  const liquid = outdoors(cooling, loops.liquid, now.liquidKw + liquidPumps, full.liquidKw * withPumps);
  const air = outdoors(cooling, loops.air, airKw + airPumps, fullAirKw * withPumps);
  return addUp({ params, weather, itKw, now, airFansKw, airKw, liquidPumps, airPumps, liquid, air });
}

function requireLoad(itKw: number, designKw: number): void {
  if (!(designKw > 0)) throw new RangeError(`designKw is ${designKw}`);
  if (!(itKw >= 0 && itKw <= designKw * (1 + 1e-9))) throw new RangeError(`itKw is ${itKw} of ${designKw}`);
}

const approaches = [
  'dryApproachK', 'towerApproachK', 'exchangerApproachK', 'coilApproachK', 'rearDoorApproachK', 'airSideApproachK',
  'waterCondenserK', 'airCondenserK',
] as const;

/** Water or air never comes closer than the temperature of what cools it. */
function requireCooling(cooling: CoolingDesign): void {
  for (const name of approaches) {
    const value = cooling[name];
    if (value !== undefined && !(value >= 0)) throw new RangeError(`${name} is ${value}`);
  }
  if (!(cooling.liquidDeltaK > 0)) throw new RangeError(`liquidDeltaK is ${cooling.liquidDeltaK}`);
}

function fanPower(cooling: CoolingDesign, now: HallHeat, full: HallHeat): number {
  const handlers = full.handlerKw > 0
    ? cooling.fanShare * full.handlerKw * cubed(now.handlerKw / full.handlerKw) : 0;
  const doors = full.doorKw > 0 ? (cooling.rearDoorFanShare ?? usualDoor.fanShare) * full.doorKw * cubed(now.doorKw / full.doorKw) : 0;
  return handlers + doors;
}

function loopsOf(
  { cooling, elevationM = 0 }: FacilityParams, weather: Weather,
): { air: LoopLoad; liquid: LoopLoad } {
  const approach = cooling.terminal === 'rear-door' ? cooling.rearDoorApproachK ?? usualDoor.approachK : coilApproachOf(cooling);
  const air = cooling.rejection === 'air' ? rejectToAir(cooling, weather, pressureKpaAt(elevationM))
    : rejectHeat(cooling, cooling.airSupplyC - approach, airLoopDeltaK, weather);
  const liquid = cooling.rejection === 'chiller' ? air
    : rejectHeat(cooling, cooling.liquidSupplyC, cooling.liquidDeltaK, weather);
  return { air, liquid };
}

/** Power and water of one loop outdoors. */
interface Outdoors {
  readonly heatKw: number;
  readonly chillerKw: number;
  readonly fansKw: number;
  readonly towerPumpsKw: number;
  readonly evaporatedKgPerHour: number;
}

function outdoors(cooling: CoolingDesign, loop: LoopLoad, heatKw: number, fullKw: number): Outdoors {
  const chillerKw = loop.chillerKw * heatKw;
  const share = fullKw > 0 ? heatKw / fullKw : 0;
  const rejected = fullKw * (1 + loop.chillerKw);
  const towerPumpsKw = cooling.rejection === 'tower'
    ? (cooling.towerPumpShare ?? defaultTowerPumpShare) * rejected * cubed(share) : 0;
  return {
    heatKw, chillerKw, towerPumpsKw,
    fansKw: cooling.rejectionFanShare * rejected * cubed(loop.fanSpeed * share),
    evaporatedKgPerHour: loop.evaporatedKgPerKwh * heatKw,
  };
}

interface Parts {
  readonly params: FacilityParams;
  readonly weather: Weather;
  readonly itKw: number;
  readonly now: HallHeat;
  readonly airFansKw: number;
  readonly airKw: number;
  readonly liquidPumps: number;
  readonly airPumps: number;
  readonly liquid: Outdoors;
  readonly air: Outdoors;
}

function addUp(parts: Parts): PowerBalance {
  const { params, weather, itKw, now, airFansKw, airKw, liquidPumps, airPumps, liquid, air } = parts;
  const chillerKw = liquid.chillerKw + air.chillerKw;
  const rejectionFansKw = liquid.fansKw + air.fansKw;
  const towerPumpsKw = liquid.towerPumpsKw + air.towerPumpsKw;
  const pumpsKw = liquidPumps + airPumps + towerPumpsKw;
  const { losses, otherKw } = now;
  const electrical = losses.distributionKw + losses.upsKw + losses.transformerKw + otherKw;
  const heatByPath = {
    liquidKw: now.liquidKw + liquidPumps + liquid.towerPumpsKw, airKw: airKw + airPumps + air.towerPumpsKw,
    compressorKw: chillerKw, rejectionFansKw, transformerKw: losses.transformerKw,
  };
  const water = waterOf(params.cooling, weather, heatByPath.liquidKw + heatByPath.airKw + chillerKw,
    liquid.evaporatedKgPerHour + air.evaporatedKgPerHour);
  return {
    itKw, ...losses, otherKw, airFansKw, pumpsKw, chillerKw, rejectionFansKw,
    facilityKw: itKw + electrical + airFansKw + pumpsKw + chillerKw + rejectionFansKw,
    heatKw: heatByPath.liquidKw + heatByPath.airKw + chillerKw + rejectionFansKw + losses.transformerKw,
    heatByPath, ...water,
    waterM3PerHour: water.evaporatedM3PerHour + water.blowdownM3PerHour + water.windageM3PerHour,
  };
}

function waterOf(cooling: CoolingDesign, weather: Weather, heatKw: number, padKgPerHour: number): WaterUse {
  if (cooling.rejection === 'tower') {
    return towerWater(heatKw, weather.wetBulbC, cooling.cyclesOfConcentration, cooling.windageShare);
  }
  return padKgPerHour > 0 ? padWater(padKgPerHour, cooling.cyclesOfConcentration) : noWater;
}
