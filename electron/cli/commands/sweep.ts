import { openSync, writeSync, closeSync } from 'node:fs';
import type { PlanAxis } from '../../../shared/search/plans/axis.ts';
import { readAxis } from '../../../shared/search/plans/axis.ts';
import { openSweep, type Sweep, type SweepCell } from '../../../shared/search/plans/sweep.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { csv, exitCodes, table, type ExitCode, type Output } from '../output.ts';
import { explainSearch } from '../search/explain.ts';
import { planCells, threadsFor } from '../search/pool.ts';
import { subjectFromArgs } from '../search/subject.ts';
import type { SweepOrder } from '../search/work.ts';
import type { Subject } from '../../../shared/search/plans/subject.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';

export const sweepSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'paired'],
  options: ['scenario', 'set', 'load', 'over', 'figures', 'csv', 'workers'],
  repeatable: ['set', 'load', 'over'],
};

/** Figures of a sweep that asks for none. */
const usualFigures = 'npvUsd,irr,costPerMTokUsd';

export const wordsOf = (text: string): readonly string[] =>
  text.split(',').map((word) => word.trim()).filter((word) => word !== '');

/** Axes, pairing and figures of a command line. */
export interface AskedSweep {
  readonly subject: Subject;
  readonly order: SweepOrder;
}

/** The sweep a command line asks for, or the exit code and sentence it ends with. */
export function readSweep(
  args: Args,
): Result<AskedSweep, { readonly exit: ExitCode; readonly text: string }> {
  const over = args.options.get('over') ?? [];
  if (over.length === 0) {
    return refuse({ exit: exitCodes.usage,
      text: 'say what is to be varied: --over path=from:to:count or --over path=a,b,c' });
  }
  const subject = subjectFromArgs(args);
  if (!subject.ok) return subject;
  const axes: PlanAxis[] = [];
  for (const text of over) {
    const axis = readAxis(subject.value, text);
    if (!axis.ok)
      return refuse({ exit: exitCodes.usage, text: `--over ${explainSearch(axis.error)}` });
    axes.push(axis.value);
  }
  const question = { axes, paired: args.flags.has('paired'),
    figures: wordsOf(optionOf(args, 'figures') ?? usualFigures) };
  const { document, scenarioId } = subject.value;
  return ok({ subject: subject.value, order: { document, scenarioId, question } });
}

/** `--workers`: a whole number from 1, or null where it is left out. */
export function workersOf(args: Args): Result<number | null, string> {
  const said = optionOf(args, 'workers');
  if (said === undefined) return ok(null);
  const count = Number(said);
  return Number.isInteger(count) && count >= 1 && count <= 256 ? ok(count)
    : refuse(`--workers needs a whole number from 1 to 256, got "${said}"`);
}

/** Says on `err` how far a long run is, every other second. */
export function progressOn(output: Output, what: string): (done: number, total: number) => void {
  let last = Date.now();
  return (done, total) => {
    const now = Date.now();
    if (now - last < 2000 || done === total) return;
    last = now;
    output.err(`${what}: ${done} of ${total}`);
  };
}

export const headOf = (sweep: Sweep): readonly string[] =>
  ['run', ...sweep.axes.map(({ path }) => path), ...sweep.figures.map(({ key }) => key),
    'feasible', 'cause'];

export const rowOf = ({ run, values, figures, feasible, cause }: SweepCell) =>
  [run, ...values, ...figures, feasible, cause];

/** A cell as JSON names it: figures by key, so that no reader counts columns. */
export const cellJson = (sweep: Sweep, { run, values, figures, feasible, cause }: SweepCell) => ({
  run, values,
  figures: Object.fromEntries(sweep.figures.map(({ key }, at) => [key, figures[at] ?? null])),
  feasible, cause,
});

/** `sweep`: the plan at every combination of values, as a table, JSON or CSV. */
export async function runSweep(args: Args, output: Output): Promise<ExitCode> {
  const file = optionOf(args, 'csv');
  const workers = workersOf(args);
  if (!workers.ok || (args.flags.has('json') && file !== undefined)) {
    output.err(workers.ok ? '--json and --csv exclude each other' : workers.error);
    return exitCodes.usage;
  }
  const asked = readSweep(args);
  if (!asked.ok) {
    output.err(asked.error.text);
    return asked.error.exit;
  }
  const { subject, order } = asked.value;
  const sweep = openSweep(subject, order.question);
  if (!sweep.ok) {
    output.err(explainSearch(sweep.error));
    return exitCodes.usage;
  }
  const { runs } = sweep.value;
  const print = file === undefined ? printer(sweep.value, args, output)
    : csvWriter(sweep.value, file, output);
  if (print === null) return exitCodes.badFile;
  let infeasible = 0;
  await planCells(sweep.value, order, { from: 0, to: runs },
    threadsFor(runs, workers.value), {
      cell: (cell) => { if (!cell.feasible) infeasible += 1; print.cell(cell); },
      progress: progressOn(output, 'sweep'),
    });
  print.end();
  if (infeasible > 0)
    output.err(`note: ${infeasible} of ${runs} plans cannot be built as asked; their cause stands beside them`);
  return infeasible === runs ? exitCodes.failed : exitCodes.done;
}

interface Printer {
  readonly cell: (cell: SweepCell) => void;
  readonly end: () => void;
}

function printer(sweep: Sweep, args: Args, output: Output): Printer {
  const cells: SweepCell[] = [];
  const head = { schema: 'aifp.sweep/1', paired: args.flags.has('paired'), runs: sweep.runs,
    axes: sweep.axes, figures: sweep.figures };
  return {
    cell: (cell) => { cells.push(cell); },
    end: () => {
      if (args.flags.has('json')) {
        output.out(JSON.stringify(
          { ...head, cells: cells.map((cell) => cellJson(sweep, cell)) }, null, 2));
        return;
      }
      output.out(table([headOf(sweep), ...cells.map((cell) =>
        rowOf(cell).map((value) => (value === null ? '-' : String(value))))]));
    },
  };
}

/** Rows to a file as they come, so that a million of them are never held. */
function csvWriter(sweep: Sweep, file: string, output: Output): Printer | null {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (problem) {
    output.err(`${file}: ${String(problem instanceof Error ? problem.message : problem)}. Nothing was written`);
    return null;
  }
  let held: string[] = [csv([headOf(sweep)])];
  const write = (): void => {
    if (held.length > 0) writeSync(handle, `${held.join('\n')}\n`);
    held = [];
  };
  return {
    cell: (cell) => {
      held.push(csv([rowOf(cell)]));
      if (held.length > 1000) write();
    },
    end: () => {
      write();
      closeSync(handle);
      output.err(`${file}: ${sweep.runs} plans`);
    },
  };
}
