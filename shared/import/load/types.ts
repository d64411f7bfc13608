import type { LoadSeries } from '../../lifecycle/load-series-types.ts';

/** Which of day and month comes first where a date is written with slashes. */
export type DateOrder = 'us' | 'eu';

/** What a bare number in the column of times counts. */
export type NumberTimes = 'excel' | 's' | 'ms' | 'us' | 'ns' | 'min' | 'h';

/** What a person says of a file that it does not say itself. */
export interface LoadOptions {
  readonly dates?: DateOrder;
  /** Unit of times that are bare numbers. */
  readonly times?: NumberTimes;
  /** Mark before decimals. */
  readonly decimal?: 'comma' | 'point';
  /** Whether the hour 1 of a day begins or ends at 1:00. */
  readonly hours?: 'begin' | 'end';
  /** What the amounts of a metric count where its name does not say. */
  readonly values?: 'amount' | 'rate' | 'counter';
  /** Longest gap filled by a straight line, steps of an hour or more. Default 24. */
  readonly mostGapSteps?: number;
}

/** What a column of amounts counts. */
export type AmountRole = 'input' | 'output' | 'total' | 'requests';

/** How an amount stands for tokens: a sum over the step, a speed, or a running total. */
export type AmountBasis = 'amount' | 'rate' | 'counter';

/** The columns that were used, by the name the file gives them. */
export type ColumnNames = Readonly<Partial<Record<'time' | AmountRole, string>>>;

/** A load file, read. */
export interface ReadLoad {
  readonly series: LoadSeries;
  /** Null where the file does not tell input from output. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  /** Null where the file counts requests only. */
  readonly tokensTotal: number | null;
  /** Null where it counts none. */
  readonly requests: number | null;
  /** First moment and end of the last step, ISO; null where times count from a start. */
  readonly from: string | null;
  readonly to: string | null;
  readonly columns: ColumnNames;
  /** Times count from the start of the trace: no calendar, no day of the week. */
  readonly relative: boolean;
  /** Lines of data that were read. */
  readonly rows: number;
}
