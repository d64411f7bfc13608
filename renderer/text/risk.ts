import type { UncertainBasis } from '../../shared/uncertainty/assumptions/types.ts';
import { probabilityLabels } from '../../shared/uncertainty/runs/summary.ts';

/** Words of the Risk screen. */
export const riskText = {
  figures: 'Figure shown',
  figure: {
    'headline.npvUsd': 'NPV', 'headline.costPerMTokUsd': 'Cost per M tokens',
    'headline.irr': 'IRR', 'headline.paybackMonths': 'Payback',
  },
  progress: (done: string, total: string): string => `${done} of ${total} futures`,
  inputs: (on: number, all: number): string => `${on} of ${all} inputs uncertain`,
  seed: 'Seed', futures: 'Futures',
  stop: 'Stop', run: 'Run again', keep: 'Keep for reports', kept: 'Kept for reports',
  kept10to90: (low: string, high: string): string => `${low} to ${high}`,
  failed: 'The run ended before its time',
  noPlan: 'There is no plan to draw from. Results says what it lacks.',
  spread: (figure: string): string => `Spread of ${figure}`,
  plan: 'plan',
  ends: 'The first and the last bar also hold the 1 % of futures beyond them.',
  summary: (figure: string, low: string, middle: string, high: string): string =>
    `${figure}: P10 ${low}, P50 ${middle}, P90 ${high}, by the share of futures below.`,
  absent: (count: string): string =>
    `${count} futures have no such figure and are not in the bars.`,
  columns: { from: 'From', to: 'To', futures: 'Futures' },
  notYet: 'The first futures are being drawn.',
  none: 'No future has this figure.',
  never: 'never',
  percentiles: 'Outcomes',
  percentileHelp: 'Px: a share of x % of futures lies below. Lenders call the P10 here the value '
    + 'exceeded with 90 %.',
  outcomeColumns: ['Outcome', 'Value', 'Its plan'],
  outcome: { worst: 'Worst', p10: 'P10', p50: 'P50 (middle)', p90: 'P90' },
  mean: 'Mean', shortfall: 'Mean of the lowest 5 %',
  open: 'Make it a scenario',
  openNamed: (outcome: string): string => `Make it a scenario: ${outcome}`,
  opened: (outcome: string, figure: string): string => `${outcome} of ${figure}`,
  likely: 'How likely',
  likelyColumns: ['What', 'Share of futures'],
  probability: probabilityLabels,
  causes: 'Why futures cannot be built',
  cause: (what: string, count: string): string => `${what}: ${count}`,
  drivers: 'What the spread comes from',
  driversHelp: 'Rank correlation of the input with the figure over all futures: 1 or −1 means that it '
    + 'alone decides. Switched-off inputs stay at their value of the plan.',
  driverColumns: { on: 'On', input: 'Input', low: 'P10', plan: 'Plan', high: 'P90', basis: 'Range from',
    moves: 'Goes with it' },
  basis: {
    source: 'its source', listings: 'listings', model: 'model error', class: 'evidence class',
    assumed: 'assumed',
  } satisfies Readonly<Record<UncertainBasis, string>>,
  use: (label: string): string => `${label} is uncertain`,
  all: 'Show all inputs', fewer: 'Show the strongest',
  note: 'Every future is a full plan. Ranges come from sources, listings, the stated error of the serving '
    + 'model, or the evidence class; those marked assumed are planning values.',
} as const;
