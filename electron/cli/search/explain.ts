import type { SearchProblem } from '../../../shared/search/plans/problem.ts';
import { unreachable } from '../../../shared/units/result.ts';
import { explainPlan, explainSet } from '../problems.ts';

/** One line for a search that cannot begin: what, where, and what would be accepted. */
export function explainSearch(problem: SearchProblem): string {
  switch (problem.code) {
    case 'set': return explainSet(problem.problem);
    case 'no-plan': return explainPlan(problem.problem);
    case 'no-figure':
      return `there is no figure ${problem.key}`
        + `${problem.nearest === null ? '' : `; did you mean ${problem.nearest}?`} (see: figures)`;
    case 'figure-absent': return `${problem.key} has no value in this plan: ${problem.why}`;
    case 'unreadable': return `"${problem.text}": expected ${problem.expected}`;
    case 'not-numeric': return `${problem.path} is not a number; choose one (see: fields)`;
    case 'axis-twice': return `${problem.path} is given twice`;
    case 'uneven-pairs':
      return `${problem.path} has ${problem.length} values where the first has ${problem.first}; pairs need as many of each`;
    case 'too-many':
      return `${problem.runs} plans are more than the ${problem.most} of one run; take fewer values, or run shards: batch ... --shard 1/n --out FILE, then merge`;
    case 'empty-range':
      return `${problem.path}: ${problem.lower} to ${problem.upper} is no range; the lower end comes first`;
    default: return unreachable(problem, 'explainSearch');
  }
}
