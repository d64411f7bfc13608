import type { ClaimScenarioProblem } from '../../shared/claims/scenario.ts';
import type { CardProblem, ClaimCard, StressKind, Verdict } from '../../shared/claims/types.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { unreachable } from '../../shared/units/result.ts';
import { explainField } from './fields.ts';

/** What each verdict is called and what it takes. */
export const verdictText: Readonly<
  Record<Verdict, { readonly label: string; readonly meaning: string }>
> = {
  reproduced: {
    label: 'Reproduced',
    meaning: 'Published inputs give the published figure to its printed digits.',
  },
  consistent: {
    label: 'Consistent',
    meaning:
      'The published figures agree with one another; what lies behind them is not published.',
  },
  'depends-on': {
    label: 'Depends on',
    meaning:
      'Documented choices nobody stated (tier, precision, interactivity) move the answer '
      + 'by half or more.',
  },
  'not-reproducible': {
    label: 'Not reproducible',
    meaning:
      'What the claim rests on is not published; only what would have to hold can be shown.',
  },
};

export const stressNames: Readonly<Record<StressKind, string>> = {
  priceDecline: 'Price decline', utilisation: 'Utilisation', tier: 'Rates and power',
  precision: 'Precision',
  interactivity: 'Interactivity',
};

/** A claim's outcome as claims print it: a ratio is a multiple. */
export const printOutcome = (value: number | null, unit: Unit): string =>
  `${formatQuantity(value, unit)}${unit === 'ratio' && value !== null ? 'x' : ''}`;

/** Why a value is not taken, or an unknown not found. */
export function explainCard(problem: CardProblem, card: ClaimCard): string {
  const { unit } = card.formula;
  switch (problem.code) {
    case 'unknown-input':
      return 'The card has no such input.';
    case 'out-of-bounds': {
      const input = card.inputs.find(({ key }) => key === problem.key);
      const print = (value: number): string => formatQuantity(value, input?.unit ?? 'ratio');
      return `${input?.label ?? problem.key} must be between ${print(problem.min)} and ${print(problem.max)}.`;
    }
    case 'inputs-missing':
      return `Other inputs have no value yet: ${labelsOf(card, problem.keys).join(', ')}. Enter them first.`;
    case 'no-effect':
      return `${labelsOf(card, [problem.key]).join('')} does not move the outcome: no value of it meets the claim.`;
    case 'no-solution':
      return `No value within its bounds meets ${printOutcome(problem.target, unit)}: the outcome runs from `
        + `${printOutcome(problem.atMin, unit)} to ${printOutcome(problem.atMax, unit)}. `
        + 'Enter other values, or solve for another input.';
    default:
      return unreachable(problem, 'explainCard');
  }
}

const labelsOf = (card: ClaimCard, keys: readonly string[]): readonly string[] =>
  keys.map((key) => card.inputs.find((input) => input.key === key)?.label ?? key);

/** Why a claim cannot become a scenario of this project. */
export function explainClaimScenario(problem: ClaimScenarioProblem): string {
  switch (problem.code) {
    case 'no-scenario':
      return 'The scenario on show is no longer there. Choose another one in the switcher.';
    case 'key-taken':
      return 'A scenario of that key exists already. Try again.';
    case 'no-record':
      return `The project has no ${problem.path}; add one and try again.`;
    case 'range':
    case 'not-integer':
    case 'wrong-type':
    case 'choice':
    case 'too-long':
    case 'unknown-field':
      return explainField(problem);
    default:
      return unreachable(problem, 'explainClaimScenario');
  }
}

/** Words of the Claims screen. */
export const claimsText = {
  list: 'Claims',
  listHelp: 'Published claims, worked out from what their sources state.',
  published: 'Published',
  asPublished: 'From published figures alone',
  asPublishedNone: 'Cannot be computed: inputs are missing',
  ours: 'Our value',
  oursNone: 'Cannot be computed yet',
  interval: (low: string, high: string) => `${low} to ${high} over the stated ranges`,
  noInterval: 'No input states a range',
  formula: 'Formula',
  quotable: 'What may be printed',
  make: 'Make a scenario from this claim',
  makeHelp: (count: number, base: string) =>
    `Sets ${count} inputs the claim states; everything else is inherited from ${base}.`,
  made: (name: string) => `Made. “${name}” is now on show; undo takes it back.`,
  inputs: 'Inputs',
  inputsHelp:
    'Inputs nobody published are marked; until you enter a value, the suggestion stands in. '
    + 'Solve finds the value at which the claim comes out as published.',
  inputColumns: ['Input', 'Value and range', 'Solver'],
  missing: 'missing',
  missingMeaning: 'No value was published: this one is a suggestion or your own.',
  yours: 'Entered here',
  bounds: (low: string, high: string) => `${low} to ${high}`,
  noValue: 'no value',
  solve: 'Solve',
  solveFor: (label: string) => `Solve for ${label}`,
  solved: (label: string, value: string, outcome: string) =>
    `${label} of ${value} gives ${outcome}, as published.`,
  solvedTitle: 'Solution',
  use: 'Enter this value',
  reset: (label: string) => `Take back ${label}`,
  resetAll: 'Take back all entries',
  facts: 'Published facts',
  factsHelp: 'Locked: what the publisher states, with its source.',
  factColumns: ['Fact', 'Value', 'Source', 'Evidence'],
  locked: 'Locked',
  undated: 'undated',
  checks: 'Printed figures, recomputed',
  checkColumns: ['Figure', 'Printed', 'Recomputed', 'Origin', 'Agrees'],
  origin: { published: 'printed by the source', derived: 'derived in checking' },
  agrees: 'yes',
  disagrees: 'no, as the card says',
  disagreesAt: 'no',
  unstated: 'Left open by the publisher',
  findings: 'What we found',
  ownArithmetic: 'own arithmetic',
  stress: 'Under stress',
  stressHelp: 'The claim under other conditions, with your entries. '
    + 'Quoted figures were published for that condition.',
  stressColumns: ['Condition', 'Value', 'Of the published', 'Origin'],
  quoted: (source: string) => `quoted: ${source}`,
  computed: 'computed',
  notApplicable: 'does not apply',
  curve: 'The multiple over interactivity',
  solutions: 'What one rack would have to serve',
  solutionsHelp: 'Input and output tokens per second and GPU at which 72 GPUs earn $75M, '
    + 'with everything sold and the price flat.',
  solutionColumns: (years: readonly number[]) => ['Price in / out', 'Lengths', 'Blended price',
    ...years.map((each) => `${each} year${each === 1 ? '' : 's'}`)],
  risk: 'Risk-adjusted multiple',
  riskHelp: 'The headline read as a flat-price total at full use; '
    + 'each step applies to what those before it left.',
  riskColumns: ['Step', 'Change', 'Multiple after it'],
  riskBasis: (years: string, fall: string, used: string, power: string, price: string) =>
    `Supposed: ${years}, prices ${fall} times cheaper each year, ${used} of capacity sold, ${power}, ${price}.`,
};
