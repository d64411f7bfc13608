import { engineRows, modeRows } from '../catalog/compat/engines.ts';
import { modelRows } from '../catalog/compat/models.ts';
import { precisionRows } from '../catalog/compat/precisions.ts';
import type {
  AcceleratorKey, FrameworkId, PrecisionPath, PrecisionRow, Standing, Statement,
} from '../catalog/compat/types.ts';
import { frameworkIds } from '../catalog/compat/types.ts';
import type { Accelerator, MeasuredPoint, ModelSpec, Precision } from '../catalog/types.ts';
import { backendOf } from '../inference/framework.ts';
import { hasArithmetic } from '../inference/machine.ts';
import { storesFourBitExperts } from '../inference/shape.ts';

export type Status = 'supported' | 'unknown' | 'not';

/** What an answer turns on: which of the chosen values would have to be another. */
export type Aspect = 'framework' | 'precision' | 'mode' | 'model';

/** What a refusal for its sake is called. */
export const refusalCodes: Readonly<Record<Aspect, string>> = {
  framework: 'software-not-supported', precision: 'precision-not-supported',
  mode: 'mode-not-supported', model: 'model-not-supported',
};

/** Whether something runs on something, and who says so. */
export interface Support {
  readonly status: Status;
  /** One sentence, for whoever chose it. */
  readonly reason: string;
  /** Null where no source speaks of it. */
  readonly statement: Statement | null;
}

export interface ServingSupport extends Support {
  readonly about: Aspect;
}

/** What is asked to run. */
export interface ServingChoice {
  readonly framework: string;
  readonly accelerator: Accelerator;
  readonly precision: Precision;
  /** `auto` asks for no mode in particular. */
  readonly mode: 'auto' | 'agg' | 'disagg';
  readonly model: ModelSpec;
}

const frameworkNames: Readonly<Record<FrameworkId, string>> = {
  trtllm: 'TensorRT-LLM', 'dynamo-trt': 'Dynamo with TensorRT-LLM', vllm: 'vLLM',
  sglang: 'SGLang', 'dynamo-sglang': 'Dynamo with SGLang', atom: 'ATOM',
};

/** A framework as people call it. */
export const frameworkName = (framework: string): string => {
  const id = frameworkOf(framework);
  return id === null ? framework : frameworkNames[id];
};

/**
 * The framework behind a name: one of a plan's, or an engine as benchmarks and users spell it.
 * @returns null for an engine the tables do not have
 * @example frameworkOf('dynamo-trtllm') // 'dynamo-trt'
 */
export function frameworkOf(name: string): FrameworkId | null {
  const known = frameworkIds.find((id) => id === name);
  if (known !== undefined) return known;
  const backend = backendOf(name);
  if (backend === 'other') return null;
  const dynamo = /dynamo/i.test(name);
  if (dynamo && backend === 'trtllm') return 'dynamo-trt';
  return dynamo && backend === 'sglang' ? 'dynamo-sglang' : backend;
}

/** Keys under which rows may speak of an accelerator, most exact first. */
const keysOf = (
  { id, vendor, family }: Accelerator,
): readonly AcceleratorKey[] => [id, `${vendor} ${family}`, vendor];

/** The most exact row for an accelerator; the first of equally exact ones. */
function mostExact<T extends { readonly on: readonly AcceleratorKey[] }>(
  rows: readonly T[], accelerator: Accelerator,
): T | undefined {
  for (const key of keysOf(accelerator)) {
    const row = rows.find(({ on }) => on.includes(key));
    if (row !== undefined) return row;
  }
  return undefined;
}

const statusOf: Readonly<Record<Standing, Status>> =
  { yes: 'supported', partial: 'unknown', no: 'not' };

/** A reason with what the source remarks. */
const because = (sentence: string, { note }: Statement): string =>
  `${sentence}${note === undefined ? '' : `: ${note}`}`;

function fromRow(
  row: { readonly standing: Standing; readonly statement: Statement } | undefined,
  words: Readonly<Record<Standing, string>>, unspoken: string,
): Support {
  if (row === undefined) return { status: 'unknown', reason: unspoken, statement: null };
  const { standing, statement } = row;
  return { status: statusOf[standing], reason: because(words[standing], statement),
    statement };
}

/**
 * Whether an engine runs on an accelerator.
 * @example engineOn('trtllm', mi355x).status // 'not'
 */
export function engineOn(framework: string, accelerator: Accelerator): Support {
  const id = frameworkOf(framework);
  const row = id === null ? undefined
    : mostExact(engineRows.filter(({ frameworks }) => frameworks.includes(id)), accelerator);
  const [engine, on] = [frameworkName(framework), accelerator.name];
  return fromRow(row, {
    yes: `${engine} runs on ${on}`, partial: `${engine} is not known to run on ${on}`,
    no: `${engine} does not run on ${on}`,
  }, `No source says that ${engine} runs on ${on}`);
}

/** A precision on an accelerator, and how it is computed there. */
export interface PrecisionSupport extends Support {
  readonly path: PrecisionPath;
}

/**
 * Whether an accelerator serves a model at a weight precision under a framework. Weights
 * published in four bits may be stored so and widened; of other models the accelerator
 * must have arithmetic of that precision.
 * @example precisionOn('fp4', h200, deepseekR1, 'vllm').status // 'not'
 */
