import { basename } from 'node:path';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ModelSpec, Precision } from '../../../shared/catalog/types.ts';
import { defaultLinks } from '../../../shared/inference/defaults.ts';
import { choosePoint, computeFrontier } from '../../../shared/inference/frontier.ts';
import { predictPoint } from '../../../shared/inference/predict.ts';
import type {
  FixedConfiguration, FrontierPoint, Refusal, ServingRequest,
} from '../../../shared/inference/types.ts';
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
    'cache-hit', ...wholeNumbers],
};

const precisions: readonly (Precision | 'int4')[] = ['fp4', 'fp8', 'bf16', 'int4'];

/** Weights in integers of four bits, products in bf16; a mixture's experts alone are so. */
const inInt4 = (model: ModelSpec): ModelSpec =>
  ({ ...model, nativePrecision: model.moe === undefined ? 'int4' : 'int4 experts' });
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
  const links = defaultLinks(accelerator);
  const domain = 'acceleratorId' in entry ? (entry.scaleUpDomain?.value ?? Math.min(
    links.scaleUp.domain, Math.max(1, entry.accelerators.value),
  )) : links.scaleUp.domain;
  const fixed = fixedOf(numbers.value);
  const widened = precision.value === 'int4';
  const asked: Omit<ServingRequest, 'framework'> = {
    model: widened ? inInt4(model.value) : model.value, accelerator,
    precision: precision.value === 'int4' ? 'bf16' : precision.value, isl, osl, cacheHit,
    speculativeDraft: numbers.value.get('speculative') ?? 0, mode: mode.value,
    links: { ...links, scaleUp: { ...links.scaleUp, domain } },
    limits: { minTokPerSecPerUser: null, maxTtftMs: null },
    maxAcceleratorsPerInstance: mostAccelerators,
    ...(Object.keys(fixed).length === 0 ? {} : { fixed }),
    // Points measured with weights of two bytes say nothing of integers of four bits.
    ...(args.flags.has('model-only') || widened ? {} : { measured: loadMeasuredPoints() }),
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
  if (!frontier.ok || wholeFrontier) return frontier.ok ? ok(frontier.value.points) : frontier;
  const chosen = choosePoint(frontier.value.points, request.limits);
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
  if (args.flags.has('json'))
    output.out(JSON.stringify(
      args.flags.has('frontier') ? { points: points.value } : points.value[0], null, 2,
    ));
  else output.out(pointTable(points.value));
  return exitCodes.done;
}

const pointTable = (points: readonly FrontierPoint[]): string => table([
  ['MODE', 'TP', 'DP', 'EP', 'CONC', 'ACCEL', 'TOK/S/USER', 'OUT TOK/S/ACCEL',
    'TOTAL TOK/S/ACCEL', 'TTFT MS', 'SOURCE', 'ERROR'],
  ...points.map((p) => [
    p.mode, String(p.tp), String(p.attentionDp), String(p.ep), String(p.concurrency),
    String(p.accelerators), p.tokPerSecPerUser.toFixed(1),
    p.outputTokPerSecPerAccelerator.toFixed(1), p.totalTokPerSecPerAccelerator.toFixed(1),
    `${p.ttftMsLow.toFixed(0)}-${p.ttftMsHigh.toFixed(0)}`, p.source,
    `${p.expectedErrorPct.toFixed(0)} %`,
  ]),
]);
