import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Asked, Refusal, SearchAnswer, SearchReply, SearchTask,
} from './search-task.ts';

/** A search as far as it has come; the last answer stays while the next one is found. */
export interface Search {
  readonly phase: 'idle' | 'busy' | 'done' | 'stopped' | 'refused' | 'failed';
  readonly plans: number;
  readonly share: number | null;
  /** The answer with what it was asked of. */
  readonly known: { readonly asked: Asked; readonly answer: SearchAnswer } | null;
  readonly problem: Refusal | null;
  readonly failed: string | null;
}

const nothing: Search = { phase: 'idle', plans: 0, share: 0, known: null, problem: null,
  failed: null };

function withReply(before: Search, asked: Asked, reply: SearchReply): Search {
  switch (reply.kind) {
    case 'progress': return { ...before, plans: reply.plans, share: reply.share };
    case 'answer':
      return { ...before, phase: 'done', share: 1, known: { asked, answer: reply.answer } };
    case 'refused': return { ...before, phase: 'refused', problem: reply.problem };
    case 'failed': return { ...before, phase: 'failed', failed: reply.detail };
  }
}

/** Searches over plans, computed beside the page. */
export function useSearch() {
  const [search, setSearch] = useState<Search>(nothing);
  const worker = useRef<Worker | null>(null);
  const current = useRef<{ readonly id: number; readonly asked: Asked | null }>(
    { id: 0, asked: null });
  useEffect(() => {
    const started = new Worker(new URL('../../compute.worker.ts', import.meta.url),
      { type: 'module', name: 'search' });
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      const { id, asked } = current.current;
      if (data.id === id && asked !== null)
        setSearch((before) => withReply(before, asked, data));
    });
    worker.current = started;
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, []);
  const post = useCallback((task: SearchTask) => { worker.current?.postMessage(task); }, []);
  const ask = useCallback((asked: Asked) => {
    const id = current.current.id + 1;
    current.current = { id, asked };
    setSearch((before) => ({ ...nothing, phase: 'busy', known: before.known }));
    post({ kind: 'ask', id, ...asked });
  }, [post]);
  const stop = useCallback(() => {
    // What is still on its way belongs to a question nobody asks any more.
    current.current = { id: current.current.id + 1, asked: null };
    post({ kind: 'stop' });
    setSearch((before) => ({ ...before, phase: 'stopped' }));
  }, [post]);
  return { search, ask, stop };
}