export function precisionOn(
  precision: Precision, accelerator: Accelerator, model: ModelSpec, framework: string,
): PrecisionSupport {
  const id = frameworkOf(framework);
  const native = hasArithmetic(accelerator, precision);
  const stored = precision === 'fp4' && storesFourBitExperts(model);
  const [name, on] = [precision.toUpperCase(), accelerator.name];
  if (!native && !stored) {
    return { status: 'not', path: 'native', statement: null,
      reason: `${on} has no ${name} arithmetic` };
  }
  const fits = (row: PrecisionRow): boolean => row.precision === precision
    && (native || row.path === 'stored')
    && (row.frameworks === undefined || (id !== null && row.frameworks.includes(id)));
  const row = mostExact(precisionRows.filter(fits), accelerator);
  const support = fromRow(row, {
    yes: `${on} serves ${name} weights`, partial: `${on} is not known to serve ${name} weights`,
    no: `${on} does not serve ${name} weights under ${frameworkName(framework)}`,
  }, `No source says that ${on} serves ${name} weights under ${frameworkName(framework)}`);
  return { ...support, path: row?.path ?? (native ? 'native' : 'stored') };
}

function modeOn({ framework, accelerator, mode }: ServingChoice): Support {
  const id = frameworkOf(framework);
  const [engine, on] = [frameworkName(framework), accelerator.name];
  if (mode !== 'disagg') return { status: 'supported', statement: null,
    reason: `${engine} serves prefill and decode together` };
  const row = id === null ? undefined : mostExact(
    modeRows.filter((each) => each.mode === mode && each.frameworks.includes(id)),
    accelerator);
  const what = `prefill and decode apart on ${on}`;
  return fromRow(row, {
    yes: `${engine} serves ${what}`, partial: `${engine} is not known to serve ${what}`,
    no: `${engine} does not serve ${what}`,
  }, `No source says that ${engine} serves ${what}`);
}

function modelUnder({ framework, accelerator, model }: ServingChoice): Support {
  const id = frameworkOf(framework);
  const rows = modelRows.filter(({ models, frameworks }) => models.includes(model.id)
    && id !== null && frameworks.includes(id));
  const row = mostExact(rows.flatMap((each) => each.on === undefined ? []
    : [{ ...each, on: each.on }]), accelerator) ?? rows.find(({ on }) => on === undefined);
  const [engine, where] = [frameworkName(framework), `${model.name} on ${accelerator.name}`];
  return fromRow(row, {
    yes: `${engine} serves ${where}`, partial: `${engine} is not known to serve ${where}`,
    no: `${engine} does not serve ${where}`,
  }, `No source says that ${engine} serves ${model.name}`);
}

type Points = readonly MeasuredPoint[];

/** Points of an engine, accelerator and model, looked for once in a list of points. */
const selections = new WeakMap<Points, Map<string, Points>>();

function selectOnce(points: Points, key: string, select: () => Points): Points {
  const known = selections.get(points) ?? new Map<string, Points>();
  selections.set(points, known);
  const found = known.get(key) ?? select();
  known.set(key, found);
  return found;
}

/** Engine and accelerator of points that were measured, and the parts that vary. */
function measuredWith(
  { framework, accelerator, model }: ServingChoice, points: readonly MeasuredPoint[] | null,
): readonly MeasuredPoint[] {
  const id = frameworkOf(framework);
  if (points === null || id === null) return [];
  return selectOnce(points, `${id} ${accelerator.id} ${model.id}`, () =>
    points.filter((point) => point.acceleratorId === accelerator.id
      && point.modelId === model.id && backendOf(point.framework) === backendOf(id)));
}

const rankOf: Readonly<Record<Status, number>> = { not: 0, unknown: 1, supported: 2 };

/**
 * Whether a choice of engine, precision and mode serves a model on an accelerator: the
 * weakest of what is known of each. Measured points of the very combination count as a
 * source where none is written down.
 * @param points measured serving points; null asks the tables alone
 * @example supportOf({ framework: 'trtllm', accelerator: mi355x, ...rest }, null).about // 'framework'
 */
export function supportOf(
  choice: ServingChoice, points: readonly MeasuredPoint[] | null,
): ServingSupport {
  const { framework, accelerator, precision, mode, model } = choice;
  const seen = measuredWith(choice, points);
  const orSeen = (support: Support, isSeen: boolean): Support =>
    (support.status === 'unknown' && isSeen
      ? { ...support, status: 'supported', reason: `${frameworkName(framework)} was measured `
        + `with ${model.name} on ${accelerator.name}` } : support);
  const answers: readonly ServingSupport[] = [
    { about: 'framework', ...orSeen(engineOn(framework, accelerator), seen.length > 0) },
    { about: 'precision', ...orSeen(precisionOn(precision, accelerator, model, framework),
      seen.some((point) => point.precision === precision)) },
    { about: 'model', ...orSeen(modelUnder(choice), seen.length > 0) },
    { about: 'mode', ...orSeen(modeOn(choice), seen.some((point) => point.mode === mode)) },
  ];
  return answers.reduce((worst, next) =>
    (rankOf[next.status] < rankOf[worst.status] ? next : worst));
}
