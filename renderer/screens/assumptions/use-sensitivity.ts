import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import type {
  SensitivityAnswer, SensitivityReply, SensitivityTask,
} from './sensitivity-task.ts';

/**
 * What the answer rests on, as far as it is known; the last answer stays while the next
 * is computed.
 */
export interface Sensitivity {
  /** Catalogue figures the plan reads; null before they are known. */
  readonly refs: readonly string[] | null;
  readonly answer: SensitivityAnswer | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failed: string | null;
  /** `old`: the answer is of an earlier state, because the work was stopped. */
  readonly phase: 'busy' | 'done' | 'old';
  readonly stop: () => void;
  readonly restart: () => void;
}

/** A state of the project somebody asked about; compared by identity. */
interface Question {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly round: number;
}

interface Known extends Pick<Sensitivity, 'refs' | 'answer' | 'failed'> {
  /** Progress, and the question it is made on. */
  readonly working: { readonly of: Question; readonly done: number; readonly total: number }
    | null;
  readonly answered: Question | null;
  readonly stopped: Question | null;
}

const nothing: Known = { refs: null, answer: null, failed: null, working: null,
  answered: null, stopped: null };

/**
 * Time without edits after which the work begins: typing should not start it at every
 * digit.
 */
const pauseMs = 250;

function withReply(before: Known, of: Question, reply: SensitivityReply): Known {
  switch (reply.kind) {
    case 'reads': return { ...before, refs: reply.refs };
    case 'progress':
      return { ...before, working: { of, done: reply.done, total: reply.total } };
    case 'done': return { ...before, answer: reply.answer, failed: null, answered: of };
    case 'failed': return { ...before, failed: reply.detail, answered: of };
  }
}

/**
 * What the plan on show owes to each of its inputs, computed beside the page and again
 * after every edit.
 */
export function useSensitivity(): Sensitivity {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [round, setRound] = useState(0);
  const question = useMemo((): Question => ({ document, scenarioId, round }),
    [document, scenarioId, round]);
  const [known, setKnown] = useState<Known>(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ readonly id: number; readonly of: Question }>({ id: 0, of: question });
  useEffect(() => {
    const started = new Worker(new URL('../../compute.worker.ts', import.meta.url),
      { type: 'module', name: 'sensitivity' });
    started.addEventListener('message', ({ data }: MessageEvent<SensitivityReply>) => {
      const { id, of } = asked.current;
      if (data.id === id) setKnown((before) => withReply(before, of, data));
    });
    worker.current = started;
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, []);
  const post = useCallback((task: SensitivityTask) => { worker.current?.postMessage(task); },
    []);
  useEffect(() => {
    const id = asked.current.id + 1;
    asked.current = { id, of: question };
    const timer = setTimeout(() => {
      post({ kind: 'ask', id, document: question.document, scenarioId: question.scenarioId });
    }, pauseMs);
    return () => { clearTimeout(timer); };
  }, [question, post]);
  const stop = useCallback(() => {
    asked.current = { ...asked.current, id: asked.current.id + 1 };
    post({ kind: 'stop' });
    setKnown((before) => ({ ...before, stopped: question }));
  }, [post, question]);
  const restart = useCallback(() => { setRound((count) => count + 1); }, []);
  const { refs, answer, failed, working, answered, stopped } = known;
  return {
    refs, answer, failed: answered === question ? failed : null,
    progress: working?.of === question ? working : null,
    phase: stopped === question ? 'old' : answered === question ? 'done' : 'busy', stop,
    restart,
  };
}
