import type { ProjectDocument } from '../../../shared/project/record.ts';
import {
  openSweep, runThrough, sweepSteps, type SweepCell, type SweepQuestion,
} from '../../../shared/search/plans/sweep.ts';
import { subjectOf } from './subject.ts';

/** Everything a worker needs to plan any cell of a sweep. */
export interface SweepOrder {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly question: SweepQuestion;
}

/** Runs from one to before another. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Plans the blocks of a sweep in a worker of its own. */
export function createWork(
  { document, scenarioId, question }: SweepOrder,
): (block: Block) => readonly SweepCell[] {
  const sweep = openSweep(subjectOf(document, scenarioId), question, Infinity);
  if (!sweep.ok) throw new Error(sweep.error.code);
  return ({ from, to }) => runThrough(sweepSteps(sweep.value, from, to));
}
