import type { Result } from '../units/result.ts';

/** Something said about a file: what, where, and how much of the file it concerns. */
export interface Note {
  readonly code: string;
  readonly text: string;
  /** Line of the file, 1 first; 0 for the file as a whole. */
  readonly line: number;
  readonly count: number;
  /** Part of the file's total, 0..1; null where nothing of the total is touched. */
  readonly share: number | null;
}

/** What became of a file's content. The same for every kind of file. */
export interface ImportReport {
  /** The format, as its makers call it. */
  readonly format: string;
  readonly read: readonly Note[];
  readonly repaired: readonly Note[];
  readonly leftOut: readonly Note[];
  readonly notes: readonly Note[];
}

/** Why nothing was taken. */
export interface ImportProblem {
  readonly code: string;
  /** Line of the file, 1 first; 0 for the file as a whole. */
  readonly line: number;
  readonly reason: string;
}

export type ImportOutcome<T> = Result<
  { readonly value: T; readonly report: ImportReport }, readonly ImportProblem[]>;

/**
 * A note; without more it concerns the file as a whole.
 * @example note('sorted', 'lines were put in order').share // null
 */
export const note = (
  code: string, text: string, more: Partial<Omit<Note, 'code' | 'text'>> = {},
): Note => ({ code, text, line: 0, count: 1, share: null, ...more });

export const problem = (code: string, reason: string, line = 0): ImportProblem =>
  ({ code, line, reason });

/**
 * A share in words; what is above nought never reads as nothing.
 * @example shareText(0.25) // '25 %'
 */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.01) return 'less than 0.01 %';
  const digits = percent >= 10 || percent === 0 ? 0 : percent >= 1 ? 1 : 2;
  return `${Number(percent.toFixed(digits))} %`;
}

/**
 * A count with its noun.
 * @example counted(2, 'line') // '2 lines'
 */
export const counted = (count: number, what: string): string =>
  `${groupDigits(count)} ${what}${count === 1 ? '' : 's'}`;

/**
 * A whole number with marks between thousands.
 * @example groupDigits(1234567) // '1,234,567'
 */
export const groupDigits = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/gu, ',');

/** Sentences of a note with its place and share. */
export function noteText({ text, line, share, count }: Note): string {
  const where = line === 0 ? '' : count > 1 ? ` (first: line ${line})` : ` (line ${line})`;
  const part = share === null ? '' : `, ${shareText(share)} of the total`;
  return `${text}${where}${part}`;
}
