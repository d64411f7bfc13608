import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Bridge } from '../../../shared/compare/bridge.ts';
import { openCoalitions, type BridgeMetric } from '../../../shared/compare/coalition.ts';
import type { InputGroup } from '../../../shared/compare/groups.ts';
import type { Progress } from '../../../shared/compare/shapley.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { compareText, explainBridge } from '../../text/compare.ts';
import { choose, type BridgeMethod } from '../../state/compare-choice.ts';
import { runSteps } from './run-steps.ts';
import { planner, stepBridge, stepOrder } from './step-bridge.ts';

export interface BridgeRequest {
  readonly document: ProjectDocument;
  readonly a: string;
  readonly b: string;
  readonly metric: BridgeMetric;
  readonly method: BridgeMethod;
  readonly order: readonly InputGroup[];
}

export interface BridgeView {
  /**
   * The last finished bridge of this request; an edit keeps it on show until the next is
   * there.
   */
  readonly bridge: Bridge | null;
  readonly refusal: string | null;
  /** Null while nothing is being computed. */
  readonly progress: Progress | null;
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
  readonly findOrder: () => void;
}

interface Outcome {
  readonly key: string;
  readonly bridge: Bridge | null;
  readonly refusal: string | null;
}

/**
 * Computes a bridge between other work of the window; a new request or an edit starts it
 * afresh.
 */
export function useBridge(
  { document, a, b, metric, method, order }: BridgeRequest,
): BridgeView {
  const key = [a, b, metric, method, ...(method === 'sequential' ? order : [])].join(' ');
  const coalitions = useMemo(() => openCoalitions(planner, document, a, b, metric),
    [document, a, b, metric]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [stoppedRun, setStoppedRun] = useState<object | null>(null);
  const [attempt, setAttempt] = useState(0);
  const cancel = useRef<() => void>(() => undefined);
  const finish = useCallback((next: Outcome) => {
    setProgress(null);
    setOutcome(next);
  }, []);
  const run = useMemo(() => ({ coalitions, key, attempt }), [coalitions, key, attempt]);
  useEffect(() => {
    if (!coalitions.ok) return undefined;
    const end = runSteps(stepBridge(coalitions.value, metric, method, order), {
      progress: setProgress,
      done: (result) => {
        finish(result.ok ? { key, bridge: result.value, refusal: null }
          : { key, bridge: null, refusal: explainBridge(result.error) });
      },
      failed: (detail) => {
        finish({ key, bridge: null, refusal: compareText.failed(detail) });
      },
    });
    cancel.current = end;
    return end;
  }, [coalitions, key, metric, method, order, run, finish]);
  const findOrder = (): void => {
    if (!coalitions.ok) return;
    cancel.current();
    cancel.current = runSteps(stepOrder(coalitions.value, order), {
      progress: setProgress,
      done: (found) => {
        if (found === null) finish({ key, bridge: null, refusal: compareText.noOrder });
        else choose({ order: found });
      },
      failed: (detail) => {
        finish({ key, bridge: null, refusal: compareText.failed(detail) });
      },
    });
  };
  const current = outcome?.key === key ? outcome : null;
  return {
    bridge: coalitions.ok ? (current?.bridge ?? null) : null,
    refusal: coalitions.ok ? (current?.refusal ?? null) : explainBridge(coalitions.error),
    progress, stopped: stoppedRun === run,
    stop: () => {
      cancel.current();
      setProgress(null);
      setStoppedRun(run);
    },
    again: () => { setAttempt((n) => n + 1); },
    findOrder,
  };
}
