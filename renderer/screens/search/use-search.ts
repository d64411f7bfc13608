import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { SearchProblem } from '../../../shared/search/plans/problem.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import type {
  AnswerOf, SearchKind, SearchQuestion, SearchReply, SearchTask,
} from './search-task.ts';

/** How far a search is, whatever it searches. */
export interface SearchState {
  /** `idle` before the first question, `stopped` where it was ended before its end. */
  readonly phase: 'idle' | 'busy' | 'done' | 'stopped' | 'refused' | 'failed';
  readonly share: number;
  readonly plans: number;
  /** Whether the project was changed since the answer's question was asked. */
  readonly stale: boolean;
  readonly problem: SearchProblem | null;
  readonly detail: string | null;
  readonly stop: () => void;
}

/** What a search has found so far. */
export interface Search<K extends SearchKind> extends SearchState {
  readonly answer: AnswerOf<K> | null;
  readonly ask: (question: Extract<SearchQuestion, { readonly kind: K }>) => void;
}

interface Known<K extends SearchKind> {
  readonly phase: SearchState['phase'];
  readonly share: number;
  readonly plans: number;
  readonly answer: AnswerOf<K> | null;
  readonly problem: SearchProblem | null;
  readonly detail: string | null;
  readonly of: { readonly document: ProjectDocument; readonly scenarioId: string } | null;
}

const nothing = { phase: 'idle', share: 0, plans: 0, answer: null, problem: null, detail: null,
  of: null } as const;

const isOf = <K extends SearchKind>(
  kind: K, answer: { readonly kind: SearchKind } | null,
): answer is AnswerOf<K> => answer?.kind === kind;

function withReply<K extends SearchKind>(kind: K, before: Known<K>, reply: SearchReply): Known<K> {
  switch (reply.kind) {
    case 'progress': return { ...before, phase: 'busy', share: reply.share, plans: reply.plans,
      answer: isOf(kind, reply.answer) ? reply.answer : before.answer };
    case 'done': return { ...before, phase: 'done', share: 1,
      answer: isOf(kind, reply.answer) ? reply.answer : null };
    case 'refused': return { ...before, phase: 'refused', problem: reply.problem };
    case 'failed': return { ...before, phase: 'failed', detail: reply.detail };
  }
}

/** A search over plans of the scenario on show, computed beside the page when it is asked. */
export function useSearch<K extends SearchKind>(kind: K): Search<K> {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [known, setKnown] = useState<Known<K>>(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  useEffect(() => () => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  const post = useCallback((task: SearchTask) => {
    if (worker.current === null) {
      worker.current = new Worker(new URL('../../compute.worker.ts', import.meta.url),
        { type: 'module', name: 'search' });
      worker.current.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
        if (data.id === asked.current) setKnown((before) => withReply(kind, before, data));
      });
    }
    worker.current.postMessage(task);
  }, [kind]);
  const ask = useCallback((question: SearchQuestion) => {
    asked.current += 1;
    setKnown({ ...nothing, phase: 'busy', of: { document, scenarioId } });
    post({ kind: 'ask', id: asked.current, document, scenarioId, question });
  }, [document, scenarioId, post]);
  const stop = useCallback(() => {
    // What is still on its way belongs to a question nobody asks any more.
    asked.current += 1;
    post({ kind: 'stop' });
    setKnown((before) => ({ ...before, phase: 'stopped' }));
  }, [post]);
  const { of, ...rest } = known;
  const stale = of !== null && (of.document !== document || of.scenarioId !== scenarioId);
  return { ...rest, stale, ask, stop };
}
