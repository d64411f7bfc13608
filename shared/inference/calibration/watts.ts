import type { Catalog } from '../../catalog/types.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { defaultLinks } from '../defaults.ts';
import { calibrationFamily } from '../fitted.ts';
import { acceleratorIdOf, modelIdOf, precisionOf } from '../names.ts';
import { numberOf, type Row } from '../point-row.ts';
import { predictPoint } from '../predict.ts';
import type { FixedConfiguration, FrontierPoint, ServingMode } from '../types.ts';
import { drawnShare, poolsOf, wattsOf, type WattShares, type Working } from '../watts.ts';
import { groupBy } from './group.ts';
import { solveSymmetric } from './linear.ts';

/** Measured watts at an operating point, and what the equations say was done there. */
export interface WattSample {
  readonly row: Row;
  readonly acceleratorId: string;
  readonly family: string;
  /** What one accelerator may draw, W. */
  readonly limitW: number;
  readonly point: Working;
  /** Mean measured, W; of each pool where the row states it. */
  readonly watts: number;
  readonly prefillW: number | null;
  readonly decodeW: number | null;
}

/** Accelerators of a prefill worker where a table gives their sum alone: one server. */
const SERVER = 8;

const textOf = (row: Row, ...columns: readonly string[]): string =>
  columns.map((column) => row[column]?.trim() ?? '').find((text) => text !== '') ?? '';

const firstNumber = (row: Row, ...columns: readonly string[]): number | null =>
  columns.map((column) => numberOf(row, column)).find((value) => value !== null) ?? null;

/** Widths in the words some tables use: `agg tp8`, `agg dep8`. */
function widthsIn(mode: string): FixedConfiguration {
  const [, kind, size] = /\b(tp|dep)(\d+)\b/i.exec(mode) ?? [];
  if (kind === undefined || size === undefined) return {};
  const width = Number(size);
  return kind.toLowerCase() === 'tp' ? { tp: width }
    : { tp: 1, attentionDp: width, ep: width };
}

/** How the row's instance is cut; what it does not say is left open. */
function configurationOf(row: Row, mode: ServingMode, concurrency: number): FixedConfiguration {
  if (mode === 'agg') {
    const tp = numberOf(row, 'tp');
    return { ...(tp === null ? {} : { tp }), ...widthsIn(row['mode'] ?? ''), concurrency };
  }
  const prefill = firstNumber(row, 'prefill_gpus');
  const decode = firstNumber(row, 'decode_gpus');
  if (prefill === null || decode === null) return { concurrency };
  const decodeWorkers = firstNumber(row, 'decode_workers') ?? 1;
  return { concurrency, prefillAccelerators: prefill, decodeAccelerators: decode, decodeWorkers,
    prefillWorkers: firstNumber(row, 'prefill_workers') ?? Math.max(1, prefill / SERVER),
    ...(decode / decodeWorkers <= SERVER ? { tp: decode / decodeWorkers } : {}) };
}

const needed = ['isl', 'osl'] as const;

/** Share of the prompt found in the cache; a table without the column says there was none. */
function hitOf(row: Row): number {
  const hit = numberOf(row, 'cache_hit');
  return hit === null ? 0 : hit;
}

/** The point of the equations a row was measured at. */
function pointOf(
  row: Row, catalog: Catalog, acceleratorId: string,
): Result<FrontierPoint, string> {
  const model = catalog.models[modelIdOf(row['model'] ?? '', catalog) ?? ''];
  const accelerator = catalog.accelerators[acceleratorId];
  const precision = precisionOf(row['precision'] ?? '');
  if (model === undefined) return refuse(`unknown model ${row['model'] ?? '(empty)'}`);
  if (accelerator === undefined) return refuse(`unknown accelerator ${acceleratorId}`);
  if (precision === null) return refuse(`unknown precision ${row['precision'] ?? '(empty)'}`);
  const concurrency = firstNumber(row, 'concurrency', 'conc');
  const [isl, osl] = needed.map((column) => numberOf(row, column));
  if (concurrency === null || !(concurrency > 0)) return refuse('concurrency is missing');
  if (isl == null || osl == null || !(isl > 0 && osl > 0)) return refuse('isl or osl is missing');
  const factor = numberOf(row, 'length_factor') ?? 1;
  const mode = /disagg/i.test(row['mode'] ?? '') ? 'disagg' : 'agg';
  const drafts = /mtp/i.test(`${row['mode'] ?? ''} ${row['speculative'] ?? ''}`) ? 3 : 0;
  const point = predictPoint({ model, accelerator, precision, isl: isl * factor,
    osl: osl * factor, cacheHit: hitOf(row), speculativeDraft: drafts, mode,
    framework: textOf(row, 'framework', 'engine'), links: defaultLinks(accelerator),
    limits: { minTokPerSecPerUser: null, maxTtftMs: null }, maxAcceleratorsPerInstance: 72,
    fixed: configurationOf(row, mode, concurrency) });
  return point.ok ? point : refuse(`${point.error.code}: ${point.error.what}`);
}

