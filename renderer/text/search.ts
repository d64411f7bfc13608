import type { SearchProblem } from '../../shared/search/plans/problem.ts';
import { unreachable } from '../../shared/units/result.ts';
import { explainPlan } from './plan-problems.ts';

/** Words of the Search screen. */
export const searchText = {
  run: { sweep: 'Plan the grid', seek: 'Find the value', flip: 'Find what reverses it',
    mix: 'Find the best mix' },
  sentence: 'Question', ask: 'Ask',
  example: 'find NPV so that NPV = 0; vary utilisation from 20% to 70%',
  unread: (parts: readonly string[]): string =>
    `Not understood: ${parts.map((part) => `“${part}”`).join(', ')}. `
      + 'Name figures and inputs as they are named on the screens.',
  varyNothing: 'Say what may be varied: “vary utilisation”, or “vary utilisation and electricity price”.',
  varyMany: 'One or two inputs can be varied at once.',
  stop: 'Stop', progress: 'How far the search is',
  plans: (count: string): string => `${count} plans`,
  stale: 'The project was changed since. Run again.',
  stopped: 'Stopped before its end.',
  failed: (why: string): string => `The search ended before its time: ${why}`,
  figure: 'Figure', input: 'Input', across: 'Across', down: 'Down', from: 'From', to: 'To',
  values: 'Values', target: 'Target', against: 'Against',
  sameInput: 'Choose two different inputs.',
  noNumber: (label: string): string => `${label}: type a number`,
  outside: (label: string, low: string, high: string): string =>
    `${label}: from ${low} to ${high}`,
  order: (label: string): string => `${label}: the lower end comes first`,
  grid: (figure: string): string => `${figure} by two inputs`,
  gridHelp: 'Each cell is a full plan. Arrow keys move from cell to cell.',
  contour: (figure: string): string => `The line parts ${figure} above nought from below.`,
  summary: (figure: string, low: string, high: string): string =>
    `${figure} from ${low} to ${high}.`,
  noCell: 'Select a cell to see its plan.',
  cell: 'Plan of the cell', table: 'All plans of the grid', built: 'Can be built', cause: 'Cause',
  yes: 'yes', no: 'no',
  cannot: 'cannot be built', noFigure: 'no such figure',
  columns: ['What', 'Value'], itsPlan: 'Its plan',
  open: 'Make it a scenario',
  openNamed: (name: string): string => `Make it a scenario: ${name}`,
  named: (parts: readonly string[]): string => parts.join(', '),
  curve: (figure: string, input: string): string => `${figure} over ${input}`,
  now: 'now', targetLine: 'target', answer: 'Answer',
  rootOf: (input: string): string => `${input} that gives it`,
  nearestOf: (input: string): string => `${input} that comes nearest`,
  askGrid: 'Choose two inputs and a figure, and plan every combination.',
  askSeek: 'Choose a figure, the value it is to have, and the input that is to bring it there.',
  flips: 'Changes that reverse the order, the smallest first',
  flipsHelp: 'Each alone, all else as it is. A range is the way to the end that is stated of the input.',
  flipColumns: ['Input', 'Where', 'Now', 'Reversed at', 'Ranges'],
  both: 'both', noOther: 'Search needs another scenario to hold against this one: make one on Scenarios.',
  askFlip: 'Choose the other scenario, and find the smallest change that reverses which is better.',
  mix: 'Racks of each group', mixHelp: 'Whole racks under the power of the site. The bound is that of '
    + 'a linear program in parts of racks.',
  mixColumns: ['Rack group', 'Now', 'Best'],
  mixFigure: (figure: string): string => figure,
  bound: 'Bound', gap: 'Gap to the bound', binds: 'What binds',
  bindColumns: ['Limit', 'One more is worth'],
  bindText: (text: string): string => text,
  askMix: 'Finds how many racks of each group make most of the power, each mix a full plan.',
  oneGroup: 'There is one rack group: nothing to divide.',
  unplanned: 'There is no plan to search from. Results says what it lacks.',
} as const;

/** Why a search cannot begin, and what to do. */
export function explainSearch(problem: SearchProblem): string {
  switch (problem.code) {
    case 'set': return `“${'path' in problem.problem ? problem.problem.path : ''}” does not take these values.`;
    case 'no-plan': return explainPlan(problem.problem).title;
    case 'no-figure': return `There is no figure “${problem.key}” in this plan. Choose another.`;
    case 'figure-absent':
      return `${problem.key} has no value: ${problem.why} Mend that, or choose another figure.`;
    case 'unreadable': return `“${problem.text}” cannot be read. Expected ${problem.expected}.`;
    case 'not-numeric': return 'This input is no number. Choose one that is.';
    case 'axis-twice': return searchText.sameInput;
    case 'uneven-pairs': return 'Both inputs need as many values.';
    case 'too-many':
      return `${problem.runs} plans are more than the ${problem.most} of one grid. Take fewer values, or run them on the command line.`;
    case 'empty-range': return 'The lower end comes first.';
    default: return unreachable(problem, 'explainSearch');
  }
}
