import { sizeCdus } from '../cooling/coolant-flow.ts';
import { sizeGenerators } from '../power/generators.ts';
import { upsRatingKw } from '../power/power-chain.ts';
import { layOutBlocks } from '../power/redundancy.ts';
import type { FacilityParams, PowerBalance } from '../types.ts';
import { coolantFlow, type Coolant } from '../cooling/water.ts';

/**
 * Ratings of the units a plant is made of; each may be entered, the defaults are those of
 * one reference site.
 */
export interface PlantUnits {
  /** UPS block, kW; default 1,500. */
  readonly blockKw: number;
  /** Row-based coolant distribution unit, kW; default 2,000. */
  readonly cduKw: number;
  /** Air handler, kW; default 100. */
  readonly airHandlerKw: number;
  /** Generator set, kW, and the share of its rating it may run at; default 3,000 and 0.9. */
  readonly generatorKw: number;
  readonly generatorLimit: number;
  /** Minutes the UPS batteries carry the load; default 5. */
  readonly batteryMinutes: number;
  readonly coolant: Coolant;
}

/** AUS-1 reference site document (fictional site, ratings of real products). */
export const usualUnits: PlantUnits = {
  blockKw: 1500, cduKw: 2000, airHandlerKw: 100, generatorKw: 3000, generatorLimit: 0.9,
  batteryMinutes: 5,
  coolant: 'pg25',
};

/** What has to be installed, spares of N+1 included. */
export interface Plant {
  readonly upsBlocks: number;
  readonly upsKw: number;
  readonly transformers: number;
  readonly batteryKwh: number;
  readonly generators: number;
  /** Load of the generators in the design hour with one of them out, over their rating. */
  readonly generatorLoad: number;
  readonly cdus: number;
  readonly airHandlers: number;
  /** Heat the outdoor plant rejects in the design hour, kW. */
  readonly rejectionKw: number;
  /** Electric power of chillers in the design hour, kW; 0 where none runs. */
  readonly chillerKw: number;
  /** Coolant through the racks at full load, L/min. */
  readonly coolantLPerMin: number;
}

/** Units for a load with one to spare; none for no load. */
const withSpare = (kw: number, unitKw: number): number =>
  (kw <= 0 ? 0 : Math.ceil(kw / unitKw - 1e-9) + 1);

/**
 * Sizes the plant for the design hour: UPS by its redundancy; CDUs, air handlers and
 * generators with one to spare. Generators carry the whole facility: design-day peak, not
 * the average.
 * @param peak balance of the design hour at full load
 * @throws RangeError when a unit's rating is not above 0
 * @source ratings: AUS-1 reference site document; 15,169 kW on 6 x 3,000 kW is its
 *   generator check (84 %)
 * @example sizePlant(params, peak).cdus // 3 for 3,675 kW of liquid heat on units of 2,000 kW
 */
export function sizePlant(
  params: FacilityParams, peak: PowerBalance, units: PlantUnits = usualUnits,
): Plant {
  for (const name of [
    'blockKw', 'cduKw', 'airHandlerKw', 'generatorKw', 'generatorLimit',
  ] as const) {
    if (!(units[name] > 0)) throw new RangeError(`${name} is ${units[name]}`);
  }
  const { power, cooling } = params;
  const through = peak.itKw * (1 + power.distributionLoss);
  const { blocks } = layOutBlocks(power.redundancy, Math.max(1, through / units.blockKw),
    power.blocks);
  const generators = sizeGenerators(peak.facilityKw, units.generatorKw, 1,
    units.generatorLimit);
  const { liquidKw, airKw, compressorKw } = peak.heatByPath;
  const coolantLPerMin = liquidKw * coolantFlow(units.coolant, cooling.liquidDeltaK);
  const cdus = sizeCdus({
    liquidKw, flowLpm: coolantLPerMin, unitKw: units.cduKw, unitLpm: null, spares: 1,
  });
  return {
    upsBlocks: blocks.length, upsKw: upsRatingKw(power, peak.itKw), transformers: blocks.length,
    batteryKwh: (through * units.batteryMinutes) / 60,
    generators: generators.installed, generatorLoad: generators.load,
    cdus: cdus.installed, airHandlers: withSpare(airKw, units.airHandlerKw),
    rejectionKw: liquidKw + airKw + compressorKw, chillerKw: peak.chillerKw,
    coolantLPerMin,
  };
}
