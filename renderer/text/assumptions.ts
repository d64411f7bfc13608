import type { RegisterRow } from '../../shared/uncertainty/register.ts';
import type { Staleness } from '../../shared/uncertainty/staleness.ts';

/** Ages of sources, in the order of the list to choose from. */
export const stalenessText: Readonly<
  Record<Staleness, { readonly label: string; readonly meaning: string }>
> = {
  fresh: { label: 'Fresh',
    meaning: 'At most 12 months old; prices and software releases at most 6.' },
  stale: { label: 'Stale',
    meaning: 'Older than 12 months; prices and software releases older than 6.' },
  old: { label: 'Old',
    meaning: 'Older than 24 months; prices and software releases older than 12.' },
  undated: { label: 'Undated', meaning: 'The source states no date, or there is no source.' },
  decision: { label: 'No source needed',
    meaning: 'A choice of this plan: there is no source to age.' },
};

export const stateText: Readonly<Record<RegisterRow['state'], string>> = {
  default: 'Default', changed: 'Changed here', inherited: 'Inherited',
};

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** Words of the Assumptions screen. */
export const assumptionsText = {
  register: 'Register',
  influence: 'Influence',
  uncertainty: 'Uncertainty',
  counts: 'Inputs by evidence',
  tile: (n: number) => (n === 1 ? 'input' : 'inputs'),
  published: (n: number) => (n === 0 ? ''
    : `Listed beside them: ${n} ${n === 1 ? 'figure' : 'figures'} of the catalogue and the engine.`),
  shareOf: { 'headline.npvUsd': 'NPV', 'headline.costPerMTokUsd': 'Unit cost' },
  search: 'Search',
  searchHint: 'name, source, note',
  age: 'Age of source',
  state: 'Set by',
  place: 'Screen',
  any: 'Any',
  inactive: 'Without effect now',
  asOf: 'Count age to',
  asOfToday: 'Today',
  asOfStart: 'First month',
  clear: 'Clear filters',
  shown: (n: number, all: number) =>
    `${n.toLocaleString('en-US')} of ${count(all, 'input', 'inputs')}`,
  behind: (figure: string) => `Assumed inputs behind ${figure}`,
  removeBehind: 'Show all inputs again',
  csv: 'Save as CSV',
  table: 'Register of inputs',
  columns: { label: 'Input', value: 'Value', evidence: 'Evidence', age: 'Age',
    effect: 'Moves', source: 'Source and note' },
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}`,
  effectOn: 'Effect on',
  none: 'No input matches these filters.',
  noneHelp: 'Take one of them back, or clear them all.',
  noPlan:
    'There is no plan to draw the register from. Mend what the inspector names; inputs stay as they are.',
  reading: 'Catalogue figures in use are being looked up…',
  defaultsTitle: 'Newer defaults',
  defaultsOlder: (version: string, n: number) =>
    `The project keeps the defaults of version ${version}. `
    + `${count(n, 'default has', 'defaults have')} changed since; nothing of the plan moves until you take them.`,
  defaultLine: (label: string, before: string, after: string) =>
    `${label}: ${before} → ${after}`,
  defaultWhy: (date: string, why: string) => `${date}: ${why}`,
  defaultMoves: (label: string, before: string, after: string) =>
    `${label}: ${before} now, ${after} with what is chosen`,
  takeAllDefaults: 'Take all',
  takeDefaults: (n: number, all: number) => `Take ${n} of ${all}`,
  labelDefaults: (n: number) => count(n, 'newer default', 'newer defaults'),
  unknownTitle: 'Values this version does not know',
  unknownHelp:
    'They are kept in the file and change nothing of the plan. Another version of the program may need them.',
  unknownLine: (path: string, value: string) => `${path}: ${value}`,
  remove: 'Remove',
  removeUnknown: (path: string) => `Remove ${path}`,
  removeAllUnknown: 'Remove all',
  labelUnknown: (n: number) => `Remove ${count(n, 'unknown value', 'unknown values')}`,
  edit: (label: string) => `Edit ${label}`,
  explain: (label: string) => `Explain ${label}`,
  goTo: 'Go to where it is used',
  range: (low: string, high: string, basis: 'source' | 'class') =>
    `Moved between ${low} and ${high}, as ${basis === 'source' ? 'its source states' : 'the project states for its class'}.`,
  noRange: 'Not moved: a choice, a count or a text.',
  whole: 'as published',
  busy: (done: number, total: number) => `Moving inputs one at a time: ${done} of ${total}`,
  starting: 'Finding out what the plan reads…',
  stop: 'Stop',
  stopped: 'Stopped; what is shown may be of an earlier state.',
  restart: 'Compute again',
  failed: (detail: string) =>
    `The effects could not be computed: ${detail}. The register itself is complete.`,
  sharesTitle: 'What the answer rests on',
  sharesHelp:
    'Each class moves within its stated ranges; its share is its change of the figure over the sum of all changes.',
  sharesSummary: (figure: string, parts: string) => `${figure}: ${parts}.`,
  sharesUnknown: (figure: string) =>
    `Shares of ${figure} are not known: with all inputs of a class moved together it cannot be computed.`,
  nothingMoves: 'Nothing moves: the figure is absent, or no input has a range.',
  classColumn: 'Evidence class',
  shareColumn: (figure: string) => `Share of ${figure}`,
  changeColumn: (figure: string) => `Change of ${figure}`,
  rankTitle: (figure: string, n: number) => n === 0 ? `Doubts that move ${figure}`
    : `The ${n} doubts that move ${figure} most`,
  choiceTitle: (figure: string, n: number) => n === 0 ? `Choices that move ${figure}`
    : `The ${n} choices that move ${figure} most`,
  rankBusy: 'Each input is moved by itself; the ranking stands here when all have been.',
  sides: (down: string, up: string) => `${down} to ${up}`,
  oneSide: (change: string) => `${change} at one end; cannot be computed at the other`,
  losing: (figure: string, list: string) =>
    `${figure} cannot be computed at an end of these ranges: ${list}.`,
  losingInput: (label: string, ends: readonly ('low' | 'high')[]) =>
    `${label} (${ends.join(' and ')} end)`,
  rankHelp:
    'Each input alone, from the low to the high end of its stated range; all others stay.',
  lowColumn: 'At its low end', highColumn: 'At its high end', inputColumn: 'Input',
  evidenceColumn: 'Evidence',
  uncertaintyHelp:
    'To find a class’s share, all its inputs move together, each to the end of its range that lowers the figure and '
    + 'then to the one that raises it; the larger change counts. '
    + 'Where a source states a range, inputs move within it; serving points within the engine’s expected error. '
    + 'All others move by the share of their class stated here; a part of a whole by that share of the smaller of itself and the rest. '
    + 'These shares are assumptions themselves: set your own.',
};
