import type { Catalog } from '../../shared/catalog/types.ts';
import type { readAny, Tell } from './read-any.ts';

const silent: Tell = () => { /* Nobody asked how far it is. */ };

/**
 * Every kind of file from elsewhere a page reads: what goes in, what comes out. Plain
 * values only. Each loads its reader when it is asked: one worker reads one file, and a
 * short one should not wait for the catalogue.
 */
export const readers = {
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
