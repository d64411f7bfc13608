import type { PeerSubject } from '../../shared/catalog/market-types.ts';
import type { OwnCollection } from '../../shared/plan/entries/own-catalog.ts';

/** What the catalogue screen says. */
export const catalogueText = {
  part: 'Part of the catalogue',
  find: 'Find an entry',
  entries: (shown: number, all: number): string =>
    (shown === all ? `${all} entries` : `${shown} of ${all} entries`),
  list: 'Entries',
  nothing: 'No entry of this part fits the search.',
  own: 'own',
  changed: 'changed here',
  used: 'in this plan',
  based: (name: string): string => `Based on ${name}: what is not stated here is as there.`,
  figures: 'Figures',
  figuresHelp:
    'Own figures stand before the built-in ones in every plan of this scenario and of those based on it.',
  columns: ['Figure', 'Value', 'Change', 'Built in', 'Evidence', 'Date', 'Source'] as const,
  scroll: 'Figures of the entry, scrolls sideways',
  absent: 'not published',
  state: 'State a figure',
  edit: (label: string): string => `Edit ${label}`,
  override: (label: string): string => `Replace ${label}`,
  revert: (label: string): string => `Take back ${label}`,
  addFigure: 'Add a figure',
  value: 'Value',
  unit: 'Unit',
  source: 'Source',
  sourceHint: 'Data sheet, quotation, measurement: what somebody else can look up',
  date: 'Date',
  dateHint: '2026-11',
  evidence: 'Evidence',
  note: 'Note',
  keep: 'Keep the figure',
  cancel: 'Cancel',
  figure: 'Figure',
  refused: (where: string, detail: string): string => `${where} ${detail}.`,
  revertEntry: 'Back to the built-in entry',
  dropEntry: 'Delete this entry',
  add: 'New entry based on this one',
  name: 'Name',
  key: 'Key',
  keyHint: 'letters, digits, . _ -',
  keyTaken: 'An entry of that key exists already.',
  create: 'Add the entry',
  files: 'Files',
  importFile: 'Read a file …',
  importLabel: 'Catalogue file (JSON or CSV)',
  exportJson: 'Own entries as JSON',
  exportCsv: 'Own entries as CSV',
  exportPart: 'This part as CSV',
  noOwn: 'The project has no entries of its own yet.',
  read: (name: string, entries: number): string =>
    `${name}: ${entries} ${entries === 1 ? 'entry' : 'entries'} can be taken.`,
  adds: (name: string, part: string): string => `adds ${name} to ${part}`,
  replaces: (name: string, part: string): string => `replaces figures of ${name} in ${part}`,
  take: 'Take them into the project',
  notTaken: (name: string): string =>
    `${name} was not taken: nothing of it was read into the project.`,
  tooLarge: 'The file is larger than 5 MB.',
  version: (version: string): string =>
    `Values of catalogue ${version}, the one shipped with this program.`,
  older: (version: string, current: string): string =>
    `The project keeps the values of catalogue ${version}; ${current} is shipped with this program.`,
  moves: (label: string, before: string, after: string): string =>
    `${label}: ${before} now, ${after} with the update`,
  update: (current: string): string => `Use the values of ${current}`,
  added: (n: number): string => (n === 0 ? ''
    : `${n} ${n === 1 ? 'entry is' : 'entries are'} new and can be used without the update.`),
  changes: (n: number): string => (n === 0 ? 'No figure of this plan’s entries changed.'
    : `${n} ${n === 1 ? 'figure' : 'figures'} of entries in this plan changed:`),
  others: (n: number): string =>
    `${n} ${n === 1 ? 'figure' : 'figures'} of other entries changed`,
  move: (entry: string, figure: string, before: string, after: string): string =>
    `${entry}: ${figure}, ${before} → ${after}`,
  reason: (why: string, date: string): string => (date === '' ? why : `${why}; source of ${date}`),
  undated: { source: 'undated', document: 'no document', definition: 'by definition' },
  life: {
    served: () => 'Served by its maker',
    superseded: (since: string | null) =>
      `Superseded${since === null ? '' : ` since ${since}`}`,
    retired: (since: string | null) =>
      `Retired by its maker${since === null ? '' : ` since ${since}`}`,
  },
  released: (date: string): string => `Released ${date}.`,
  labelFigure: (entry: string, figure: string): string => `${entry}: ${figure}`,
  labelRevert: (entry: string): string => `${entry} as shipped`,
  labelAdd: (entry: string): string => `Catalogue entry ${entry}`,
  labelImport: (name: string): string => `Catalogue entries of ${name}`,
  labelUpdate: (version: string): string => `Catalogue ${version}`,
  entriesPart: 'Entries',
  peers: 'What others published',
  peersHelp: 'Figures of others, with day and source, that Results > Reality holds a plan against. '
    + 'They change nothing of a plan.',
  peerColumns: ['Who', 'Beside which measure', 'Value', 'Day', 'Source'],
  markets: 'Tokens a day',
} as const;

/** What a published figure stands beside. */
export const peerSubjectText: Readonly<Record<PeerSubject, string>> = {
  revenuePerMwYear: 'Revenue per MW and year', rental: 'Rent of an accelerator-hour',
  ownCost: 'Cost of an owned accelerator-hour', grossMargin: 'Margin after depreciation',
  payback: 'Payback', irr: 'IRR', capexPerMw: 'Investment per MW of IT',
  costPerMwYear: 'Cost per MW and year', modelLife: 'How long models are sold',
  loanRate: 'Rate of loans on accelerators', salesOverRent: 'Sales over rent',
};

export const collectionText: Readonly<Record<OwnCollection, string>> = {
  accelerators: 'Accelerators', systems: 'Systems', models: 'Models',
  tokenPrices: 'Token prices', sites: 'Sites', releases: 'Software releases',
  switches: 'Switches', transceivers: 'Transceivers',
};

/** Units at the end of a figure's name, which its unit says already. */
const unitEnding =
  /(?:Usd)?(?:PerKwh|PerMtok|Kw|Kg|Usd|Gb|Tbs|GBs|Gbps|Tbps|Tflops|Ns|W|M|C|(?<=height)U)$/u;

/**
 * A figure's name in words, without the unit it is kept in.
 * Entries of a list are counted from one.
 * @example figureLabel('maxPowerKw') // 'Max power'
 * @example figureLabel('trays/0/count') // 'Trays 1, count'
 */
export function figureLabel(path: string): string {
  const counted = path.replaceAll(/\/(\d+)(?=\/|$)/gu, (_, at: string) => ` ${Number(at) + 1}`);
  const words = counted.split('/').map((part) => {
    const bare = part.replace(unitEnding, '');
    return (bare === '' ? part : bare).replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2').toLowerCase();
  }).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
