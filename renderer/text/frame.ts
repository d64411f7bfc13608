import type { ScreenId } from '../state/screen-ids.ts';

export const productName = 'AI Factory Planner';

/** Name and one-line purpose of each screen. */
export const screenText: Readonly<
  Record<ScreenId, { readonly label: string; readonly purpose: string }>
> =
  {
    start: { label: 'Start', purpose: 'Open, create and recover projects.' },
    answer: {
      label: 'Answer',
      purpose: 'What the plan is worth, how sure that is, and what would change it.',
    },
    workload: {
      label: 'Workload',
      purpose:
        'What is asked of the factory: models, request lengths, service levels, prices and demand.',
    },
    hardware: {
      label: 'Hardware',
      purpose: 'Racks of which system serve which traffic, and at which operating point.',
    },
    facility: {
      label: 'Facility',
      purpose: 'Site and climate, halls, power chain and cooling around the racks.',
    },
    network: {
      label: 'Network',
      purpose:
        'How accelerators reach one another beyond their rack, and the bill of materials.',
    },
    economics: {
      label: 'Economics',
      purpose: 'What is invested, what running costs, and how it is financed and taxed.',
    },
    lifecycle: {
      label: 'Lifecycle',
      purpose: 'When racks enter and leave service, and what software releases change.',
    },
    results: {
      label: 'Results',
      purpose: 'Every figure of the plan, month by month, down to its sources.',
    },
    risk: {
      label: 'Risk',
      purpose: 'What the plan is worth over many futures, and what the spread comes from.',
    },
    search: {
      label: 'Search',
      purpose: 'Which plan would be best, and what would change the choice.',
    },
    scenarios: {
      label: 'Scenarios',
      purpose:
        'Variants of the design, what each stores, what was changed when, and versions to return to.',
    },
    compare: {
      label: 'Compare',
      purpose:
        'Scenarios against one another: what differs, and what each difference is worth.',
    },
    claims: {
      label: 'Claims',
      purpose: 'What vendors say, worked out from what they publish.',
    },
    assumptions: {
      label: 'Assumptions',
      purpose:
        'Every input in use: how it is known, how old that is, and what the answer owes to it.',
    },
    catalogue: {
      label: 'Catalogue',
      purpose:
        'Systems, prices and sites with their sources; figures of your own beside or in place of them.',
    },
    report: { label: 'Report', purpose: 'The plan on paper.' },
  };

export const frameText = {
  skip: 'Skip to the inputs',
  navigation: 'Screens',
  needsProject: 'Open or create a project first',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  undo: (label: string | null) => (label === null ? 'Nothing to undo' : `Undo: ${label}`),
  redo: (label: string | null) => (label === null ? 'Nothing to redo' : `Redo: ${label}`),
  palette: 'Find anything',
  theme: { light: 'Light', dark: 'Dark', system: 'As the system' },
  themeMenu: 'Appearance',
  units: 'Units',
  unitSystem: { si: 'SI units', imperial: 'Imperial units' },
  inspector: 'Inspector',
  showInspector: 'Show inspector',
  hideInspector: 'Hide inspector',
  saved: 'Saved',
  saving: 'Saving…',
  readOnly: 'Read only',
  headline: 'Headline figures',
  lastEdit: 'last edit',
  against: (name: string) => `vs ${name}`,
  unchanged: 'no change',
  limitsBroken: (count: number) => (count === 1 ? '1 limit broken' : `${count} limits broken`),
  warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  noWarnings: 'No warnings',
  noPlan: 'No plan',
  why: 'See why',
  dismiss: 'Put away',
  closeDialog: 'Close',
  undoThis: 'Undo',
  notKept: 'Not kept:',
  notices: 'Messages',
  done: 'Last deed',
};

export const scenarioText = {
  switcher: 'Scenario',
  derive: 'New based on this scenario',
  duplicate: 'Duplicate this scenario',
  lock: 'Lock',
  unlock: 'Unlock',
  all: 'All scenarios, log and versions',
  rename: 'Rename…',
  remove: 'Delete',
  removeBlocked: (names: string) => `Delete (${names} builds on it)`,
  copyOf: (name: string) => `${name}, variant`,
  labelDerive: (name: string) => `New scenario based on ${name}`,
  labelRename: (name: string) => `Rename scenario to ${name}`,
  nameField: 'Name of the scenario',
  save: 'Rename',
  cancel: 'Cancel',
  basedOn: (name: string) => `based on ${name}`,
};
