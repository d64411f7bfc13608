import { ok, refuse, type Result } from '../../units/result.ts';
import { problem, type ImportProblem } from '../report.ts';
import { amountOf, isMissing, numberStyle, type NumberStyle } from './amount.ts';
import { columnKind, wordsOf, type ColumnKind } from './columns.ts';
import { parseMoment } from './moment.ts';
import { planTime, type TimePlan } from './time-plan.ts';
import type { AmountBasis, AmountRole, ColumnNames, LoadOptions } from './types.ts';

/** A column of amounts in use. */
export interface AmountColumn {
  readonly column: number;
  readonly role: AmountRole;
  readonly basis: AmountBasis;
  readonly factor: number;
}

/** How a file is to be read, found from its first lines. */
export interface LoadFormat {
  readonly time: TimePlan;
  readonly amounts: readonly AmountColumn[];
  readonly style: NumberStyle;
  readonly names: readonly string[];
  readonly columns: ColumnNames;
  /** Columns with figures that are not added, and why. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  /** The columns are those of a known trace of single requests. */
  readonly trace: string | null;
  readonly status: number | null;
}

/** Column names of published traces of single requests, in words. */
const traces: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: 'Azure LLM inference trace', words: ['timestamp', 'context tokens', 'generated tokens'] },
  { name: 'BurstGPT trace', words: ['timestamp', 'request tokens', 'response tokens', 'total tokens'] },
  { name: 'Mooncake trace', words: ['timestamp', 'input length', 'output length'] },
];

const traceOf = (names: readonly string[]): string | null => {
  const words = new Set(names.map(wordsOf));
  return traces.find((trace) => trace.words.every((word) => words.has(word)))?.name ?? null;
};

type Named = { readonly column: number; readonly name: string; readonly kind: ColumnKind };

/** Parts of one amount: what caches keep stands beside it, labels name its series. */
const isPart = (name: string): boolean => /cache/u.test(wordsOf(name)) || /[{}]/u.test(name);

/**
 * Columns of one side that are no parts: where several say the same the first counts, and
 * where they differ nobody can know which does.
 * @returns columns to pass over, or the names that differ
 */
function sameColumns(
  named: readonly Named[], samples: readonly (readonly string[])[],
): Result<ReadonlySet<number>, string> {
  const over = new Set<number>();
  for (const role of ['input', 'output'] as const) {
    const [first, ...others] = named.filter(({ name, kind }) =>
      kind.kind === 'amount' && kind.role === role && !isPart(name));
    for (const other of others) {
      const alike = samples.every((row) => row[other.column] === row[first?.column
        ?? -1]);
      if (!alike) return refuse(
        `two columns count ${role} tokens, ${first?.name ?? ''} and ${other.name}; leave one in the file`);
      over.add(other.column);
    }
  }
  return ok(over);
}

/** Which amounts to take: parts where both are there, else the total, else requests. */
function chooseAmounts(named: readonly Named[]): readonly AmountColumn[] {
  const all = named.flatMap(({ column, kind }) =>
    (kind.kind === 'amount' ? [{ column, role: kind.role, basis: kind.basis, factor: kind.factor }]
      : []));
  const of = (role: AmountRole): readonly AmountColumn[] => all.filter((a) => a.role === role);
  const parts = [...of('input'), ...of('output')];
  const requests = of('requests').slice(0, 1);
  const total = of('total').slice(0, 1);
  if (parts.length > 0) return [...parts, ...total, ...requests];
  return total.length > 0 ? [...total, ...requests] : requests;
}

function columnNames(
  amounts: readonly AmountColumn[], names: readonly string[], time: TimePlan,
): ColumnNames {
  const found: Partial<Record<'time' | AmountRole, string>> = {
    time: time.columns.map((at) => names[at] ?? '').join(' + '),
  };
  for (const { role, column } of amounts) {
    const name = names[column] ?? '';
    const before = found[role];
    found[role] = before === undefined ? name : `${before} + ${name}`;
  }
  return found;
}

