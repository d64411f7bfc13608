/**
 * A search that asks for values instead of computing them: it yields the input it wants
 * to know and is given the figure there, or null where there is none. Whoever drives it
 * may show progress, wait or stop between two questions.
 */
export type Asking<T> = Generator<number, T, number | null>;

/** An input and its figure. */
export interface Sample {
  readonly x: number;
  readonly value: number | null;
}

/** A sample that has a figure. */
export interface Known {
  readonly x: number;
  readonly value: number;
}

export const isKnown = (sample: Sample | undefined): sample is Known =>
  sample !== undefined && sample.value !== null;

/** Asks for one figure; what is not finite is no figure. */
export function* askFor(x: number): Asking<number | null> {
  const value = yield x;
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Passes questions on, each input once: what was answered before is not asked again. */
export function* askOnce<T>(search: Asking<T>): Asking<T> {
  const answers = new Map<number, number | null>();
  let step = search.next();
  while (step.done !== true) {
    const x = step.value;
    const known = answers.get(x);
    const value = known === undefined ? yield x : known;
    if (known === undefined) answers.set(x, value);
    step = search.next(value);
  }
  return step.value;
}

/** Answers every question with a function. */
export function answerAll<T>(search: Asking<T>, f: (x: number) => number | null): T {
  let step = search.next();
  while (step.done !== true) step = search.next(f(step.value));
  return step.value;
}
