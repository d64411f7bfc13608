import { flatten } from './cells.ts';

/** A JSON document as a table. */
export interface JsonRows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const isNode = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);
const listOf = (thing: unknown): readonly unknown[] => (Array.isArray(thing) ? thing : []);

/** Series of a Prometheus answer, with the name of each. */
function prometheusRows(
  data: Readonly<Record<string, unknown>>, isTold: boolean,
): JsonRows | string {
  const series = listOf(data['result']).filter(isNode);
  const names = new Set<string>();
  const rows = series.flatMap((each) => {
    const metric = isNode(each['metric']) ? each['metric'] : {};
    const name = typeof metric['__name__'] === 'string' ? metric['__name__'] : 'value';
    names.add(name);
    return listOf(each['values']).map((pair) => ({ name, pair: listOf(pair) }));
  });
  if (names.size !== 1) return 'the answer holds several metrics; export one, or a sum of them';
  const [name = ''] = names;
  if (name === 'value' && !isTold)
    return 'the answer does not name what it counts; say --values rate, amount or counter';
  return { names: ['time', name === 'value' ? 'tokens' : name],
    rows: rows.map(({ pair }) => [String(pair[0]), String(pair[1])]) };
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
  return { names: order, rows: rows.map((row) => order.map((name) => row.get(name) ?? '')) };
}

/**
 * A JSON document of load as a table: a list of objects, pages of a usage API, or a range
 * of a Prometheus query.
 * @param isTold somebody said whether its values are speeds or amounts
 * @returns the table, or in words why there is none
 * @example rowsOfJson('[{"time":"2026-01-01","tokens":5}]').names // ['time', 'tokens']
 */
export function rowsOfJson(text: string, isTold = false): JsonRows | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `it is no sound JSON: ${error instanceof Error ? error.message : ''}`;
  }
  if (Array.isArray(value)) {
    const pages = value.filter(isNode);
    const isPaged = pages.length > 0 && pages.every((page) => Array.isArray(page['data']));
    return tableOf(bucketRows(isPaged ? pages.flatMap((page) => listOf(page['data'])) : value));
  }
  if (!isNode(value)) return 'it is neither a list nor an object';
  const { data } = value;
  if (isNode(data) && data['resultType'] === 'matrix') return prometheusRows(data, isTold);
  const rows = [data, value['results'], value['rows'], value['requests']].find(Array.isArray);
  return rows === undefined ? 'no list of rows was found in it' : tableOf(bucketRows(rows));
}