function unusedOf(
  named: readonly Named[], amounts: readonly AmountColumn[], samples: readonly (readonly string[])[],
): LoadFormat['unused'] {
  const used = new Set(amounts.map(({ column }) => column));
  return named.flatMap(({ column, name, kind }) => {
    if (used.has(column)) return [];
    if (kind.kind === 'part')
      return [{ name, why: `its tokens are counted within the ${kind.of} tokens` }];
    if (kind.kind === 'amount') return [{ name, why: 'another column counts the same' }];
    const isTokens = /\btok(en)?s?\b/u.test(wordsOf(name));
    const isFigure = samples.some((row) => amountOf(row[column] ?? '', { decimal: 'point' }) !== null);
    return isTokens && isFigure ? [{ name, why: 'its name says neither input nor output' }] : [];
  });
}

const noColumns = (line: number, found: string): ImportProblem => problem('no-columns',
  `no columns of time and of tokens or requests were found in “${found.slice(0, 80)}”; head them time and tokens`,
  line);

/** Amounts of samples as written, of the columns in use. */
function styleOf(
  amounts: readonly AmountColumn[], samples: readonly (readonly string[])[], separator: string,
  options: LoadOptions,
): Result<NumberStyle, ImportProblem> {
  if (options.decimal !== undefined) return ok({ decimal: options.decimal });
  const cells = samples.flatMap((row) => amounts.map(({ column }) => row[column] ?? ''))
    .filter((cell) => !isMissing(cell) && /^[+-]?[\d.,]+$/u.test(cell));
  const style = numberStyle(cells, separator);
  return style !== null ? ok(style) : refuse(problem('ambiguous-decimal',
    'its marks could stand between thousands or before decimals; say --decimal comma or --decimal point'));
}

/** Column basis after what a person said of it. */
const rebased = (amounts: readonly AmountColumn[], { values }: LoadOptions): readonly AmountColumn[] =>
  (values === undefined ? amounts : amounts.map((amount) => ({ ...amount, basis: values })));

/** A headerless file of a time and an amount. */
function bareFormat(
  first: readonly string[], samples: readonly (readonly string[])[], separator: string,
  options: LoadOptions,
): Result<LoadFormat, ImportProblem> | null {
  const time = first[0] ?? '';
  const isData = parseMoment(time, options.dates ?? null) !== null || /^\d+(\.\d+)?$/u.test(time);
  if (!isData) return null;
  if (first.length !== 2) return refuse(problem('no-columns',
    'the file has no header line; with more than two columns it cannot be known which to take', 1));
  return named(['time', 'tokens'], samples, separator, options, 1);
}

function named(
  names: readonly string[], samples: readonly (readonly string[])[], separator: string,
  options: LoadOptions, line: number,
): Result<LoadFormat, ImportProblem> {
  const all: readonly Named[] = names.map((name, column) => ({ column, name, kind: columnKind(name) }));
  const over = sameColumns(all, samples);
  if (!over.ok) return refuse(problem('two-columns', over.error, line));
  const amounts = rebased(chooseAmounts(all.filter(({ column }) =>
    !over.value.has(column))), options);
  if (amounts.length === 0) return refuse(noColumns(line, names.join(separator)));
  const trace = traceOf(names);
  const time = planTime(all, samples, trace, options);
  if (!time.ok) return time;
  if (time.value === null) return refuse(noColumns(line, names.join(separator)));
  const bases = new Set(amounts.map(({ basis }) => basis));
  if (bases.size > 1) return refuse(problem('mixed-bases',
    'some columns are speeds and some are amounts; leave one kind in the file', line));
  const style = styleOf(amounts, samples, separator, options);
  if (!style.ok) return style;
  const status = all.find(({ kind }) => kind.kind === 'status')?.column ?? null;
  return ok({ time: time.value, amounts, style: style.value, names, trace, status,
    columns: columnNames(amounts, names, time.value), unused: unusedOf(all, amounts, samples) });
}

/**
 * How to read a table from its first rows.
 * @param head the first row, a header or data
 * @param samples rows behind the header, as many as were read ahead
 * @returns the format and whether the head is a header, or what is missing
 */
export function formatOf(
  head: readonly string[], samples: readonly (readonly string[])[], separator: string,
  options: LoadOptions, line = 1,
): Result<{ readonly format: LoadFormat; readonly hasHeader: boolean }, ImportProblem> {
  const bare = bareFormat(head, [head, ...samples], separator, options);
  const format = bare ?? named(head, samples, separator, options, line);
  return format.ok ? ok({ format: format.value, hasHeader: bare === null }) : format;
}
