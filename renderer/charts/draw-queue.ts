/** How long charts are drawn before the page may answer, ms. */
const sliceMs = 10;

export interface DrawQueue {
  /** Draws later; a drawing that waits already keeps its place. */
  readonly add: (draw: () => void) => void;
  readonly remove: (draw: () => void) => void;
}

/**
 * Draws charts one after the other, a slice of a frame at a time, so that a screen of many makes
 * no long task.
 * @param later runs a function when the page may be drawn to; `now` is a clock in ms
 */
export function createDrawQueue(
  later: (run: () => void) => void, now: () => number,
): DrawQueue {
  const waiting = new Set<() => void>();
  let due = false;
  const run = (): void => {
    due = false;
    const until = now() + sliceMs;
    for (const draw of waiting) {
      waiting.delete(draw);
      draw();
      if (now() >= until) break;
    }
    if (waiting.size > 0) ask();
  };
  const ask = (): void => {
    if (due) return;
    due = true;
    later(run);
  };
  return {
    add: (draw) => {
      waiting.add(draw);
      ask();
    },
    remove: (draw) => { waiting.delete(draw); },
  };
}
