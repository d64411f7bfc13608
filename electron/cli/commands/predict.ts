import { basename } from 'node:path';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ModelSpec, Precision } from '../../../shared/catalog/types.ts';
import { acceptedLengths } from '../../../shared/inference/acceptance.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import { chooseInTime, computeFrontier, meetsLimits } from '../../../shared/inference/frontier.ts';
import { percentiles, type Percentiles } from '../../../shared/inference/latency.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import type {
  FixedConfiguration, FrontierPoint, Refusal, ServiceLimits, ServingRequest,
} from '../../../shared/inference/types.ts';
import { wattsAt, type Watts } from '../../../shared/inference/watts.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { contextOption, readModelFile } from '../model-file.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { findByName } from '../names.ts';
import { readBytes } from '../read-input.ts';
import { defaultFramework, notSupported } from '../serving-support.ts';

const wholeNumbers = [
  'isl', 'osl', 'tp', 'attention-dp', 'ep', 'moe-tp', 'concurrency', 'speculative',
  'prefill-accelerators', 'decode-accelerators',
] as const;

export const predictSpec: ArgSpec = {
  positional: [], required: 0, flags: ['json', 'frontier', 'model-only'],
  options: ['model', 'config', 'context', 'system', 'precision', 'framework', 'mode',
    'cache-hit', 'ttft', 'tpot', 'percentile', 'acceptance', ...wholeNumbers],
};

const precisions: readonly Precision[] = ['fp4', 'fp8', 'bf16', 'int4'];
const modes = ['auto', 'agg', 'disagg'] as const;

/** Instances are looked for up to one rack of the largest scale-up domain in use. */
const mostAccelerators = 72;

/** A whole number of at least `least`, or undefined when the option is not given. */
function wholeOption(
  args: Args, name: string, least: number,
): Result<number | undefined, string> {
  const text = optionOf(args, name);
  if (text === undefined) return ok(undefined);
  const value = Number(text);
  return Number.isInteger(value) && value >= least ? ok(value)
    : refuse(`--${name}: expected a whole number from ${least}, got "${text}"`);
}

/** A number above 0 up to `most`, or null when the option is not given. */
function positiveOption(
  args: Args, name: string, unit: string, most = Infinity,
): Result<number | null, string> {
  const text = optionOf(args, name);
  if (text === undefined) return ok(null);
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= most && Number.isFinite(value)) return ok(value);
  return refuse(`--${name}: expected ${unit} above 0${most === Infinity ? '' : ` to ${most}`}, `
    + `got "${text}"`);
}

/** The service level asked for: milliseconds to the first token and per token, and for whom. */
function readLimits(args: Args): Result<ServiceLimits, string> {
  const ttft = positiveOption(args, 'ttft', 'milliseconds');
  const tpot = positiveOption(args, 'tpot', 'milliseconds');
  if (!ttft.ok) return ttft;
  if (!tpot.ok) return tpot;
  const word = optionOf(args, 'percentile');
  const percentile = percentiles.find((p) => p === word || p === `p${word}`);
  if (word !== undefined && percentile === undefined)
    return refuse(`--percentile: "${word}" is not one of ${percentiles.join(', ')}`);
  return ok({
    maxTtftMs: ttft.value, minTokPerSecPerUser: tpot.value === null ? null : 1e3 / tpot.value,
    ...(percentile === undefined ? {} : { percentile }),
  });
}

/** The one of `known` an option names, or the default. */
function oneOf<T extends string>(
  args: Args, name: string, known: readonly T[], otherwise: T | null,
): Result<T, string> {
  const text = optionOf(args, name);
  if (text === undefined) return otherwise === null
    ? refuse(`--${name} is needed; one of ${known.join(', ')}`)
    : ok(otherwise);
  const found = known.find((k) => k === text);
  if (found !== undefined) return ok(found);
  const near = nearestWord(text, known);
  return refuse(`--${name}: "${text}" is not one of ${known.join(', ')}${near === null ? '' : `; did you mean ${near}?`}`);
}

