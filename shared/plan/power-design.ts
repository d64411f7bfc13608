import { sizeGenerators, type GeneratorPlant } from '../facility/power/generators.ts';
import { usableFraction } from '../facility/power/power-chain.ts';
import { assignFeeds, checkFailures, layOutBlocks, type BlockLayout, type FailureCheck, type FedLoad } from '../facility/power/redundancy.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { Limit } from '../units/limit.ts';
import { formatQuantity } from '../units/format.ts';
import type { FacilityOutcome, SizedRack } from './facility.ts';

/** UPS blocks with the load of each, and the generators behind them. */
export interface PowerDesign {
  readonly layout: BlockLayout;
  readonly loads: readonly FedLoad[];
  readonly check: FailureCheck;
  readonly blockKw: number;
  readonly generators: GeneratorPlant;
  readonly limits: readonly Limit[];
}

/** Rounds in which blocks are added until indivisible racks fit the survivors. */
const mostRounds = 6;

/**
 * UPS blocks for the racks in service at once, loaded rack by rack. Unless their rating is stated, as many sets of
 * blocks are installed as let every block survive the loss of its partner.
 * @returns null while nothing is in service
 */
export function designPower(inputs: ScenarioInputs, racks: readonly SizedRack[], facility: FacilityOutcome): PowerDesign | null {
  const { redundancy, blocks, upsBlockKw, upsInstalledMw, distributionLoss, generatorKw, generatorSpares } = inputs.power.values;
  if (facility.itKw <= 0) return null;
  const shares = rackLoads(racks, facility, 1 + distributionLoss);
  const need = facility.itKw * (1 + distributionLoss);
  const stated = upsInstalledMw === null ? null : upsInstalledMw * 1000 * usableFraction(redundancy, blocks);
  let active = Math.max(1, (stated ?? need) / upsBlockKw);
  for (let round = 0; ; round++) {
    const layout = layOutBlocks(redundancy, active, blocks);
    const feeds = assignFeeds(layout, shares);
    const loads = shares.map((kw, i): FedLoad => ({ kw, feed: feeds[i] ?? '' }));
    const check = checkFailures(layout, loads);
    const busiest = Math.max(check.normal.busiestKw, check.worst.busiestKw);
    if (stated === null && busiest > upsBlockKw * (1 + 1e-9) && round < mostRounds) {
      active = Math.ceil(active * Math.min(2, busiest / upsBlockKw) + 1e-9);
      continue;
    }
    const peakKw = facility.itKw * (facility.puePeak ?? 1);
    return {
      layout, loads, check, blockKw: upsBlockKw, generators: sizeGenerators(peakKw, generatorKw, generatorSpares),
      limits: busiest > upsBlockKw * (1 + 1e-9) ? [overload(busiest, upsBlockKw, inputs.power.values.upsInstalledMw)] : [],
    };
  }
}

/** Power each rack draws at the UPS, the network's and storage's spread over them. */
function rackLoads(racks: readonly SizedRack[], facility: FacilityOutcome, perKw: number): readonly number[] {
  const serving = racks.flatMap(({ group: { record: { key, values } }, size }) => {
    const on = values.startMonth <= facility.fit.peakMonth && facility.fit.peakMonth <= (values.retireMonth ?? Infinity);
    return on ? Array.from({ length: facility.fit.racks.get(key) ?? 0 }, () => size.rackKw ?? 0) : [];
  });
  const sum = serving.reduce((a, b) => a + b, 0);
  const scale = sum === 0 ? 0 : (facility.itKw * perKw) / sum;
  return serving.map((kw) => kw * scale);
}

/** The largest block load falls about as blocks are added; a rack heavier than a block needs a larger block. */
function overload(value: number, limit: number, installedMw: number | null): Limit {
  const more = installedMw === null ? '' : `the installed UPS capacity to about ${formatQuantity(Math.ceil((installedMw * value * 10) / limit) / 10, 'MW')} or `;
  return {
    code: 'ups-overload', where: 'power.upsInstalledMw', limit, value, unit: 'kW', broken: true,
    nearestFix: `A block would carry ${formatQuantity(value, 'kW')} in the worst failure; raise ${more}the block to ${formatQuantity(Math.ceil(value), 'kW')}.`,
  };
}
