import type { Redundancy } from '../types.ts';
import { unreachable } from '../../units/result.ts';
import { hoursPerYear } from './reliability.ts';
import { kOfNOut, meanShortfall, parallelOut, seriesOut } from './series-parallel.ts';

/** How one set of blocks that back one another carries its racks. */
export interface SetScheme {
  /** Blocks a side needs and has. */
  readonly needed: number;
  readonly installed: number;
  /** Sides that each carry everything: two of 2(N+1), else one. */
  readonly sides: 1 | 2;
  /** Ways from the blocks to a rack: two feeds, or one. */
  readonly paths: 1 | 2;
  /** Racks hang behind static transfer switches. */
  readonly hasStaticSwitch: boolean;
}

/**
 * One set of a redundancy scheme. N stands by itself; 2N, 3-make-2 and 4-make-3 lose no
 * load as long as no more than one block of a set is out; N+1 and block redundant have one
 * spare for `blocks`; 2(N+1) has two such sides.
 * @param blocks active blocks n that share a spare, >= 1
 * @throws RangeError when blocks < 1
 * @example setOf('4m3', 4) // { needed: 3, installed: 4, sides: 1, paths: 2, hasStaticSwitch: false }
 */
export function setOf(redundancy: Redundancy, blocks: number): SetScheme {
  if (!(blocks >= 1)) throw new RangeError(`blocks is ${blocks}`);
  const one = { sides: 1, paths: 1, hasStaticSwitch: false } as const;
  const pair = { ...one, paths: 2 } as const;
  switch (redundancy) {
    case 'n': return { ...one, needed: 1, installed: 1 };
    case 'n+1': return { ...one, needed: blocks, installed: blocks + 1 };
    case 'block':
      return { ...one, needed: blocks, installed: blocks + 1, hasStaticSwitch: true };
    case '2n': return { ...pair, needed: 1, installed: 2 };
    case '3m2': return { ...pair, needed: 2, installed: 3 };
    case '4m3': return { ...pair, needed: 3, installed: 4 };
    case '2n+1': return { ...pair, needed: blocks, installed: blocks + 1, sides: 2 };
    default: return unreachable(redundancy, 'setOf');
  }
}

/**
 * Blocks of a set that may be out, whichever they are, before a rack loses its power: 0
 * means that no block can be maintained while its racks run.
 * @example blocksSpared(setOf('2n+1', 4)) // 3
 */
export const blocksSpared = ({ needed, installed, sides }: SetScheme): number =>
  sides * (installed - needed + 1) - 1;

/** What stops a set of blocks. */
export interface BlockOutages {
  /** Share of the time one block is out, found from its parts in series. */
  readonly blockOut: number;
  /** Share of a block's outages that take its whole set, 0..1 (beta factor). */
  readonly commonCause: number;
  /** Hours a year in which each block is out for maintenance. */
  readonly maintenanceHours: number;
}

/**
 * Share of the time in which a set does not carry its racks: more blocks out than are
 * spare, all of them by a common cause, or one out while another is maintained. Blocks
 * are maintained one after another.
 * @throws RangeError on a share outside 0..1 or more maintenance than a year has hours
 * @example setOut(setOf('2n', 1), { blockOut: 0.01, commonCause: 0, maintenanceHours: 0 }) // 0.0001
 */
export function setOut(
  { needed, installed, sides }: SetScheme,
  { blockOut, commonCause, maintenanceHours }: BlockOutages,
): number {
  const all = installed * sides;
  const maintained = (all * maintenanceHours) / hoursPerYear;
  if (!(commonCause >= 0 && commonCause <= 1)) throw new RangeError(`share ${commonCause}`);
  if (!(maintained >= 0 && maintained <= 1))
    throw new RangeError(`${maintenanceHours} h of maintenance for each of ${all} blocks`);
  const shared = all === 1 ? 0 : commonCause;
  const alone = (1 - shared) * blockOut;
  const side = (running: number): number =>
    (running < needed ? 1 : kOfNOut(needed, running, alone));
  const whole = parallelOut(Array.from({ length: sides }, () => side(installed)));
  const thinned = side(installed - 1) * (sides === 2 ? side(installed) : 1);
  const independent = (1 - maintained) * whole + maintained * thinned;
  return seriesOut([independent, shared * blockOut]);
}

/**
 * Share of the time in which what lies between the blocks and a rack is out: one way, or
 * both of two, or both by a common cause.
 * @example pathsOut(2, 0.01, 0) // 0.0001
 */
export function pathsOut(paths: 1 | 2, pathOut: number, commonCause: number): number {
  if (paths === 1) return pathOut;
  const alone = (1 - commonCause) * pathOut;
  return seriesOut([parallelOut([alone, alone]), commonCause * pathOut]);
}

/** The utility, and what stands by for it. */
export interface SourceOutages {
  readonly utilityPerYear: number;
  readonly utilityHours: number;
  /** Sets the load needs, and those there are. */
  readonly generatorsNeeded: number;
  readonly generators: number;
  /** Chance that a set does not start, and failures per hour while it runs. */
  readonly failToStart: number;
  readonly failToRunPerHour: number;
  /** Chance that a transfer switch does not go over. */
  readonly failToTransfer: number;
  readonly commonCause: number;
  /** Hours the fuel on site lasts. */
  readonly fuelHours: number;
}

/**
 * Chance that a generator set that is asked for does not carry its load for an outage:
 * p + (1 - p) (1 - e^(-rate x hours)).
 * @example generatorFails(0.03, 0.003, 0) // 0.03
 */
export const generatorFails = (
  failToStart: number, perHour: number, hours: number,
): number => failToStart + (1 - failToStart) * -Math.expm1(-perHour * hours);

/**
 * Mean share of the load without power because the utility is out: its share of the time x
 * the mean share that generators leave uncovered, that transfer switches do not bring
 * over, or that outlasts the fuel (outages of exponential length).
 * @example sourceOut({ ...source, utilityPerYear: 0 }) // 0
 */
export function sourceOut(source: SourceOutages): number {
  const { utilityPerYear, utilityHours, generatorsNeeded, generators,
    commonCause } = source;
  const hours = utilityPerYear * utilityHours;
  if (hours === 0) return 0;
  const fails =
    generatorFails(source.failToStart, source.failToRunPerHour, utilityHours);
  const uncovered = seriesOut([
    meanShortfall(generatorsNeeded, generators, (1 - commonCause) * fails),
    commonCause * fails, source.failToTransfer,
      Math.exp(-source.fuelHours / utilityHours),
  ]);
  return (hours / (hoursPerYear + hours)) * uncovered;
}
