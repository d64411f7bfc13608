import { createHash } from 'node:crypto';
import {
  closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync,
} from 'node:fs';
import type { Sweep, SweepCell } from '../../../shared/search/plans/sweep.ts';
import type { AskedFigure } from '../../../shared/search/plans/subject.ts';
import type { PlanAxis } from '../../../shared/search/plans/axis.ts';
import type { Shard } from '../../../shared/search/sweep/shards.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { appVersion } from '../version.ts';

/** What every shard of one batch has in common: other shards do not fit. */
export interface BatchJob {
  readonly schema: 'aifp.batch/1';
  readonly version: string;
  /** Hash of the scenario's inputs and the catalogue, see `plan`. */
  readonly plan: string;
  readonly paired: boolean;
  readonly axes: readonly PlanAxis[];
  readonly figures: readonly AskedFigure[];
  readonly runs: number;
}

/** First line of a shard's file. */
export interface ShardHead extends BatchJob {
  /** Hash of everything above, by which shards know each other. */
  readonly job: string;
  /** Runs of this file: the first counted in, the last not. */
  readonly from: number;
  readonly to: number;
}

export const jobOf = (plan: string, sweep: Sweep, paired: boolean): BatchJob => ({
  schema: 'aifp.batch/1', version: appVersion, plan, paired, axes: sweep.axes,
  figures: sweep.figures, runs: sweep.runs,
});

export const headOf = (job: BatchJob, [from, to]: Shard): ShardHead => ({ ...job,
  job: createHash('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 32), from, to });

/** A cell as one line of a shard's file. */
export const lineOf = ({ run, values, figures, feasible, cause }: SweepCell): string =>
  JSON.stringify({ run, values, figures, feasible, cause });

export const cellOf = (line: string): SweepCell => JSON.parse(line) as SweepCell;

/** A shard's file as far as it was written. */
export interface ShardFile {
  readonly head: ShardHead;
  readonly lines: readonly string[];
  /** Bytes of whole lines; what follows was cut off while it was written. */
  readonly bytes: number;
}

/** Reads a shard's file; a last line that was cut off is left out. */
export function readShard(path: string): Result<ShardFile, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    return refuse(`${path}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  const end = text.lastIndexOf('\n') + 1;
  const [first = '', ...lines] = text.slice(0, end).split('\n').slice(0, -1);
  const head = headIn(first);
  if (head === null) return refuse(`${path}: this is no shard of a batch`);
  const wrong = lines.findIndex((line, at) => !line.startsWith(`{"run":${head.from + at},`));
  if (wrong >= 0 || lines.length > head.to - head.from)
    return refuse(`${path}: line ${wrong + 2} is not the run that belongs there; the file is damaged`);
  return ok({ head, lines, bytes: Buffer.byteLength(text.slice(0, end)) });
}

function headIn(line: string): ShardHead | null {
  try {
    const head = JSON.parse(line) as Partial<ShardHead> | null;
    const sound = head?.schema === 'aifp.batch/1' && Number.isInteger(head.from)
      && Number.isInteger(head.to) && Number.isInteger(head.runs)
      && Array.isArray(head.axes) && Array.isArray(head.figures);
    return sound ? head as ShardHead : null;
  } catch {
    return null;
  }
}

/** What of two batches differs, in words; null where they are one. */
export function whyForeign(one: ShardHead, other: ShardHead): string | null {
  if (one.job === other.job) return null;
  if (one.version !== other.version)
    return `it is of version ${other.version}, the first of ${one.version}`;
  if (one.plan !== other.plan) return 'it is of another plan or catalogue';
  return one.runs === other.runs ? 'it asks for other values or figures'
    : `it is of ${other.runs} runs, the first of ${one.runs}`;
}

/** A shard's file being written, from where it was left. */
export interface ShardWriter {
  /** First run that is still to be planned. */
  readonly next: number;
  readonly write: (cell: SweepCell) => void;
  readonly end: () => void;
}

/** Lines held before they are written: a stop loses no more than these. */
const heldLines = 64;

/**
 * Opens a shard's file for writing. A file of the same shard is taken up where it ends;
 * any other file is left alone.
 */
export function writeShard(path: string, head: ShardHead): Result<ShardWriter, string> {
  const found = existsSync(path) ? readShard(path) : null;
  if (found?.ok === false) return found;
  if (found?.ok === true) {
    const why = whyForeign(head, found.value.head);
    const other = found.value.head.from !== head.from || found.value.head.to !== head.to;
    if (why !== null || other)
      return refuse(`${path}: ${why ?? 'it is another shard'}. It was left as it is`);
  }
  let handle: number;
  try {
    handle = openSync(path, found === null ? 'wx' : 'r+');
  } catch (problem) {
    return refuse(`${path}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  let place = 0;
  const put = (text: string): void => { place += writeSync(handle, text, place); };
  if (found?.ok === true) {
    place = found.value.bytes;
    ftruncateSync(handle, place);
  } else put(`${JSON.stringify(head)}\n`);
  let held: string[] = [];
  const flush = (): void => {
    if (held.length > 0) put(held.join(''));
    held = [];
  };
  return ok({ next: head.from + (found?.ok === true ? found.value.lines.length : 0),
    write: (cell) => {
      held.push(`${lineOf(cell)}\n`);
      if (held.length >= heldLines) flush();
    },
    end: () => { flush(); closeSync(handle); } });
}
