import type { Fault } from './places.ts';

/** A fault that changes no result, or none that anyone could call wrong, and why. */
export interface Equivalent extends Pick<Fault, 'path' | 'context' | 'was' | 'now'> {
  readonly why: string;
}

/** Found again by file and line of code; an entry whose line has changed is simply tried again. */
export const equivalents: readonly Equivalent[] = [];

/** Whether a fault is known to change nothing. */
export const isKnown = (fault: Fault): boolean => equivalents.some((one) =>
  one.path === fault.path && one.context === fault.context && one.was === fault.was && one.now === fault.now);
