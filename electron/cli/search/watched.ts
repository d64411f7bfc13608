import type { Output } from '../output.ts';

/** Runs steps to their end, and says on `err` every other second how far they are. */
export function watched<P, T>(
  steps: Generator<P, T>, output: Output, say: (progress: P) => string,
): T {
  let last = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (Date.now() - last < 2000) continue;
    last = Date.now();
    output.err(say(step.value));
  }
}
