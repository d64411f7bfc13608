import { cell } from '../units/reading.ts';

/**
 * Keeps a part of the months under a name, for a caller who remembers parts from one
 * evaluation to the next.
 */
export type Keep = <T>(name: string, compute: () => T) => () => T;

/** Remembers nothing beyond the result itself. */
export const keepNothing: Keep = (_name, compute) => cell(compute);
