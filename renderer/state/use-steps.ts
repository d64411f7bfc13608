import { useEffect, useState } from 'react';

/** What is known of something that is found step by step. */
export interface Stepped<T> {
  /** Null before the first step; the last known one while a newer question is answered. */
  readonly value: T | null;
  readonly busy: boolean;
}

/** How long steps go on before the page may draw and answer, ms. */
const sliceMs = 12;

/**
 * Takes steps in turns with the page: a few milliseconds of them, then whatever waits. A
 * newer question ends the one before.
 * @param begin the question, the same function while it is the same; a step that yields null
 *   leaves what was known before
 */
export function useSteps<T>(begin: () => Generator<T | null, T>): Stepped<T> {
  const [known, setKnown] = useState<{
    readonly of: typeof begin; readonly value: T | null; readonly done: boolean;
  } | null>(null);
  useEffect(() => {
    const steps = begin();
    const go = (): void => {
      const until = performance.now() + sliceMs;
      let step = steps.next();
      while (step.done !== true && performance.now() < until) step = steps.next();
      const [value, done] = [step.value, step.done === true];
      setKnown((before) => {
        const next = { of: begin, value: value ?? before?.value ?? null, done };
        // Nothing new is nothing to draw.
        return before?.of === next.of && before.value === next.value
          && before.done === done ? before : next;
      });
      if (step.done !== true) timer = setTimeout(go, 0);
    };
    let timer = setTimeout(go, 0);
    return () => { clearTimeout(timer); };
  }, [begin]);
  return { value: known?.value ?? null, busy: known?.of !== begin || !known.done };
}
