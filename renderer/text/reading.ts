import type { ReadingProblem } from '../foreign/read-foreign.ts';

/** Why a file gave no answer at all. */
export const explainReading = (problem: ReadingProblem): string =>
  (problem.code === 'cancelled' ? 'Reading it was cancelled. Nothing was changed.'
    : problem.code === 'too-slow'
    ? `Reading it took more than ${problem.seconds} s, which no file of its kind needs. Nothing was changed; check what the file holds.`
    : `Reading it failed by a mistake of the program (${problem.detail}). Nothing was changed; please send us the file.`);
