import type { NoPlan } from '../state/plan.ts';
import { unreachable } from '../../shared/units/result.ts';
import type { Explanation } from './file-problems.ts';
import { explainResolve } from './problems.ts';

const unchanged = 'The project is unchanged and can be edited.';

/** Why there is no plan, and what would give one. */
export function explainPlan(problem: NoPlan): Explanation {
  switch (problem.code) {
    case 'no-rack-groups':
      return {
        title: 'There are no racks in this scenario.',
        kept: unchanged,
        next: 'Add a rack group on the Hardware screen.',
      };
    case 'unknown-reference':
      return {
        title: `${problem.where} names “${problem.id}”, which is not among the ${problem.of}.`,
        kept: unchanged,
        next:
          problem.nearest === null
            ? 'Choose an entry from the list.'
            : `Choose an entry from the list; “${problem.nearest}” comes nearest.`,
      };
    case 'own-model-refused':
      return {
        title: `${problem.where}: the own model “${problem.id}” cannot be read: ${problem.reason}.`,
        kept: unchanged,
        next: 'Read its configuration again on the Hardware screen, or choose another model.',
      };
    case 'stage-refused':
      return {
        title:
          `The ${problem.stage} cannot be computed: ${problem.where} is out of bounds (${problem.reason}).`,
        kept: unchanged,
        next: 'Change that input, or undo the last edit.',
      };
    case 'bad-start-month':
      return {
        title: `“${problem.got}” is not a month.`,
        kept: unchanged,
        next: 'Enter the first month of the analysis on the Start screen as YYYY-MM.',
      };
    case 'engine-failed':
      return {
        title: `The plan could not be computed (${problem.detail}).`,
        kept: unchanged,
        next:
          'Undo the last edit. This is a fault of the program; please report it with this text.',
      };
    case 'no-scenario':
    case 'missing-base':
    case 'circular-scenario':
      return explainResolve(problem);
    default:
      return unreachable(problem, 'explainPlan');
  }
}
