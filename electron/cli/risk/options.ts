import { availableParallelism } from 'node:os';
import { declaredFigure, listDeclaredFigures } from '../../../shared/plan/figures/all.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import type { SamplingMethod } from '../../../shared/uncertainty/sampling/sampler.ts';
import { usualOptions } from '../../../shared/uncertainty/runs/run.ts';
import type { RunOptions } from '../../../shared/uncertainty/runs/types.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';

/** Ways to say what drives a figure. */
export const driverKinds = ['tornado', 'sobol', 'shapley'] as const;
export type DriverKind = (typeof driverKinds)[number];

/** A part of a run, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What `risk` is asked for, apart from the project. */
export interface RiskOptions {
  readonly run: RunOptions;
  readonly workers: number;
  readonly drivers: DriverKind | null;
  readonly shard: Shard | null;
}

/** As many as one run may have: columns of a figure are then 80 MB. */
const mostDraws = 10_000_000;
const mostWorkers = 64;
const methods: readonly SamplingMethod[] = ['sobol', 'lhs', 'random'];

function wholeFrom(
  args: Args, name: string, usual: number, [least, most]: readonly [number, number],
): Result<number, string> {
  const text = optionOf(args, name);
  if (text === undefined) return ok(usual);
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isSafeInteger(value) && value >= least && value <= most ? ok(value)
    : refuse(`--${name} needs a whole number from ${least} to ${most}, not "${text}"`);
}

function wordFrom<W extends string>(
  args: Args, name: string, words: readonly W[],
): Result<W | null, string> {
  const text = optionOf(args, name);
  if (text === undefined) return ok(null);
  const found = words.find((word) => word === text);
  return found === undefined ? refuse(`--${name} is one of ${words.join(', ')}, not "${text}"`)
    : ok(found);
}

/** A figure by its key, or a headline figure by the end of it. */
function figureFrom(word: string): Result<string, string> {
  const key = [word, `headline.${word}`].find((each) => declaredFigure(each) !== null);
  if (key !== undefined) return ok(key);
  const near = nearestWord(word, listDeclaredFigures().flatMap((figure) =>
    [figure.key, figure.key.replace('headline.', '')]));
  return refuse(`--figures: there is no figure "${word}"${
    near === null ? '' : `; did you mean ${near}?`} (see: figures)`);
}

function figuresFrom(args: Args): Result<readonly string[], string> {
  const text = optionOf(args, 'figures');
  if (text === undefined) return ok(usualOptions.figures);
  const words = text.split(',').map((word) => word.trim()).filter((word) => word !== '');
  const found = words.map(figureFrom);
  const wrong = found.find((each) => !each.ok);
  if (wrong?.ok === false) return wrong;
  const keys = [...new Set(found.flatMap((each) => (each.ok ? [each.value] : [])))];
  return keys.length === 0 ? refuse('--figures needs keys of figures, separated by commas')
    : ok(keys);
}

function shardFrom(args: Args): Result<Shard | null, string> {
  const text = optionOf(args, 'shard');
  if (text === undefined) return ok(null);
  const [, index = '', of = ''] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? ok(shard)
    : refuse(`--shard needs i/n with i from 1 to n, not "${text}"`);
}

/** The options of `risk`, or one sentence about the first that cannot be. */
export function riskOptions(args: Args): Result<RiskOptions, string> {
  const draws = wholeFrom(args, 'draws', usualOptions.draws, [1, mostDraws]);
  if (!draws.ok) return draws;
  const seed = wholeFrom(args, 'seed', usualOptions.seed, [0, Number.MAX_SAFE_INTEGER]);
  if (!seed.ok) return seed;
  const workers = wholeFrom(args, 'workers', availableParallelism(), [1, mostWorkers]);
  if (!workers.ok) return workers;
  const method = wordFrom(args, 'method', methods);
  if (!method.ok) return method;
  const drivers = wordFrom(args, 'drivers', driverKinds);
  if (!drivers.ok) return drivers;
  const figures = figuresFrom(args);
  if (!figures.ok) return figures;
  const shard = shardFrom(args);
  if (!shard.ok) return shard;
  return ok({ workers: workers.value, drivers: drivers.value, shard: shard.value,
    run: { draws: draws.value, seed: seed.value, method: method.value ?? usualOptions.method,
      figures: figures.value } });
}

/** The draws of a part: all parts together are all draws, each once. */
export const drawsOf = (
  draws: number, shard: Shard | null,
): { readonly from: number; readonly to: number } =>
  (shard === null ? { from: 0, to: draws }
    : { from: Math.floor(((shard.index - 1) * draws) / shard.of),
      to: Math.floor((shard.index * draws) / shard.of) });
