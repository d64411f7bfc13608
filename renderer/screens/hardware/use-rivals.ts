import { useEffect, useMemo, useRef, useState } from 'react';
import { answerDemand } from '../../../shared/plan/figures/deployment.ts';
import { rivalQuestions, rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { catalog } from '../../state/catalog.ts';
import type { RivalAnswer, RivalReply, RivalTask } from './rival-task.ts';

export interface Rivals {
  /** The last answer, kept while the next is computed; null before the first. */
  readonly answer: RivalAnswer | null;
  readonly busy: boolean;
  readonly failed: string | null;
}

type Question = Omit<RivalTask, 'id'>;

/** What a rack group asks of other systems. */
function questionOf({ stages }: Plan, serving: GroupServing): Question {
  const { measured: _measured, ...request } = serving.request;
  return {
    questions: rivalQuestions(stages, serving, catalog, rivalSystems),
    request,
    own: stages.own.points,
    peakTokPerSec: answerDemand(stages, serving)?.peakTokPerSec ?? null,
  };
}

/** A worker that answers the newest question and skips those that came while it was busy. */
function startWorker(take: (reply: RivalReply) => void) {
  const worker = new Worker(new URL('../../compute.worker.ts', import.meta.url),
    { type: 'module', name: 'rivals' });
  let busy = false;
  let waiting: RivalTask | null = null;
  const send = (task: RivalTask): void => {
    busy = true;
    worker.postMessage(task);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<RivalReply>) => {
    const next = waiting;
    waiting = null;
    busy = false;
    if (next !== null) send(next);
    take(data);
  });
  return {
    ask: (task: RivalTask): void => {
      if (busy) waiting = task;
      else send(task);
    },
    close: (): void => {
      worker.terminate();
    },
  };
}

interface Answered {
  readonly answer: RivalAnswer | null;
  readonly failed: string | null;
  /** The question this answers. */
  readonly key: string;
}

/** Frontiers of other systems for the traffic of a rack group, computed beside the page. */
export function useRivals(plan: Plan, serving: GroupServing): Rivals {
  const [answered, setAnswered] = useState<Answered>({ answer: null, failed: null, key: '' });
  const worker = useRef<ReturnType<typeof startWorker> | null>(null);
  const asked = useRef<{ id: number; key: string }>({ id: 0, key: '' });
  const question = useMemo(() => questionOf(plan, serving), [plan, serving]);
  // Most edits leave the question as it was: prices and finance do not reach the accelerators.
  const key = useMemo(() => JSON.stringify(question), [question]);
  useEffect(() => {
    const started = startWorker((reply) => {
      const { id, key: newest } = asked.current;
      const of = reply.id === id ? newest : '';
      setAnswered((before) =>
        reply.ok
          ? { answer: reply.answer, failed: null, key: of }
          : { ...before, failed: reply.detail, key: of },
      );
    });
    worker.current = started;
    return () => {
      worker.current = null;
      started.close();
    };
  }, []);
  useEffect(() => {
    const id = asked.current.id + 1;
    asked.current = { id, key };
    const next: Question = JSON.parse(key);
    worker.current?.ask({ ...next, id });
  }, [key]);
  return { answer: answered.answer, failed: answered.failed, busy: answered.key !== key };
}