function readNumbers(args: Args): Result<ReadonlyMap<string, number>, string> {
  const numbers = new Map<string, number>();
  for (const name of wholeNumbers) {
    const value = wholeOption(args, name, name === 'speculative' ? 0 : 1);
    if (!value.ok) return value;
    if (value.value !== undefined) numbers.set(name, value.value);
  }
  return ok(numbers);
}

function fixedOf(numbers: ReadonlyMap<string, number>): FixedConfiguration {
  const names = {
    tp: 'tp', attentionDp: 'attention-dp', ep: 'ep', moeTp: 'moe-tp',
    concurrency: 'concurrency', prefillAccelerators: 'prefill-accelerators',
    decodeAccelerators: 'decode-accelerators',
  } as const;
  return Object.fromEntries(Object.entries(names).flatMap(([key, option]) => {
    const value = numbers.get(option);
    return value === undefined ? [] : [[key, value]];
  }));
}

/** A model of the catalogue by name, or that of a `config.json`. */
function readModel(args: Args): Result<ModelSpec, string> {
  const path = optionOf(args, 'config');
  if (path === undefined)
    return findByName(builtInCatalog.models, optionOf(args, 'model'), '--model');
  if (optionOf(args, 'model') !== undefined)
    return refuse('--model and --config both name a model; give one of them');
  const context = contextOption(args);
  if (!context.ok) return context;
  const bytes = readBytes(path);
  if (!bytes.ok) return refuse(bytes.error.text);
  const read = readModelFile(bytes.value, basename(path), undefined, context.value);
  if (read.ok) return ok(read.value.model);
  const { line, reason } = read.error;
  return refuse(`--config: ${path}${line === null ? '' : `, line ${line}`}: ${reason}`);
}

/** What is asked, from the words of the command line. */
function readRequest(args: Args): Result<ServingRequest, string> {
  const model = readModel(args);
  if (!model.ok) return model;
  const system = findByName({ ...builtInCatalog.accelerators, ...builtInCatalog.systems },
    optionOf(args, 'system'), '--system');
  if (!system.ok) return system;
  const entry = system.value;
  const accelerator =
    'acceleratorId' in entry ? builtInCatalog.accelerators[entry.acceleratorId] : entry;
  if (accelerator === undefined)
    return refuse(`--system: ${entry.name} has no accelerator in the catalogue`);
  const precision = oneOf(args, 'precision', precisions, null);
  const mode = oneOf(args, 'mode', modes, 'auto');
  const numbers = readNumbers(args);
  if (!precision.ok) return precision;
  if (!mode.ok) return mode;
  if (!numbers.ok) return numbers;
  const isl = numbers.value.get('isl');
  const osl = numbers.value.get('osl');
  if (isl === undefined || osl === undefined) return refuse('--isl and --osl are needed');
  const cacheHit = Number(optionOf(args, 'cache-hit') ?? '0');
  if (!(cacheHit >= 0 && cacheHit < 1))
    return refuse('--cache-hit: expected a share from 0 to below 1');
  const limits = readLimits(args);
  if (!limits.ok) return limits;
  const stated = positiveOption(args, 'acceptance', 'a chance', 0.99);
  if (!stated.ok) return stated;
  const acceptance = stated.value ?? acceptedLengths(model.value.id, builtInCatalog.constants);
  const links = defaultLinks(accelerator);
  const domain = 'acceleratorId' in entry ? (entry.scaleUpDomain?.value ?? Math.min(
    links.scaleUp.domain, Math.max(1, entry.accelerators.value),
  )) : links.scaleUp.domain;
  const fixed = fixedOf(numbers.value);
  const asked: Omit<ServingRequest, 'framework'> = {
    model: model.value, accelerator, precision: precision.value, isl, osl, cacheHit,
    speculativeDraft: numbers.value.get('speculative') ?? 0, mode: mode.value,
    links: { ...links, scaleUp: { ...links.scaleUp, domain } },
    limits: limits.value,
    ...(acceptance === null ? {} : { acceptance }),
    maxAcceleratorsPerInstance: mostAccelerators,
    ...(Object.keys(fixed).length === 0 ? {} : { fixed }),
    ...(args.flags.has('model-only') ? {} : { measured: loadMeasuredPoints() }),
  };
  return ok({ ...asked, framework: optionOf(args, 'framework')
    ?? defaultFramework(asked, asked.precision) });
}

