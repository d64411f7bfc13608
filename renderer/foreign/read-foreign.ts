import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { ReaderAnswer, ReaderArgs, ReaderName, ReaderReply } from './tasks.ts';

/**
 * Seconds a file may take; half a century of hourly load, the longest that is taken,
 * needs 2.5.
 */
export const readingSeconds = 20;

/** Why a file could not be read at all, whatever is in it. */
export type ReadingProblem =
  | { readonly code: 'too-slow'; readonly seconds: number }
  | { readonly code: 'cancelled' }
  | { readonly code: 'failed'; readonly detail: string };

/** Who wants to know how far the reading is, and may end it. */
export interface ReadingWatch {
  /** Told the share that is read, 0..1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Seconds a request log of many millions of lines may take. */
export const longReadingSeconds = 300;

/** The part of a worker used here; a test brings its own. */
export type Reader = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

const startReader = (): Reader =>
  new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });

/**
 * Reads a file from elsewhere beside the page, which goes on meanwhile; what takes too
 * long is ended.
 * @returns what the reader of that kind returns, its refusals included, or why it gave no
 *   answer
 */
export function readForeign<K extends ReaderName>(
  reader: K, args: ReaderArgs<K>, start: () => Reader = startReader,
  seconds: number = readingSeconds, { onProgress, signal }: ReadingWatch = {},
): Promise<Result<ReaderReply<K>, ReadingProblem>> {
  return new Promise((resolve) => {
    const worker = start();
    const end = (outcome: Result<ReaderReply<K>, ReadingProblem>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => { end(refuse({ code: 'too-slow', seconds })); },
      seconds * 1000);
    worker.onerror = ({ message }) => { end(refuse({ code: 'failed', detail: message })); };
    signal?.addEventListener('abort', () => { end(refuse({ code: 'cancelled' })); });
    worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => {
      if (data.state === 'progress') {
        onProgress?.(data.done / data.total);
        return;
      }
      // The worker answers a task with the reply of its reader.
      end(data.state === 'read' ? ok(data.reply as ReaderReply<K>)
        : refuse({ code: 'failed', detail: data.detail }));
    };
    worker.postMessage({ reader, args });
  });
}
