import type { SetProblem } from '../../shared/project/path.ts';
import type { FigureLimit } from '../../shared/search/plans/limits.ts';
import type { SearchProblem } from '../../shared/search/plans/problem.ts';
import { unreachable } from '../../shared/units/result.ts';
import { explainPlan } from './plan-problems.ts';

/** Words of the Search screen. */
export const searchText = {
  kinds: 'What is searched for',
  kind: { sweep: 'Sweep', seek: 'Goal seek', flip: 'Flip', optimise: 'Optimise',
    crossover: 'Crossover' },
  asks: {
    sweep: 'How a figure moves with two inputs.',
    seek: 'Which value of an input brings a figure to a target.',
    flip: 'The smallest single change that makes another scenario the better one.',
    optimise: 'The best choice within limits.',
    crossover: 'Which system is cheapest at each speed and latency.',
  },
  question: 'Question', answer: 'Answer',
  figure: 'Figure', across: 'Across', down: 'Down', vary: 'By changing',
  from: 'From', to: 'To', count: 'Values', target: 'Target',
  line: 'Line at', other: 'Other scenario', choose: 'Choose',
  choice: { mix: 'Racks of each group', values: 'Values of two inputs' },
  objective: 'Best', second: 'And best', none: 'nothing else',
  limit: 'Limit', noLimit: 'no limit', side: 'Side of the limit', bound: 'Bound',
  of: (part: string, axis: string): string => `${part}: ${axis}`,
  run: 'Search', stop: 'Stop', nothingFound: 'No such input',
  plans: (count: string): string => `${count} plans`,
  stopped: 'Stopped. The answer before it still stands.',
  notAsked: 'Nothing has been searched yet.',
  busy: 'The first plans are being computed.',
  failed: 'The search ended before its time',
  onlyScenario: 'This project has one scenario. Make another one to compare it with.',
  old: 'The project or the question has changed since: search again.',
  plan: 'plan', cause: 'Cause', noFigure: 'This plan has no such figure.',
  mapTitle: (figure: string, unit: string, across: string, down: string): string =>
    `${figure}, ${unit}, by ${lower(across)} and ${lower(down)}`,
  mapSummary: (plans: string, figure: string, low: string, high: string): string =>
    `${plans} plans: ${figure} from ${low} to ${high}.`,
  lineAt: (figure: string, level: string): string =>
    `The line is where ${figure} is ${level}.`,
  lost: (count: string): string => `${count} crossed cells cannot be built or served.`,
  noneBuilt: (cause: string): string => `None of these plans can be built: ${cause}`,
  chosenCell: (cell: string): string => `Cell ${cell} is chosen.`,
  cell: 'Chosen cell', cellHelp: 'Click a cell, or choose its values.',
  make: 'Make a scenario', makeBest: 'Make a scenario of the best',
  made: (values: string): string => values,
  curve: (figure: string, input: string): string => `${figure} by ${lower(input)}`,
  curveSummary: (figure: string, input: string): string =>
    `${figure} over ${lower(input)}, with the target.`,
  roots: 'Values that meet the target', value: 'Value', its: 'Figure there',
  rootColumns: ['Found', 'Value', 'Figure there', 'Its plan'],
  root: 'meets the target', below: 'just below the step', above: 'just above the step',
  nearest: 'comes nearest',
  flips: 'What reverses the order', flipsHelp: 'One change at a time, all else as it is. '
    + 'Distance is in units of what is stated of the input: up to 1 is within its range.',
  flipColumns: ['Input', 'Where', 'Now', 'Reversed at', 'Distance', 'Its plan'],
  sides: { both: 'both', a: 'this scenario', b: 'the other' },
  mixTitle: 'Racks of each group', mixColumns: ['Group', 'As it stands', 'Best'],
  front: 'Choices none of the others beats', best: 'Best',
  binds: 'What stops a better one', bindColumns: ['Limit', 'One more is worth'],
  noneBinds: 'No limit keeps a better choice out.',
  gap: (share: string, plans: string): string =>
    `${plans} plans judged by the full engine; at most ${share} below the best there can be.`,
  demandFollows: 'Demand is a share of capacity here: check that each group can sell as much.',
  within: (planned: string, within: string): string =>
    `${within} of ${planned} combinations are within the limits; every one was planned, gap 0.`,
  bestIs: (figure: string, value: string): string => `${figure} is ${value} at its best`,
  asItStands: (value: string): string => `, against ${value} as it stands`,
  noneWithin: 'No choice is within the limits.',
  keptOut: (limit: string, count: string): string => `${limit} keeps ${count} out.`,
  cheapest: (across: string, down: string): string =>
    `Cheapest system by ${lower(across)} and ${lower(down)}`,
  cheapestSummary: (spans: string): string => `Cells in which each is cheapest: ${spans}.`,
  noneServes: 'none serves', systems: 'Systems', systemColumns: ['Sign', 'System',
    'Cheapest in', 'Cost, least', 'Cost, most', 'Why it has none'],
  sentence: 'Ask in words', sentenceHint: 'find NPV = 0; vary price decline',
  understand: 'Fill in', understood: (parts: string): string => `Understood: ${parts}.`,
  notUnderstood: (parts: string): string => `Not understood: ${parts}.`,
} as const;

function lower(label: string): string {
  return /^[A-Z][a-z]/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

function explainValue(problem: SetProblem): string {
  switch (problem.code) {
    case 'unknown-field': return `There is no input “${problem.path}”. Choose one from the list.`;
    case 'no-record': return `This scenario has no “${problem.path}”. Choose another input.`;
    case 'wrong-type':
      return `${problem.path} takes ${problem.expected}; “${problem.got}” is none.`;
    case 'range':
      return `${problem.path} goes from ${problem.min} to ${problem.max} ${problem.unit}; ${problem.got} is outside.`;
    case 'not-integer':
      return `${problem.path} takes whole numbers; ${problem.got} is none. Choose other ends or fewer values.`;
    case 'choice':
      return `${problem.path} is one of ${problem.choices.join(', ')}; “${problem.got}” is none.`;
    case 'too-long': return `${problem.path} takes at most ${problem.maxLength} characters.`;
    default: return unreachable(problem, 'explainValue');
  }
}

type Refused = SearchProblem | { readonly code: 'contradiction'; readonly one: FigureLimit;
  readonly other: FigureLimit };

/** Why a question cannot be asked, and what would do. */
export function explainRefusal(problem: Refused): string {
  switch (problem.code) {
    case 'set': return explainValue(problem.problem);
    case 'no-plan': {
      const { title, next } = explainPlan(problem.problem);
      return `${title} ${next}`;
    }
    case 'no-figure': return `This plan has no figure “${problem.key}”. Choose another one.`;
    case 'figure-absent': return `${problem.key} has no value: ${problem.why}`;
    case 'unreadable': return `“${problem.text}” cannot be read: ${problem.expected}.`;
    case 'not-numeric': return `${problem.path} is no number. Choose an input that is one.`;
    case 'axis-twice': return 'Both sides vary the same input. Choose another one for one of them.';
    case 'uneven-pairs': return `${problem.path} has ${problem.length} values, not ${problem.first}.`;
    case 'too-many':
      return `${problem.runs} plans are more than the ${problem.most} of one picture. `
        + 'Take fewer values, or the command line: aifp sweep, aifp batch.';
    case 'empty-range':
      return `${problem.lower} to ${problem.upper} is no range; the lower end comes first.`;
    case 'contradiction':
      return `${problem.one.text} and ${problem.other.text} exclude each other. Loosen one.`;
    default: return unreachable(problem, 'explainRefusal');
  }
}
