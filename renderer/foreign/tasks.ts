import type { Catalog } from '../../shared/catalog/types.ts';
import { parseDefinitions } from '../../shared/facility/device-types.ts';
import { parseEpw } from '../../shared/facility/epw.ts';
import { importBenchmarks } from '../../shared/inference/import/benchmark.ts';
import type { ImportContext } from '../../shared/inference/import/context.ts';
import { importLoad } from '../../shared/plan/load-curve.ts';
import { readEntries } from '../../shared/plan/own-catalog-files.ts';
import { readOwnModel, trimConfig } from '../../shared/plan/own-entries.ts';

/** Every kind of file from elsewhere a page reads: what goes in, what comes out. Plain values only. */
export const readers = {
  weather: ({ text, siteLatitude }: { readonly text: string; readonly siteLatitude: number | null }) =>
    parseEpw(text, siteLatitude === null ? {} : { siteLatitude }),
  definitions: ({ text }: { readonly text: string }) => parseDefinitions(text),
  load: ({ text, name, target }: { readonly text: string; readonly name: string; readonly target: Parameters<typeof importLoad>[2] }) =>
    importLoad(text, name, target),
  model: ({ text, name }: { readonly text: string; readonly name: string }) =>
    ({ model: readOwnModel(text, 'own', name), config: trimConfig(text) }),
  benchmark: ({ text, context, catalog }: { readonly text: string; readonly context: ImportContext; readonly catalog: Catalog }) =>
    importBenchmarks(text, context, catalog),
  entries: ({ text, catalog }: { readonly text: string; readonly catalog: Catalog }) => readEntries(catalog, text),
} as const;

export type ReaderName = keyof typeof readers;
export type ReaderArgs<K extends ReaderName> = Parameters<(typeof readers)[K]>[0];
export type ReaderReply<K extends ReaderName> = ReturnType<(typeof readers)[K]>;

/** A file on its way to the worker; one worker reads one file. */
export interface ReaderTask<K extends ReaderName = ReaderName> {
  readonly reader: K;
  readonly args: ReaderArgs<K>;
}

/** How reading ended; `thrown` is a mistake of ours. */
export type ReaderAnswer =
  | { readonly state: 'read'; readonly reply: unknown }
  | { readonly state: 'thrown'; readonly detail: string };

/**
 * Reads a file where it may take as long as it likes.
 * @example answerTask({ reader: 'definitions', args: { text: '' } }).state // 'read'
 */
export function answerTask<K extends ReaderName>({ reader, args }: ReaderTask<K>): ReaderAnswer {
  try {
    const read = readers[reader] as (args: ReaderArgs<K>) => ReaderReply<K>;
    return { state: 'read', reply: read(args) };
  } catch (problem) {
    return { state: 'thrown', detail: problem instanceof Error ? problem.message : String(problem) };
  }
}