/**
 * One point, or the whole frontier when asked. Without a concurrency the point of highest
 * throughput.
 */
function predict(
  request: ServingRequest, wholeFrontier: boolean,
): Result<readonly FrontierPoint[], Refusal> {
  if (!wholeFrontier && request.fixed?.concurrency !== undefined) {
    const point = predictPoint(request);
    return point.ok ? ok([point.value]) : point;
  }
  const frontier = computeFrontier(request);
  if (!frontier.ok) return frontier;
  if (wholeFrontier) {
    const kept = frontier.value.points.filter((point) => meetsLimits(point, request.limits));
    if (kept.length > 0) return ok(kept);
  }
  const chosen = chooseInTime(frontier.value, request, (asked) => computeFrontier(asked));
  return chosen.ok ? ok([chosen.value]) : chosen;
}

/** `predict`: tokens per second of one model on one system. */
export function runPredict(args: Args, output: Output): ExitCode {
  const request = readRequest(args);
  if (!request.ok) {
    output.err(request.error);
    return exitCodes.usage;
  }
  const ruledOut = notSupported(request.value);
  if (ruledOut !== null) {
    output.err(`${ruledOut.what}. ${ruledOut.nearestFix}`);
    if (args.flags.has('json')) output.out(JSON.stringify({ refused: ruledOut }, null, 2));
    return exitCodes.failed;
  }
  const points = predict(request.value, args.flags.has('frontier'));
  if (!points.ok) {
    output.err(`${points.error.what}. ${points.error.nearestFix}`);
    if (args.flags.has('json')) output.out(JSON.stringify({ refused: points.error }, null, 2));
    return exitCodes.failed;
  }
  const drawn = points.value.map((point) =>
    ({ ...point, watts: wattsAt(point, request.value.accelerator) }));
  if (args.flags.has('json'))
    output.out(JSON.stringify(
      args.flags.has('frontier') ? { points: drawn } : drawn[0], null, 2,
    ));
  else output.out(pointTable(drawn));
  return exitCodes.done;
}

const printed = (of: Percentiles | undefined, digits: number): string =>
  (of === undefined ? '' : percentiles.map((p) => of[p].toFixed(digits)).join(' / '));

/** A point with the watts its accelerators draw; null where no limit is published. */
type DrawnPoint = FrontierPoint & { readonly watts: Watts | null };

const pointTable = (points: readonly DrawnPoint[]): string => table([
  ['MODE', 'TP', 'DP', 'EP', 'CONC', 'ACCEL', 'TOK/S/USER', 'OUT TOK/S/ACCEL',
    'TOTAL TOK/S/ACCEL', 'TTFT MS', 'TTFT P50 / P90 / P99', 'TPOT P50 / P90 / P99', 'PREFILL BUSY',
    'DRAFTS', 'W/ACCEL', 'SOURCE', 'ERROR'],
  ...points.map((p) => [
    p.mode, String(p.tp), String(p.attentionDp), String(p.ep), String(p.concurrency),
    String(p.accelerators), p.tokPerSecPerUser.toFixed(1),
    p.outputTokPerSecPerAccelerator.toFixed(1), p.totalTokPerSecPerAccelerator.toFixed(1),
    `${p.ttftMsLow.toFixed(0)}-${p.ttftMsHigh.toFixed(0)}`, printed(p.latency?.ttftMs, 0),
    printed(p.latency?.tpotMs, 1),
    p.latency === undefined ? '' : `${(p.latency.prefillLoad * 100).toFixed(0)} %`,
    String(p.speculativeDraft), p.watts?.mean.toFixed(0) ?? '', p.source,
    `${p.expectedErrorPct.toFixed(0)} %`,
  ]),
]);
