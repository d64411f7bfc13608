import { noteText, type ImportProblem, type ImportReport, type Note } from '../../shared/import/report.ts';
import type { NotUnderstood } from './import-kind.ts';

/** A report for a person: one heading per part that has something to say. */
export function reportLines({ format, read, repaired, leftOut, notes }: ImportReport): readonly string[] {
  const part = (title: string, items: readonly Note[]): readonly string[] =>
    (items.length === 0 ? [] : [title, ...items.map((item) => `  ${noteText(item)}`)]);
  return [format, ...part('read', read), ...part('repaired', repaired),
    ...part('left out', leftOut), ...part('to know', notes)];
}

/** The same as data. */
export const reportJson = ({ format, repaired, leftOut, notes }: ImportReport) =>
  ({ format, repairs: repaired, leftOut, notes });

const namedProblems = 5;

/** The first problem with its line; the others of its file behind it. */
export function notUnderstood(problems: readonly ImportProblem[]): NotUnderstood {
  const [first, ...others] = problems;
  if (first === undefined) return { line: null, reason: 'the file was not understood' };
  const more = others.slice(0, namedProblems - 1)
    .map(({ line, reason }) => `\n  ${line === 0 ? '' : `line ${line}: `}${reason}`);
  const left = others.length - more.length;
  return { line: first.line === 0 ? null : first.line,
    reason: `${first.reason}${more.join('')}${left > 0 ? `\n  and ${left} more` : ''}` };
}
