import type { Catalog } from '../../shared/catalog/types.ts';
import type { ImportContext } from '../../shared/import/benchmark/context.ts';
import type { readAny, Tell } from './read-any.ts';
import type { importLoad } from '../../shared/plan/entries/load-curve.ts';

/** A load curve's file and what it is to be read for. */
interface LoadFile {
  readonly text: string;
  readonly name: string;
  readonly target: Parameters<typeof importLoad>[2];
}

const silent: Tell = () => { /* Nobody asked how far it is. */ };

/** A model's configuration, and its longest context where a person has stated it. */
interface ModelText {
  readonly text: string;
  readonly name: string;
  readonly context: number | null;
  /** Where the same model is looked for. */
  readonly catalog: Catalog;
}

/**
 * Every kind of file from elsewhere a page reads: what goes in, what comes out. Plain
 * values only. Each loads its reader when it is asked: one worker reads one file, and a
 * short one should not wait for the catalogue.
 */
export const readers = {
  weather: async (
    { text, siteLatitude }: { readonly text: string; readonly siteLatitude: number | null },
  ) => {
    const { parseWeather } = await import('../../shared/import/weather/read-weather.ts');
    return parseWeather(text, siteLatitude === null ? {} : { siteLatitude });
  },
  definitions: async ({ text }: { readonly text: string }) => {
    const { parseDefinitions } = await import('../../shared/facility/devices/device-types.ts');
    return parseDefinitions(text);
  },
  load: async ({ text, name, target }: LoadFile) => {
    const { importLoad } = await import('../../shared/plan/entries/load-curve.ts');
    return importLoad(text, name, target);
  },
  model: async ({ text, name, context, catalog }: ModelText) => {
    const { readModelText } = await import('../../shared/plan/entries/own-models.ts');
    return readModelText(text, name, catalog, context === null ? {} : { context });
  },
  benchmark: async ({ text, context, catalog }: {
    readonly text: string; readonly context: ImportContext; readonly catalog: Catalog
  }) => {
    const { importBenchmarks } = await import('../../shared/import/benchmark/benchmark.ts');
    return importBenchmarks(text, context, catalog);
  },
  entries: async ({ text, catalog }: { readonly text: string; readonly catalog: Catalog }) => {
    const { readEntries } = await import('../../shared/plan/entries/own-catalog-files.ts');
    return readEntries(catalog, text);
  },
  any: async (args: Parameters<typeof readAny>[0], tell: Tell = silent) => {
    const { readAny: read } = await import('./read-any.ts');
    return read(args, tell);
  },
} as const;

export type ReaderName = keyof typeof readers;
export type ReaderArgs<K extends ReaderName> = Parameters<(typeof readers)[K]>[0];
export type ReaderReply<K extends ReaderName> = Awaited<ReturnType<(typeof readers)[K]>>;

/** A file on its way to the worker; one worker reads one file. */
export interface ReaderTask<K extends ReaderName = ReaderName> {
  readonly reader: K;
  readonly args: ReaderArgs<K>;
}

/** How reading ended; `thrown` is a mistake of ours. */
export type ReaderAnswer =
  | { readonly state: 'read'; readonly reply: unknown }
  | { readonly state: 'progress'; readonly done: number; readonly total: number }
  | { readonly state: 'thrown'; readonly detail: string };

/** Reads a file where it may take as long as it likes; never rejects. */
export async function answerTask<K extends ReaderName>(
  { reader, args }: ReaderTask<K>, tell: Tell = silent,
): Promise<ReaderAnswer> {
  try {
    const read = readers[reader] as (args: ReaderArgs<K>, tell: Tell) => Promise<ReaderReply<K>>;
    return { state: 'read', reply: await read(args, tell) };
  } catch (problem) {
    return { state: 'thrown',
      detail: problem instanceof Error ? problem.message : String(problem) };
  }
}
