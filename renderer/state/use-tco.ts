import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { TcoTable } from '../../shared/search/tco.ts';
import type { TcoReply, TcoTask } from './tco-task.ts';

/** A table of systems as far as it is known; the last one stays while the next is made. */
export interface Tco {
  readonly table: TcoTable | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failed: string | null;
  readonly busy: boolean;
}

type Question = Omit<TcoTask, 'id'>;

interface Known {
  readonly table: TcoTable | null;
  readonly failed: string | null;
  readonly progress: Tco['progress'];
  readonly answered: Question | null;
}

/**
 * Time without edits after which the work begins: typing should not start it at every
 * digit.
 */
const pauseMs = 250;

function withReply(before: Known, of: Question, reply: TcoReply): Known {
  switch (reply.kind) {
    case 'progress': return { ...before, progress: { done: reply.done, total: reply.total } };
    case 'done':
      return { table: reply.table, failed: null, progress: null, answered: of };
    case 'failed': return { ...before, failed: reply.detail, progress: null, answered: of };
  }
}

/** Every system on the workload and site of a scenario, computed beside the page. */
export function useTco(
  document: ProjectDocument, scenarioId: string, speed: number | null,
): Tco {
  const question = useMemo((): Question => ({ document, scenarioId, speeds: [speed] }),
    [document, scenarioId, speed]);
  const [known, setKnown] = useState<Known>(
    { table: null, failed: null, progress: null, answered: null });
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ readonly id: number; readonly of: Question }>({ id: 0, of: question });
  useEffect(() => {
    const started = new Worker(new URL('../compute.worker.ts', import.meta.url),
      { type: 'module', name: 'tco' });
    started.addEventListener('message', ({ data }: MessageEvent<TcoReply>) => {
      const { id, of } = asked.current;
      if (data.id === id) setKnown((before) => withReply(before, of, data));
    });
    worker.current = started;
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, []);
  useEffect(() => {
    const id = asked.current.id + 1;
    asked.current = { id, of: question };
    const timer = setTimeout(() => { worker.current?.postMessage({ id, ...question }); },
      pauseMs);
    return () => { clearTimeout(timer); };
  }, [question]);
  const { table, failed, progress, answered } = known;
  return { table, failed: answered === question ? failed : null, progress,
    busy: answered !== question };
}
