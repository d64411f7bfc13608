import { sizeGenerators, type GeneratorPlant } from '../../facility/power/generators.ts';
import { usableFraction } from '../../facility/power/power-chain.ts';
import {
  assignFeeds, checkFailures, layOutBlocks, type BlockLayout, type FailureCheck,
  type FedLoad,
} from '../../facility/power/redundancy.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';
import { formatQuantity } from '../../units/format.ts';
import type { FacilityOutcome, SizedRack } from './fit-racks.ts';
import { settle } from '../entries/settle.ts';

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
 * No site is built of more UPS blocks; a plan that asks for more is told so and drawn
 * with larger ones.
 */
const mostBlocks = 10_000;

type Laid = Pick<PowerDesign, 'layout' | 'loads' | 'check'>;

/** Loads a number of active blocks with racks one by one. */
function layLoads(
  { redundancy, blocks }: ScenarioInputs['power']['values'], active: number,
  shares: readonly number[],
): Laid {
  const layout = layOutBlocks(redundancy, active, blocks);
  const feeds = assignFeeds(layout, shares);
  const loads = shares.map((kw, i): FedLoad => ({ kw, feed: feeds[i] ?? '' }));
  return { layout, loads, check: checkFailures(layout, loads) };
}

const busiestOf = ({ check }: Laid): number =>
  Math.max(check.normal.busiestKw, check.worst.busiestKw);

/**
 * UPS blocks for the racks in service at once, loaded rack by rack. Unless their rating
 * is stated, as many sets of blocks are installed as let every block survive the loss of
 * its partner.
 * @returns null while nothing is in service
 */
export function designPower(
  inputs: ScenarioInputs, racks: readonly SizedRack[], facility: FacilityOutcome,
): PowerDesign | null {
  const { values } = inputs.power;
  const { redundancy, blocks, upsInstalledMw, distributionLoss } = values;
  if (facility.itKw <= 0) return null;
  const shares = rackLoads(racks, facility, 1 + distributionLoss);
  const need = facility.itKw * (1 + distributionLoss);
  const stated = upsInstalledMw === null ? null
    : upsInstalledMw * 1000 * usableFraction(redundancy, blocks);
  const blockKw = Math.max(values.upsBlockKw, (stated ?? need) / mostBlocks);
  const isFull = (busiestKw: number): boolean => busiestKw > blockKw * (1 + 1e-9);
  // Only a common bus spreads one rack over many blocks: elsewhere a rack heavier than a
  // block fits no number of them.
  const isHopeless = redundancy !== 'n+1' && redundancy !== '2n+1' && shares.some(isFull);
  const first = Math.max(1, (stated ?? need) / blockKw);
  const { active: _active, ...laid } =
    settle({ active: first, ...layLoads(values, first, shares) }, mostRounds, (last) => {
      if (stated !== null || isHopeless || !isFull(busiestOf(last))) return null;
      const active = Math.ceil(last.active * Math.min(2, busiestOf(last) / blockKw) + 1e-9);
      return active > mostBlocks * 2 ? null : { active, ...layLoads(values, active, shares) };
    });
  const peakKw = facility.itKw * (facility.puePeak ?? 1);
  return {
    ...laid, blockKw,
    generators: sizeGenerators(peakKw, values.generatorKw, values.generatorSpares),
    limits: [
      ...(blockKw > values.upsBlockKw ? [
        tooManyBlocks((stated ?? need) / values.upsBlockKw, blockKw),
      ] : []),
      ...(isFull(busiestOf(laid)) ? [overload(busiestOf(laid), blockKw, upsInstalledMw)] : []),
    ],
  };
}

function tooManyBlocks(value: number, blockKw: number): Limit {
  return {
    code: 'too-many-ups-blocks', where: 'power.upsBlockKw', limit: mostBlocks,
    value: Math.ceil(value), unit: 'count', broken: true,
    nearestFix:
      `Raise the UPS block to ${formatQuantity(Math.ceil(blockKw), 'kW')} or more; blocks of that size are drawn here.`,
    fix: [{ path: 'power.upsBlockKw', value: Math.ceil(blockKw) }],
  };
}

/** Power each rack draws at the UPS, the network's and storage's spread over them. */
function rackLoads(
  racks: readonly SizedRack[], facility: FacilityOutcome, perKw: number,
): readonly number[] {
  const serving = racks.flatMap(({ group: { record: { key, values } }, size }) => {
    const on = values.startMonth <= facility.fit.peakMonth
      && facility.fit.peakMonth <= (values.retireMonth ?? Infinity);
    return on ? Array.from(
      { length: facility.fit.racks.get(key) ?? 0 }, () => size.rackKw ?? 0,
    ) : [];
  });
  const sum = serving.reduce((a, b) => a + b, 0);
  const scale = sum === 0 ? 0 : (facility.itKw * perKw) / sum;
  return serving.map((kw) => kw * scale);
}

/**
 * The largest block load falls about as blocks are added; a rack heavier than a block
 * needs a larger block.
 */
function overload(value: number, limit: number, installedMw: number | null): Limit {
  const more = installedMw === null ? ''
    : `the installed UPS capacity to about ${formatQuantity(Math.ceil((installedMw * value * 10) / limit) / 10, 'MW')} or `;
  return {
    code: 'ups-overload', where: 'power.upsInstalledMw', limit, value, unit: 'kW', broken: true,
    nearestFix:
      `A block would carry ${formatQuantity(value, 'kW')} in the worst failure; raise ${more}the block to ${formatQuantity(Math.ceil(value), 'kW')}.`,
    fix: [{ path: 'power.upsBlockKw', value: Math.ceil(value) }],
  };
}
