import { flatten } from './cells.ts';
import { columnKind } from './columns.ts';
import { increasesOf, type Increases } from './counter.ts';
import type { AmountBasis } from './types.ts';

/** A JSON document as a table. */
export interface JsonRows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The answer says that more of it follows. */
  readonly isPart: boolean;
  /** Running totals were taken apart series by series: what was seen on the way. */
  readonly counted: Pick<Increases, 'restarts' | 'spread'> | null;
}

const isNode = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);
const listOf = (thing: unknown): readonly unknown[] => (Array.isArray(thing) ? thing : []);

type Pair = readonly [time: string, value: string];

/**
 * Running totals of one series as what was added since the time before. A fall is a restart
 * of that series; between series, which end and begin as servers do, nothing is compared.
 */
function seriesIncreases(
  pairs: readonly Pair[], told: { restarts: number; spread: number },
): readonly Pair[] {
  const sorted = pairs.filter(([, value]) => Number.isFinite(Number(value))
    && value !== '')
    .toSorted((a, b) => Number(a[0]) - Number(b[0]));
  const { seconds, values, restarts, spread } = increasesOf(
    sorted.map(([time]) => Number(time)), sorted.map(([, value]) => Number(value)));
  told.restarts += restarts;
  told.spread += spread;
  return seconds.map((time, at): Pair => [String(time), String(values[at])]);
}

/** Series of a Prometheus answer, with the name of each. */
function prometheusRows(
  data: Readonly<Record<string, unknown>>, values: AmountBasis | undefined,
): JsonRows | string {
  const isTold = values !== undefined;
  const series = listOf(data['result']).filter(isNode);
  const names = new Set<string>();
  const lists = series.map((each) => {
    const metric = isNode(each['metric']) ? each['metric'] : {};
    const name = typeof metric['__name__'] === 'string' ? metric['__name__'] : 'value';
    names.add(name);
    return listOf(each['values']).map((pair): Pair => [String(listOf(pair)[0]),
      String(listOf(pair)[1])]);
  });
  if (names.size !== 1) return 'the answer holds several metrics; export one, or a sum of them';
  const [name = ''] = names;
  if (name === 'value' && !isTold)
    return 'the answer does not name what it counts; say --values rate, amount or counter';
  const kind = columnKind(name);
  const isCounter = (values
    ?? (kind.kind === 'amount' ? kind.basis : 'amount')) === 'counter';
  if (!isCounter) return { names: ['time', name === 'value' ? 'tokens' : name],
    rows: lists.flat(),
    isPart: false, counted: null };
  const told = { restarts: 0, spread: 0 };
  return { names: ['time', name === 'value' ? 'tokens' : `increase(${name})`],
    isPart: false,
    rows: lists.flatMap((pairs) => seriesIncreases(pairs, told)), counted: told };
}

/** Buckets of a usage API: each with a start and a list of results. */
const bucketRows = (buckets: readonly unknown[]): readonly ReadonlyMap<string, string>[] =>
  buckets.filter(isNode).flatMap((bucket) => {
    const inner = listOf(bucket['results'] ?? bucket['result']);
    const own = new Map([...flatten(bucket)].filter(([key]) => !key.startsWith('results')));
    return inner.length === 0 && ('results' in bucket || 'result' in bucket) ? []
      : inner.length === 0 ? [own]
        : inner.map((result) => new Map([...own, ...flatten(result)]));
  });

function tableOf(rows: readonly ReadonlyMap<string, string>[]): JsonRows {
  const names = new Set<string>();
  for (const row of rows) row.forEach((_, name) => names.add(name));
  const order = [...names];
  return { names: order, rows: rows.map((row) => order.map((name) => row.get(name)
    ?? '')),
    isPart: false, counted: null };
}

/** Whether the last page says that more follow. */
const saysMore = (pages: readonly unknown[]): boolean => {
  const last = pages.at(-1);
  return isNode(last) && (last['has_more'] === true
    || (typeof last['next_page'] === 'string' && last['next_page'] !== ''));
};

/**
 * A JSON document of load as a table: a list of objects, pages of a usage API, or a range
 * of a Prometheus query.
 * @param values what somebody said its values are
 * @returns the table, or in words why there is none
 * @example rowsOfJson('[{"time":"2026-01-01","tokens":5}]').names // ['time', 'tokens']
 */
export function rowsOfJson(text: string, values?: AmountBasis): JsonRows | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `it is no sound JSON: ${error instanceof Error ? error.message : ''}`;
  }
  if (Array.isArray(value)) {
    const pages = value.filter(isNode);
    const isPaged = pages.length > 0 && pages.every((page) => Array.isArray(page['data']));
    return { ...tableOf(bucketRows(isPaged ? pages.flatMap((page) =>
      listOf(page['data'])) : value)),
      isPart: isPaged && saysMore(pages) };
  }
  if (!isNode(value)) return 'it is neither a list nor an object';
  const { data } = value;
  if (isNode(data) && data['resultType'] === 'matrix') return prometheusRows(data,
    values);
  const rows = [data, value['results'], value['rows'], value['requests']].find(Array.isArray);
  return rows === undefined ? 'no list of rows was found in it'
    : { ...tableOf(bucketRows(rows)), isPart: saysMore([value]) };
}
