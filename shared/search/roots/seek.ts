import { axisValues, type AxisScale } from '../sweep/axis.ts';
import { answer, type SeekAnswer } from './answer.ts';
import { answerAll, askFor, askOnce, isKnown, type Asking } from './ask.ts';
import { sampleAll, scan } from './scan.ts';
import { seekWhole } from './whole.ts';

export interface SeekOptions {
  readonly target: number;
  /** Ends of the range, both counted in. */
  readonly lower: number;
  readonly upper: number;
  /** Only whole numbers are inputs. */
  readonly integer?: boolean;
  /**
   * Cells the range is cut into; fewer ask for fewer figures and may miss close roots.
   */
  readonly cells?: number;
  /** How the cells are spaced: `log` for ranges above 0 over several powers of ten. */
  readonly scale?: AxisScale;
}

const usualCells = 1000;
/** Figures that differ by no more than this, over their size, do not change. */
const roundOff = 4 * Number.EPSILON;

function checkOptions({ target, lower, upper, cells = usualCells,
  scale }: SeekOptions): void {
  for (const [name, value] of Object.entries({ target, lower, upper }))
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number`);
  if (lower > upper) throw new RangeError('the lower end of the range is above the upper end');
  if (!Number.isInteger(cells) || cells < 2)
    throw new RangeError('cells must be a whole number of 2 or more');
  if (scale === 'log' && lower <= 0) throw new RangeError('log cells need a range above 0');
}

function* seekReal(options: SeekOptions): Asking<SeekAnswer> {
  const { target, lower, upper, cells = usualCells, scale = 'linear' } = options;
  const samples = yield* sampleAll(axisValues(lower, upper, cells + 1, scale));
  const known = samples.filter(isKnown);
  const first = known[0];
  if (first === undefined)
    return answer('none', { missing: [{ from: lower, to: upper }] });
  const values = known.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(least), Math.abs(most), Math.abs(target));
  const found = yield* scan(samples, target);
  const { roots, intervals, jumps, poles, missing, closest } = found;
  const all = { roots, intervals, jumps, poles, missing };
  if (most - least <= roundOff * size && known.length > 1 && poles.length
    + jumps.length === 0) {
    const isOn = Math.abs(first.value - target) <= roundOff * size;
    return isOn ? answer('any', { missing, intervals })
      : answer('flat', { missing, closest });
  }
  if (intervals.length > 0) return answer('interval', all);
  if (roots.length > 0) return answer(roots.length === 1 ? 'found' : 'several', all);
  return answer(jumps.length > 0 ? 'jump' : 'none', { ...all, closest });
}

/** A range of one input. */
function* seekPoint({ target, lower }: SeekOptions): Asking<SeekAnswer> {
  const value = yield* askFor(lower);
  if (value === null) return answer('none', { missing: [{ from: lower, to: lower }] });
  return value === target ? answer('found', { roots: [lower] })
    : answer('none', { closest: { x: lower, value } });
}

/**
 * The search as questions: yields the input whose figure it wants to know and is given
 * the figure, or null where there is none. For figures that are computed elsewhere,
 * such as in a worker.
 * @throws RangeError for a range or a number of cells that is none
 * @example askRoots({ target: 4, lower: 0, upper: 10 }).next().value // 0
 */
export function askRoots(options: SeekOptions): Asking<SeekAnswer> {
  checkOptions(options);
  if (options.integer === true) {
    const { target, cells = usualCells } = options;
    return askOnce(seekWhole(target, Math.ceil(options.lower), Math.floor(options.upper),
      cells));
  }
  return askOnce(options.lower === options.upper ? seekPoint(options)
    : seekReal(options));
}

/** How far a search has come. */
export interface SeekProgress {
  readonly evaluations: number;
  /** Of the scan, which asks for most of the figures: 0 to 1. */
  readonly share: number;
  readonly x: number;
  readonly value: number | null;
}

/**
 * The search step by step: yields after each evaluation, so that its caller can show
 * progress, make room for other work, or stop by asking for no further step.
 * @throws as `seekRoots`
 * @example seekSteps((x) => x * x, { target: 4, lower: 0, upper: 10 }).next().value // { evaluations: 1, share: 0.000999000999000999, x: 0, value: 0 }
 */
export function* seekSteps(
  f: (x: number) => number | null, options: SeekOptions,
): Generator<SeekProgress, SeekAnswer, undefined> {
  const search = askRoots(options);
  const planned = (options.cells ?? usualCells) + 1;
  let step = search.next();
  for (let evaluations = 1; step.done !== true; evaluations++) {
    const x = step.value;
    const value = f(x);
    yield { evaluations, share: Math.min(1, evaluations / planned), x, value };
    step = search.next(value);
  }
  return step.value;
}

/**
 * All inputs of a range at which a figure equals a target, or what stands in the way.
 * The range is cut into cells and each place where the figure crosses, touches, meets
 * or steps over the target is refined (inverse quadratic interpolation and bisection
 * inside a bracket; golden section where it touches). A change of side at a pole is not
 * a root. Roots closer together than a cell may be missed unless the figure turns
 * between them.
 * @param f the figure at an input, or null where there is none; what is not finite is
 *   none
 * @returns the status, and all that was found; where there is no figure `missing` says
 *   so
 * @throws RangeError for a range that is none, for fewer than 2 cells, and for log
 *   cells of a range that is not above 0
 * Source: Chandrupatla (1997) for the brackets.
 * @example seekRoots((x) => x * x, { target: 4, lower: 0, upper: 10 }).roots // [2]
 * @example seekRoots((x) => 3 * Math.floor(x), { target: 10, lower: 0, upper: 20 }).jumps // [{ at: 4, before: 9, after: 12 }]
 * @example seekRoots((x) => 7 * x, { target: 100, lower: 0, upper: 50, integer: true }).whole // { x: 15, value: 105, below: { x: 14, value: 98 } }
 */
export function seekRoots(f: (x: number) => number | null,
  options: SeekOptions): SeekAnswer {
  return answerAll(askRoots(options), f);
}