const familyOf = (catalog: Catalog, acceleratorId: string): string =>
  calibrationFamily(catalog.accelerators[acceleratorId]?.family ?? '');

/** A row of measured watts as a sample, or in words why it is none. */
export function wattSample(row: Row, catalog: Catalog): Result<WattSample, string> {
  const named = textOf(row, 'gpu', 'system');
  const acceleratorId = acceleratorIdOf(named, catalog);
  if (acceleratorId === null) return refuse(`unknown accelerator ${named || '(empty)'}`);
  const limitW = catalog.accelerators[acceleratorId]?.tdpW?.value ?? null;
  if (limitW === null) return refuse(`no power limit of ${named} is published`);
  const watts = firstNumber(row, 'avg_gpu_power_w', 'watts');
  if (watts === null || !(watts > 0)) return refuse('no measured watts');
  const point = pointOf(row, catalog, acceleratorId);
  return point.ok ? ok({ row, acceleratorId, limitW, watts, point: point.value,
    family: familyOf(catalog, acceleratorId), prefillW: firstNumber(row, 'prefill_w'),
    decodeW: firstNumber(row, 'decode_w') }) : point;
}

/** A measured share of the limit, and the share of the time worked. */
interface Observation {
  readonly family: string;
  readonly working: number;
  readonly share: number;
}

/** What a sample says: of each pool where its watts are stated apart, else of all together. */
function observationsOf(
  { point, family, limitW, watts, prefillW, decodeW }: WattSample,
): readonly Observation[] {
  const pools = poolsOf(point);
  const stated = { prefill: prefillW, decode: decodeW, all: watts };
  const apart = pools.flatMap(({ pool, working }) => {
    const measured = stated[pool];
    return measured === null ? [] : [{ family, working, share: measured / limitW }];
  });
  if (apart.length === pools.length) return apart;
  const all = pools.reduce((sum, { accelerators }) => sum + accelerators, 0);
  const working = pools.reduce((sum, pool) => sum + pool.accelerators * pool.working, 0) / all;
  return [{ family, working, share: watts / limitW }];
}

/** Shares by least squares of relative errors, the factors of families being given. */
function fitShares(
  observations: readonly Observation[], families: WattShares['families'],
): WattShares | null {
  const sums = { work: 0, wait: 0, works: 0, both: 0, waits: 0 };
  for (const { family, working, share } of observations) {
    const scale = (families[family] ?? 1) / share;
    const [work, wait] = [working * scale, (1 - working) * scale];
    sums.work += work;
    sums.wait += wait;
    sums.works += work * work;
    sums.both += work * wait;
    sums.waits += wait * wait;
  }
  const a = Float64Array.of(sums.works, sums.both, sums.both, sums.waits);
  const b = Float64Array.of(sums.work, sums.wait);
  if (!solveSymmetric(a, b)) return null;
  const [working = Number.NaN, waiting = Number.NaN] = b;
  return { working, waiting, families };
}

/** Factors of families, drawn towards 1 as by so many rows. */
const SHRINKAGE = 4;
/** Rounds of shares and factors in turn: they settle within a few. */
const ROUNDS = 30;

function fitFamilies(
  observations: readonly Observation[], shares: WattShares,
): WattShares['families'] {
  const groups = groupBy(observations, ({ family }) => family);
  return Object.fromEntries([...groups].map(([family, rows]) => {
    const logs = rows.reduce((sum, { working, share }) =>
      sum + Math.log(share / drawnShare(working, '', shares)), 0);
    return [family, Math.exp(logs / (rows.length + SHRINKAGE))];
  }));
}

/**
 * Shares of the limit while working and waiting, and factors of families, from measured watts.
 * @returns null where the rows do not tell working from waiting
 */
export function fitWatts(samples: readonly WattSample[]): WattShares | null {
  const observations = samples.flatMap(observationsOf);
  let shares = fitShares(observations, {});
  for (let round = 0; round < ROUNDS && shares !== null; round += 1)
    shares = fitShares(observations, fitFamilies(observations, shares));
  return shares;
}

/** Predicted over measured mean watts. */
export const wattRatio = (sample: WattSample, shares: WattShares): number =>
  wattsOf(sample.point, sample, shares).mean / sample.watts;
