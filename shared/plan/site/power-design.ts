import { sizeGenerators, type GeneratorPlant } from '../../facility/power/generators.ts';
import { usableFraction } from '../../facility/power/power-chain.ts';
import {
  assignFeeds, checkFailures, layOutBlocks, type BlockLayout, type BusiestLoad,
  type FailureCheck, type FedLoad,
} from '../../facility/power/redundancy.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit } from '../../units/limit.ts';
import { formatQuantity } from '../../units/format.ts';
import type { FacilityOutcome, SizedRack } from './fit-racks.ts';
import { createMemo, type Memo } from '../entries/memo.ts';
import { settle } from '../entries/settle.ts';

/** UPS blocks with the load of each, and the generators behind them. */
export interface PowerDesign {
  readonly layout: BlockLayout;
  /**
   * What stands on the feeds: racks of each power in order, the feed of every one, and what
   * a rack draws at the UPS over its own power.
   */
  readonly hung: { readonly racks: readonly Racks[]; readonly feeds: readonly string[];
    readonly scale: number };
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

type Laid = Pick<PowerDesign, 'layout' | 'hung' | 'check'>;

/** Racks of one power each, as many as there are. */
interface Racks {
  readonly kw: number;
  readonly count: number;
}

/** Racks hung on feeds one by one, at the power of the racks alone. */
interface Hung extends Pick<PowerDesign, 'layout' | 'check'> {
  readonly feeds: readonly string[];
}

/** Chains by what they were laid out for: the racks change less often than what they draw. */
export type PowerMemo = Memo<unknown, Hung>;

/** Chains held at once. */
const chainsHeld = 128;

export const createPowerMemo = (): PowerMemo => createMemo(chainsHeld);

const each = (racks: readonly Racks[]): readonly number[] =>
  racks.flatMap(({ kw, count }) => Array.from({ length: count }, () => kw));

/** Every rack with its power at the UPS and its feed. */
export const loadsOf = (
  { hung: { racks, feeds, scale } }: Pick<PowerDesign, 'hung'>,
): readonly FedLoad[] =>
  each(racks).map((kw, i) => ({ kw: kw * scale, feed: feeds[i] ?? '' }));

function hang(
  { redundancy, blocks }: ScenarioInputs['power']['values'], active: number,
  racks: readonly Racks[],
): Hung {
  const layout = layOutBlocks(redundancy, active, blocks);
  const kws = each(racks);
  const feeds = assignFeeds(layout, kws);
  return { layout, feeds,
    check: checkFailures(layout, kws.map((kw, i): FedLoad => ({ kw, feed: feeds[i] ?? '' }))) };
}

const scaled = <T extends BusiestLoad>(load: T, scale: number): T =>
  ({ ...load, busiestKw: load.busiestKw * scale, droppedKw: load.droppedKw * scale });

/**
 * Loads a number of active blocks with racks one by one. All racks carry the same share of
 * losses and network on top, which changes no rack's place.
 */
function layLoads(
  values: ScenarioInputs['power']['values'], active: number, racks: readonly Racks[],
  scale: number, memo: PowerMemo,
): Laid {
  const { redundancy, blocks } = values;
  const { layout, feeds, check } = memo.get(
    [redundancy, blocks, Math.ceil(active - 1e-9), racks], () => hang(values, active, racks),
  );
  return { layout, hung: { racks, feeds, scale },
    check: { normal: scaled(check.normal, scale), worst: scaled(check.worst, scale) } };
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
  memo: PowerMemo = createPowerMemo(),
): PowerDesign | null {
  const { values } = inputs.power;
  const { redundancy, blocks, upsInstalledMw, distributionLoss } = values;
  if (facility.itKw <= 0) return null;
  const standing = racksStanding(racks, facility);
  const scale = loadScale(standing, facility, 1 + distributionLoss);
  const need = facility.itKw * (1 + distributionLoss);
  const stated = upsInstalledMw === null ? null
    : upsInstalledMw * 1000 * usableFraction(redundancy, blocks);
  const blockKw = Math.max(values.upsBlockKw, (stated ?? need) / mostBlocks);
  const isFull = (busiestKw: number): boolean => busiestKw > blockKw * (1 + 1e-9);
  // Only a common bus spreads one rack over many blocks: elsewhere a rack heavier than a
  // block fits no number of them.
  const isHopeless = redundancy !== 'n+1' && redundancy !== '2n+1'
    && standing.some(({ kw }) => isFull(kw * scale));
  const lay = (active: number): Laid => layLoads(values, active, standing, scale, memo);
  const first = Math.max(1, (stated ?? need) / blockKw);
  const { active: _active, ...laid } =
    settle({ active: first, ...lay(first) }, mostRounds, (last) => {
      if (stated !== null || isHopeless || !isFull(busiestOf(last))) return null;
      const active = Math.ceil(last.active * Math.min(2, busiestOf(last) / blockKw) + 1e-9);
      return active > mostBlocks * 2 ? null : { active, ...lay(active) };
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

/** Racks in service in the busiest month, by the power of one. */
const racksStanding = (
  racks: readonly SizedRack[], { fit }: FacilityOutcome,
): readonly Racks[] => racks.flatMap(({ group: { record: { key, values } }, size }) => {
  const on = values.startMonth <= fit.peakMonth
    && fit.peakMonth <= (values.retireMonth ?? Infinity);
  const count = fit.racks.get(key) ?? 0;
  return on && count > 0 ? [{ kw: size.rackKw ?? 0, count }] : [];
});

/** What a rack draws at the UPS over its own power: its share of losses, network and storage. */
function loadScale(
  standing: readonly Racks[], { itKw }: FacilityOutcome, perKw: number,
): number {
  const sum = standing.reduce((all, { kw, count }) => all + kw * count, 0);
  return sum === 0 ? 0 : (itKw * perKw) / sum;
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
