import type { Progress } from '../../../shared/compare/shapley.ts';

/** How long a turn may hold the window, ms: input stays smooth below a frame. */
const turnMs = 10;

interface Reports<T> {
  readonly progress: (progress: Progress) => void;
  readonly done: (result: T) => void;
  readonly failed: (detail: string) => void;
}

/**
 * Runs a stepped computation between other work of the window.
 * @returns stops it; nothing is reported afterwards
 */
export function runSteps<T>(
  steps: Generator<Progress, T, void>, reports: Reports<T>,
): () => void {
  let timer = setTimeout(turn);
  function turn(): void {
    const end = performance.now() + turnMs;
    try {
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          reports.done(step.value);
          return;
        }
        if (performance.now() >= end) {
          reports.progress(step.value);
          break;
        }
      }
    } catch (problem) {
      reports.failed(problem instanceof Error ? problem.message : String(problem));
      return;
    }
    timer = setTimeout(turn);
  }
  return () => {
    clearTimeout(timer);
  };
}
