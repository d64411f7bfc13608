import type { BridgeProblem } from '../../shared/compare/coalition.ts';
import { groupLabels, type InputGroup } from '../../shared/compare/groups.ts';
import type { Convention, ReconcileProblem } from '../../shared/compare/reconcile.ts';
import { unreachable } from '../../shared/units/result.ts';
import { explainPlan } from './plan-problems.ts';

const listed = (groups: readonly InputGroup[]): string =>
  groups.map((group) => groupLabels[group].toLowerCase()).join(', ');

const mixture = (groups: readonly InputGroup[]): string =>
  groups.length === 0 ? 'Scenario A' : `Scenario A with ${listed(groups)} of B`;

/** Why there is no bridge. */
export function explainBridge(problem: BridgeProblem): string {
  switch (problem.code) {
    case 'no-plan':
      return `${mixture(problem.switched)} has no plan. ${explainPlan(problem.problem).title}`;
    case 'absent':
      return `${mixture(problem.switched)} has no such figure: ${problem.detail}.`;
    case 'bad-order':
      return 'The order must name every group once.';
    case 'cancelled':
      return `Stopped after ${problem.done} of ${problem.total} mixtures.`;
    case 'no-scenario':
    case 'missing-base':
    case 'circular-scenario':
      return explainPlan(problem).title;
    default:
      return unreachable(problem, 'explainBridge');
  }
}

/** Why a design cannot be put under the four conventions, and what would let it. */
export function explainReconcile(problem: ReconcileProblem): string {
  switch (problem.code) {
    case 'no-rate':
      return `The catalogue has no hourly rate of the ${problem.tier} for ${problem.accelerator}: `
        + 'no convention based on it can be stated.';
    case 'no-serving-point':
      return `Rack group ${problem.group} serves at no point of its frontier: see the Hardware screen.`;
    case 'no-tokens':
      return 'No token is served, so none has a cost: put racks into service and serve some demand.';
    case 'absent':
      return `The plan has no unit cost: ${problem.detail}.`;
    default:
      return unreachable(problem, 'explainReconcile');
  }
}

export const conventionNames: Readonly<Record<Convention, string>> = {
  vendor: 'Vendor', semianalysis: 'SemiAnalysis', rental: 'Cloud rental', own: 'Own cost',
};

/** Words of the Compare screen. */
export const compareText = {
  side: 'Side by side',
  differences: 'Differences',
  bridge: 'Bridge',
  curves: 'Curves',
  conventions: 'Conventions',
  shown: 'Scenarios shown',
  onlyDifferent: 'Only what differs',
  set: 'All scenarios shown',
  setFigure: 'Figure drawn',
  setFigures: {
    npvUsd: 'NPV', costPerMTokUsd: 'Cost per M tokens', irr: 'IRR',
    tokPerSecPerMw: 'tok/s per MW', joulesPerToken: 'J per token', capexUsd: 'Capex',
  },
  setHelp: 'The thin line is the stated error of the throughput model either way.',
  table: 'Figures by scenario',
  scroll: 'Figures by scenario, scrollable',
  figure: 'Figure',
  best: 'best',
  sideHelp: 'A tick marks the best of a row; the scenario on show is bold, and a press on a '
    + 'name shows another.',
  show: (name: string) => `Show ${name}`,
  nothingDiffers: 'No figure differs between the scenarios shown.',
  chooseTwo: 'Choose at least one scenario.',
  a: 'From (A)',
  b: 'To (B)',
  swap: 'Exchange A and B',
  pair: 'Scenarios compared',
  differencesTitle: (a: string, b: string) => `Inputs of ${b} that differ from ${a}`,
  differencesHelp:
    'After inheritance and defaults. Press an input to edit it in the scenario that has it.',
  differencesColumns: ['Input', 'Where', 'A', 'B'],
  absent: 'not there',
  noDifferences: (a: string, b: string) => `${a} and ${b} say the same.`,
  noDifferencesNext:
    'Show B in the switcher at the top, change an input on any screen, and come back.',
  metric: 'Figure bridged',
  cost: 'Cost per M tokens',
  npv: 'NPV',
  method: 'Method',
  sequential: 'In order',
  shapley: 'Shapley',
  methodHelp: {
    sequential: 'Each group of inputs is switched from A to B on top of those before it, '
      + 'so what a step brings depends on the order. Move a group to see how much.',
    shapley:
      'The mean of what each group brings over all orders, so that no order is preferred.',
  },
  steps: 'Steps',
  stepsColumns: ['Group', 'Inputs', 'Change', 'After it', 'Order'],
  rounded: 'Levels are rounded to one digit common to all and steps are their differences: '
    + 'the printed digits add up.',
  sum: 'Sum of the steps',
  earlier: (group: string) => `Move ${group} earlier`,
  later: (group: string) => `Move ${group} later`,
  resetOrder: 'Order of the data',
  computing: (done: number, total: number) => `${done} of ${total} mixtures of A and B`,
  stop: 'Stop',
  stopped: 'Stopped.',
  again: 'Compute again',
  findOrder: 'Find an order that works',
  noOrder:
    'In no order does every mixture have this figure; Shapley needs all of them as well.',
  failed: (detail: string) =>
    `A mixture could not be computed (${detail}). The project is unchanged.`,
  conventionsHelp:
    'What a million tokens of this design costs, as different people would state it. '
    + 'Each step changes one thing; together they lead from the vendor’s figure to the plan’s own.',
  conventionsOf: 'Scenario',
  conventionsTitle: 'Steps between conventions',
  conventionsColumns: ['Step', 'Basis', 'Change', 'Cost after it', 'Stated by'],
  branchTitle: 'There is one scenario so far',
  branchSteps: [
    'Branch it: the new scenario starts as a copy and stores only what you change in it.',
    'Change inputs on any screen. The switcher at the top says which scenario you are editing.',
    'Come back here: figures side by side, inputs that differ, and a bridge that says what each is worth.',
  ],
  branch: 'Branch this scenario',
  branchWhere: 'The same is behind the scenario’s name at the top: New based on this scenario.',
};
