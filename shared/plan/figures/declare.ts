import type { Metric } from '../../economics/statement/result-types.ts';
import type { Absent } from '../../units/figure.ts';
import type { Unit } from '../../units/unit.ts';
import type { FormulaId } from './formulas.ts';
import type { StageResults } from '../stages.ts';

/** What is said of a figure once, for screen, paper, export and documentation. */
export interface FigureText {
  readonly label: string;
  readonly unit: Unit;
  /** One sentence: what the figure is. */
  readonly definition: string;
  readonly formula: FormulaId;
}

/**
 * A figure of the plan: what it is called, and how it is computed from the results of the
 * stages. What it rests on is recorded while it is computed and stands nowhere else.
 */
export interface FigureRow extends FigureText {
  /** Figures its formula names, for a reader who follows it step by step. */
  readonly of?: readonly string[];
  readonly value: (stages: StageResults) => number | Metric;
}

/** Figures of one room by key. */
export type FigureTable = Readonly<Record<string, FigureRow>>;

/**
 * Figures of which there are as many as the plan has groups, classes or roots; `*` stands
 * for the part that varies.
 */
export interface FigureFamily {
  /** E.g. `group.*.racks`. */
  readonly pattern: string;
  readonly text: FigureText;
  /** The parts of a plan that vary, in order. */
  readonly members: (stages: StageResults) => readonly string[];
  readonly of?: (member: string) => readonly string[];
  readonly value: (stages: StageResults, member: string) => number | Metric;
}

/** Declares a table and keeps its keys as a type. */
export const declare = <K extends string>(
  table: Readonly<Record<K, FigureRow>>,
): Readonly<Record<K, FigureRow>> => table;

/** A value that may be absent, with the reason if it is. */
export const orAbsent = (value: number | null | undefined, absent: Absent): Metric =>
  (value === null || value === undefined ? { value: null, absent } : { value });

/** The key of a member of a family. */
export const memberKey = (pattern: string, member: string): string =>
  pattern.replace('*', member);

/** The member a key names in a family, or null where it is none of it. */
export function memberOf(pattern: string, key: string): string | null {
  const [before = '', after = ''] = pattern.split('*');
  const long = key.length > before.length + after.length;
  return long && key.startsWith(before)
    && key.endsWith(after) ? key.slice(before.length, key.length - after.length) : null;
}
