import {
  byFigure, type Figure, type TraceInput, type TraceSource,
} from '../../units/figure.ts';
import { sourcesOf, type Reading, type Source } from '../../units/reading.ts';

/** What a figure was computed from. */
export interface Trace {
  /** Figures its formula names, then what else it read directly. */
  readonly inputs: readonly TraceInput[];
  /** Everything its computation read, directly or through stages. */
  readonly reads: readonly TraceSource[];
}

/** A source as a trace names it; null for what only decides which sources there are. */
function nameSource({ kind, path }: Source): TraceSource | null {
  switch (kind) {
    case 'field': return { kind: 'field', path };
    case 'catalog': return { kind: 'catalog', ref: path };
    case 'measured': return { kind: 'measured', id: path };
    case 'set': case 'records': case 'move': return null;
    default: return kind satisfies never;
  }
}

const idOf = (source: TraceSource): string =>
  `${source.kind} ${source.kind === 'field' ? source.path : source.kind === 'catalog' ? source.ref : source.id}`;

/** Sources as traces name them, each once, nearest first. */
export function readsOf(reading: Reading): readonly TraceSource[] {
  const reads = new Map<string, TraceSource>();
  for (const source of sourcesOf(reading)) {
    const named = nameSource(source);
    if (named !== null) reads.set(idOf(named), named);
  }
  return [...reads.values()];
}

/**
 * The trace of a computation, step by step: figures its formula names, and of what it
 * read only what they do not account for.
 * @param of keys of the figures the formula names; those the plan does not have are left out
 */
export function traceOf(
  reading: Reading, of: readonly string[], figureAt: (key: string) => Figure | undefined,
): Trace {
  const reads = readsOf(reading);
  const named = of.flatMap((key) => figureAt(key) ?? []);
  const through = new Set(named.flatMap((figure) => figure.reads.map(idOf)));
  return { inputs: [...named.map(({ key }) => byFigure(key)),
    ...reads.filter((source) => !through.has(idOf(source)))],
    reads };
}
