import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useScenarioId } from '../../state/hooks.tsx';
import type {
  DrawnFigure, Outcome, OutcomeFields, RiskQuestion, RiskReply, RiskTask, RiskView,
} from './risk-task.ts';
import { useDrawnDocument } from './use-drawn-document.ts';

/** A run over the plan on show, as far as it has come. */
export interface Risk {
  readonly view: RiskView | null;
  /** `old`: stopped before its end; `none`: there is no plan to draw from. */
  readonly phase: 'busy' | 'done' | 'old' | 'none';
  readonly failed: string | null;
  readonly stop: () => void;
  readonly restart: () => void;
  /** Asks for the fields of an outcome; the answer comes to `onOutcome`. */
  readonly open: (figure: DrawnFigure, outcome: Outcome) => void;
}

interface Question extends RiskQuestion {
  readonly document: ProjectDocument;
  readonly round: number;
}

interface Known {
  readonly of: Question | null;
  readonly view: RiskView | null;
  readonly phase: Risk['phase'];
  readonly failed: string | null;
}

const nothing: Known = { of: null, view: null, phase: 'busy', failed: null };

/** Time without edits after which a run begins. */
const pauseMs = 300;

function withReply(before: Known, of: Question, reply: RiskReply): Known {
  switch (reply.kind) {
    case 'view':
      return { of, view: reply.view, phase: reply.done ? 'done' : 'busy', failed: null };
    case 'none': return { of, view: null, phase: 'none', failed: null };
    case 'failed': return { ...before, of, phase: 'old', failed: reply.detail };
    case 'outcome': return before;
  }
}

type OnOutcome = (figure: DrawnFigure, outcome: Outcome, found: OutcomeFields | null) => void;

/**
 * Draws of the plan on show, computed beside the page and again after every edit.
 * @param asked how many, from which seed, with which switches turned
 * @param onOutcome what becomes of the fields of an outcome asked for
 */
export function useRisk(
  { draws, seed, switched }: Omit<RiskQuestion, 'scenarioId'>, onOutcome: OnOutcome,
): Risk {
  const document = useDrawnDocument();
  const scenarioId = useScenarioId();
  const [round, setRound] = useState(0);
  const question = useMemo((): Question =>
    ({ document, scenarioId, draws, seed, switched, round }),
  [document, scenarioId, draws, seed, switched, round]);
  const [known, setKnown] = useState<Known>(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef({ id: 0, of: question });
  const handler = useRef(onOutcome);
  useEffect(() => { handler.current = onOutcome; }, [onOutcome]);
  useEffect(() => {
    const started = new Worker(new URL('../../compute.worker.ts', import.meta.url),
      { type: 'module', name: 'risk' });
    started.addEventListener('message', ({ data }: MessageEvent<RiskReply>) => {
      const { id, of } = asked.current;
      if (data.id !== id) return;
      if (data.kind === 'outcome') handler.current(data.figure, data.outcome, data.found);
      else setKnown((before) => withReply(before, of, data));
    });
    worker.current = started;
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, []);
  const post = useCallback((task: RiskTask) => { worker.current?.postMessage(task); }, []);
  useEffect(() => {
    const id = asked.current.id + 1;
    asked.current = { id, of: question };
    const { round: _round, ...ask } = question;
    const timer = setTimeout(() => { post({ kind: 'ask', id, ...ask }); }, pauseMs);
    return () => { clearTimeout(timer); };
  }, [question, post]);
  const stop = useCallback(() => {
    // What is still on its way belongs to a question nobody asks any more.
    asked.current = { ...asked.current, id: asked.current.id + 1 };
    post({ kind: 'stop' });
    setKnown((before) => ({ ...before, of: question, phase: 'old' }));
  }, [post, question]);
  const restart = useCallback(() => { setRound((count) => count + 1); }, []);
  const open = useCallback((figure: DrawnFigure, outcome: Outcome) => {
    post({ kind: 'outcome', id: asked.current.id, figure, outcome });
  }, [post]);
  return {
    view: known.view, failed: known.of === question ? known.failed : null,
    phase: known.of === question ? known.phase : 'busy', stop, restart, open,
  };
}
