import type { Reading } from './reading.ts';

/**
 * A plan that is laid out once and evaluated in one draw after another. Values that its parts
 * keep are those of one draw; what rests on nothing a draw moves is kept for all of them.
 */
export interface DrawnValues {
  /** Whether a reading rests on something that draws move. */
  readonly isMoved: (reading: Reading) => boolean;
}

/** Number of the draw that is evaluated, the same in no two; 0 outside of draws. */
export let drawNumber = 0;
/** What is known of the values of the draw that is evaluated. */
export let drawnValues: DrawnValues | null = null;
/** Whether what is made now lasts over all draws, and what is read is learnt. */
export let isLayingOut = false;

let drawsSoFar = 0;

/** The draw a value that stands in all of them was computed in. */
export const everyDraw = -1;

function within<T>(number: number, values: DrawnValues, laysOut: boolean, compute: () => T): T {
  const outer = [drawNumber, drawnValues, isLayingOut] as const;
  [drawNumber, drawnValues, isLayingOut] = [number, values, laysOut];
  try {
    return compute();
  } finally {
    [drawNumber, drawnValues, isLayingOut] = outer;
  }
}

/**
 * Lays out what is evaluated in many draws, or evaluates it for the first time, so that each
 * part is known with what it reads.
 * @param number the draw this belongs to, of `nextDraw`
 */
export const layingOut = <T>(number: number, values: DrawnValues, compute: () => T): T =>
  within(number, values, true, compute);

/** Evaluates one draw: values of the draws before no longer stand. */
export const inDraw = <T>(values: DrawnValues, compute: () => T): T =>
  within(nextDraw(), values, false, compute);

/** The number of a draw that none had before. */
export function nextDraw(): number {
  drawsSoFar += 1;
  return drawsSoFar;
}
