import { entryAt, nullIfEmpty } from './columns.ts';
import { publishedTable } from './data/published-results.js';

/**
 * A result as its publisher states it: MLPerf entries, TensorRT-LLM tables, ratios from
 * technical blogs.
 */
export interface PublishedResult {
  readonly id: string;
  readonly source: string;
  readonly date: string | null;
  readonly modelId: string;
  readonly acceleratorId: string;
  readonly system: string;
  readonly accelerators: number | null;
  readonly precision: string | null;
  readonly framework: string;
  /** MLPerf scenario, load or interactivity band. */
  readonly scenario: string;
  /** Mean tokens of prompt and answer where stated. */
  readonly isl: number | null;
  readonly osl: number | null;
  /** What `value` is; throughput counts output tokens unless the unit says `(in+out)`. */
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** Service level, latencies and the submission's path, as published. */
  readonly note: string;
}

/**
 * Published results for accelerators and models of the catalogue; for comparison, not to
 * calibrate a plan.
 * @throws RangeError when the table is damaged
 * @example loadPublishedResults()[0]?.acceleratorId // 'mi300x'
 */
export function loadPublishedResults(): readonly PublishedResult[] {
  const { names, results } = publishedTable;
  return results.value.map((value, row) => {
    const name = (key: keyof typeof names): string =>
      entryAt(names[key], entryAt(results[key], row, key), key);
    return {
      id: `result-${row + 1}`, source: name('source'), date: nullIfEmpty(name('date')),
      modelId: name('modelId'), acceleratorId: name('acceleratorId'),
      system: name('system'), precision: nullIfEmpty(name('precision')),
      accelerators: entryAt(results.accelerators, row, 'accelerators'),
      framework: name('framework'), scenario: name('scenario'),
      isl: entryAt(results.isl, row, 'isl'), osl: entryAt(results.osl, row, 'osl'),
      metric: name('metric'), value, unit: name('unit'),
      note: entryAt(results.note, row, 'note'),
    };
  });
}
