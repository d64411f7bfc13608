import {
  coilApproachOf, isWaterCooled, leastSpeed, rejectHeat, rejectToAir, rejectToRefrigerant,
  type LoopLoad,
} from './heat-rejection.ts';
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
export interface HallHeat {
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

/** Whether refrigerant takes the heat of the air; rear doors carry water. */
const isDirect = ({ rejection, terminal }: CoolingDesign): boolean =>
  rejection === 'dx' && terminal !== 'rear-door';

/** Cube law with the least speed, over full power. */
function cubed(speed: number): number {
  const kept = Math.max(leastSpeed, Math.min(1, speed));
  return kept * kept * kept;
}

/**
 * Every kilowatt of the facility at one weather and IT load.
 * Liquid heat = f IT; air heat = (1 - f) IT + losses in the building + lights + fans;
 * pumps warm their loops. Fans and pumps follow the cube law down to 30 % of full speed.
 * With air-cooled chillers one plant serves both loops at the colder temperature;
 * otherwise each loop has its own.
 * @param itKw IT load, 0..designKw; designKw the load the plant is sized for, > 0
 * @returns a balance whose parts sum to `facilityKw`, with heat out = power in
 * @throws RangeError on a negative load or one above the design, designKw <= 0, a
 *   negative approach or no rise
 * @source Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323, for the
 *   structure and midpoints
 * @example balanceAt(params, { dryBulbC: 10, wetBulbC: 7 }, 1000, 1000).itKw // 1000
 */
export const balanceAt = (
  params: FacilityParams, weather: Weather, itKw: number, designKw: number,
): PowerBalance => balanceOf(loadAt(params, itKw, designKw), loopsOf(params, weather));

/**
 * What an IT load alone decides, whatever the weather: heat in the hall, fans, and what
 * the design read once.
 */
export interface HallLoad {
  readonly cooling: CoolingDesign;
  readonly itKw: number;
  readonly now: HallHeat;
  readonly airFansKw: number;
  readonly airKw: number;
  readonly liquidPumpsKw: number;
  /** Pumps of the air handlers' water, where outdoor air does not take their work. */
  readonly coilPumpsKw: number;
  readonly isAir: boolean;
  readonly isTower: boolean;
  /** A tower takes the heat of the chillers alone. */
  readonly isTowerOfChillers: boolean;
  readonly fanShare: number;
  readonly towerPumpShare: number;
  /** Heat of each loop at the design load, pumps included. */
  readonly fullLiquidKw: number;
  readonly fullAirKw: number;
}

/**
 * The part of a balance that the weather leaves as it is: over a year of bins it is found once.
 * @throws RangeError as `balanceAt`
 * @example loadAt(params, 1000, 1000).itKw // 1000
 */
export function loadAt(params: FacilityParams, itKw: number, designKw: number): HallLoad {
  requireLoad(itKw, designKw);
  const { cooling } = params;
  requireCooling(cooling);
  const { pumpShare, rejection } = cooling;
  const now = hallHeat(params, itKw, designKw);
  const full = itKw === designKw ? now : hallHeat(params, designKw, designKw);
  const airFansKw = fanPower(cooling, now, full);
  const airKw = now.handlerKw + now.doorKw + airFansKw;
  const fullAirKw = full.handlerKw + full.doorKw + fanPower(cooling, full, full);
  const pumps = (kw: number, fullKw: number): number =>
    (fullKw > 0 ? pumpShare * fullKw * cubed(kw / fullKw) : 0);
  const isTower = rejection === 'tower';
  const hasTower = isWaterCooled(cooling);
  return {
    cooling, itKw, now, airFansKw, airKw,
    liquidPumpsKw: pumps(now.liquidKw, full.liquidKw),
    coilPumpsKw: isDirect(cooling) ? 0 : pumps(airKw, fullAirKw),
    isAir: rejection === 'air', isTower, isTowerOfChillers: hasTower && !isTower,
    fanShare: cooling.rejectionFanShare,
    towerPumpShare: hasTower ? cooling.towerPumpShare ?? defaultTowerPumpShare : 0,
    fullLiquidKw: full.liquidKw * (1 + pumpShare),
    fullAirKw: fullAirKw * (isDirect(cooling) ? 1 : 1 + pumpShare),
  };
}

function requireLoad(itKw: number, designKw: number): void {
  if (!(designKw > 0)) throw new RangeError(`designKw is ${designKw}`);
  if (!(itKw >= 0 && itKw <= designKw * (1 + 1e-9)))
    throw new RangeError(`itKw is ${itKw} of ${designKw}`);
}

const approaches = [
  'dryApproachK', 'towerApproachK', 'exchangerApproachK', 'coilApproachK',
  'rearDoorApproachK', 'airSideApproachK', 'waterCondenserK', 'airCondenserK',
] as const;

/** Water or air never comes closer than the temperature of what cools it. */
function requireCooling(cooling: CoolingDesign): void {
  for (const name of approaches) {
    const value = cooling[name];
    if (value !== undefined && !(value >= 0)) throw new RangeError(`${name} is ${value}`);
  }
  if (!(cooling.liquidDeltaK > 0))
    throw new RangeError(`liquidDeltaK is ${cooling.liquidDeltaK}`);
}

function fanPower(cooling: CoolingDesign, now: HallHeat, full: HallHeat): number {
  const handlers = full.handlerKw > 0
    ? cooling.fanShare * full.handlerKw * cubed(now.handlerKw / full.handlerKw) : 0;
  const doors = full.doorKw > 0 ? (cooling.rearDoorFanShare ?? usualDoor.fanShare)
    * full.doorKw * cubed(now.doorKw / full.doorKw) : 0;
  return handlers + doors;
}

/** What the plant does outdoors per kW of each loop's heat, whatever the load. */
export interface PlantLoops {
  readonly weather: Weather;
  readonly air: LoopLoad;
  readonly liquid: LoopLoad;
}

/**
 * The part of a balance that the load leaves as it is: over a table of part loads it is
 * found once.
 * @example loopsOf(params, { dryBulbC: 0, wetBulbC: -2 }).liquid.chillerKw // 0
 */
export function loopsOf(
  { cooling, elevationM = 0 }: FacilityParams, weather: Weather,
): PlantLoops {
  const approach = cooling.terminal === 'rear-door' ? cooling.rearDoorApproachK
    ?? usualDoor.approachK : coilApproachOf(cooling);
  const air = isDirect(cooling) ? rejectToRefrigerant(cooling, weather)
    : cooling.rejection === 'air'
      ? rejectToAir(cooling, weather, pressureKpaAt(elevationM))
      : rejectHeat(cooling, cooling.airSupplyC - approach, airLoopDeltaK, weather);
  const liquid = cooling.rejection === 'chiller' ? air
    : rejectHeat(cooling, cooling.liquidSupplyC, cooling.liquidDeltaK, weather);
  return { weather, air, liquid };
}

/** Power and water of one loop outdoors. */
interface Outdoors {
  readonly heatKw: number;
  readonly chillerKw: number;
  readonly fansKw: number;
  readonly towerPumpsKw: number;
  readonly evaporatedKgPerHour: number;
  /** Heat chillers hand over, that of their compressors and its tower's pumps included. */
  readonly condenserKw: number;
}

function outdoors(load: HallLoad, loop: LoopLoad, heatKw: number, fullKw: number): Outdoors {
  const share = fullKw > 0 ? heatKw / fullKw : 0;
  const rejected = fullKw * (1 + loop.chillerKw);
  const chillerKw = loop.chillerKw * heatKw;
  const towerPumpsKw = load.towerPumpShare * rejected * cubed(share)
    * (load.isTowerOfChillers ? loop.chilledShare : 1);
  return {
    heatKw, chillerKw, towerPumpsKw,
    fansKw: load.fanShare * rejected * cubed(loop.fanSpeed * share),
    evaporatedKgPerHour: loop.evaporatedKgPerKwh * heatKw,
    condenserKw: loop.chilledShare * heatKw + chillerKw + towerPumpsKw,
  };
}

/** Both loops outdoors, with the pumps of the air handlers' water. */
interface Plant {
  readonly airPumpsKw: number;
  readonly liquid: Outdoors;
  readonly air: Outdoors;
}

function plantOf(load: HallLoad, loops: PlantLoops): Plant {
  // Outdoor air needs no water: the pumps of its coil run for the chiller's share.
  const airPumpsKw = load.coilPumpsKw * (load.isAir ? 1 - loops.air.freeShare : 1);
  return {
    airPumpsKw, liquid: outdoors(load, loops.liquid,
      load.now.liquidKw + load.liquidPumpsKw, load.fullLiquidKw),
    air: outdoors(load, loops.air, load.airKw + airPumpsKw, load.fullAirKw),
  };
}

/** What the meter shows, kW. */
function facilityKwOf(
  { itKw, now, airFansKw, liquidPumpsKw }: HallLoad, { airPumpsKw, liquid, air }: Plant,
): number {
  const { losses, otherKw } = now;
  return itKw + (losses.distributionKw + losses.upsKw + losses.transformerKw + otherKw)
    + airFansKw
    + (liquidPumpsKw + airPumpsKw + (liquid.towerPumpsKw + air.towerPumpsKw))
    + (liquid.chillerKw + air.chillerKw) + (liquid.fansKw + air.fansKw);
}

/**
 * Make-up water of the plant: heat of both loops and of the compressors leaves over the
 * tower.
 */
function waterIn(
  { cooling, isTower, isTowerOfChillers, now, airKw, liquidPumpsKw }: HallLoad,
  { airPumpsKw, liquid, air }: Plant, weather: Weather,
): WaterUse {
  const padKgPerHour = liquid.evaporatedKgPerHour + air.evaporatedKgPerHour;
  if (!isTower) {
    const pads = padKgPerHour > 0 ? padWater(padKgPerHour, cooling.cyclesOfConcentration)
      : noWater;
    return !isTowerOfChillers ? pads : bothWaters(pads, towerWater(
      liquid.condenserKw + air.condenserKw, weather.wetBulbC, cooling.cyclesOfConcentration,
      cooling.windageShare));
  }
  const heatKw = now.liquidKw + liquidPumpsKw + liquid.towerPumpsKw
    + (airKw + airPumpsKw + air.towerPumpsKw)
    + (liquid.chillerKw + air.chillerKw);
  return towerWater(heatKw, weather.wetBulbC, cooling.cyclesOfConcentration,
    cooling.windageShare);
}

const bothWaters = (a: WaterUse, b: WaterUse): WaterUse => ({
  evaporatedM3PerHour: a.evaporatedM3PerHour + b.evaporatedM3PerHour,
  blowdownM3PerHour: a.blowdownM3PerHour + b.blowdownM3PerHour,
  windageM3PerHour: a.windageM3PerHour + b.windageM3PerHour,
});

const totalWater = (water: WaterUse): number =>
  water.evaporatedM3PerHour + water.blowdownM3PerHour + water.windageM3PerHour;

/** Power and water at the meter. */
export interface Draw {
  readonly facilityKw: number;
  readonly waterM3PerHour: number;
}

/**
 * Power and water of a load in a weather: a balance without its parts.
 * @example drawOf(loadAt(params, 1000, 1000), loopsOf(params, weather)).facilityKw > 1000 // true
 */
export function drawOf(load: HallLoad, loops: PlantLoops): Draw {
  const plant = plantOf(load, loops);
  return { facilityKw: facilityKwOf(load, plant),
    waterM3PerHour: totalWater(waterIn(load, plant, loops.weather)) };
}

/**
 * The balance of a load in a weather.
 * @example balanceOf(loadAt(params, 1000, 1000), loopsOf(params, weather)).itKw // 1000
 */
export function balanceOf(load: HallLoad, loops: PlantLoops): PowerBalance {
  const plant = plantOf(load, loops);
  const { itKw, now, airFansKw, airKw, liquidPumpsKw } = load;
  const { airPumpsKw, liquid, air } = plant;
  const { losses } = now;
  const chillerKw = liquid.chillerKw + air.chillerKw;
  const rejectionFansKw = liquid.fansKw + air.fansKw;
  const heatByPath = {
    liquidKw: now.liquidKw + liquidPumpsKw + liquid.towerPumpsKw,
    airKw: airKw + airPumpsKw + air.towerPumpsKw, compressorKw: chillerKw,
    rejectionFansKw, transformerKw: losses.transformerKw,
  };
  const water = waterIn(load, plant, loops.weather);
  return {
    itKw, distributionKw: losses.distributionKw, upsKw: losses.upsKw,
    transformerKw: losses.transformerKw, otherKw: now.otherKw, airFansKw,
    pumpsKw: liquidPumpsKw + airPumpsKw + (liquid.towerPumpsKw + air.towerPumpsKw),
    chillerKw, rejectionFansKw, facilityKw: facilityKwOf(load, plant),
    heatKw: heatByPath.liquidKw + heatByPath.airKw + chillerKw + rejectionFansKw
      + losses.transformerKw,
    heatByPath, waterM3PerHour: totalWater(water),
    evaporatedM3PerHour: water.evaporatedM3PerHour,
    blowdownM3PerHour: water.blowdownM3PerHour, windageM3PerHour: water.windageM3PerHour,
  };
}
