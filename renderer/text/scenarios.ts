import type { CallProblem, CommitProblem, SnapshotProblem } from '../../shared/backend.ts';
import type { ScenarioProblem } from '../state/scenario-edits.ts';
import type { StoredDifference } from '../state/stored-differences.ts';
import { explain } from './problems.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Sentences of the Scenarios screen. */
export const scenariosText = {
  tree: 'Scenarios',
  log: 'Change log',
  versions: 'Versions',
  package: 'Client package',
  table: 'Scenarios, each under the one it is based on',
  scroll: 'Scenarios, scrolls sideways',
  columns: ['#', 'Scenario', 'Stores', 'Cost per M tokens', 'Cost against base', 'NPV',
    'NPV against base'],
  stores: (n: number, root: boolean) =>
    (n === 0 ? 'nothing' : root ? count(n, 'input', 'inputs') : count(n, 'difference',
      'differences')),
  locked: 'locked',
  onShow: 'on show',
  tools: 'What can be done with the scenario on show',
  derive: 'New based on this',
  duplicate: 'Duplicate',
  rename: 'Rename',
  up: 'Move up',
  down: 'Move down',
  lock: 'Lock',
  unlock: 'Unlock',
  remove: 'Delete',
  removeLast: 'The only scenario cannot be deleted.',
  basedOn: 'Based on',
  noBase: 'no other scenario',
  variantOf: (name: string) => `${name}, variant`,
  copyOf: (name: string) => `${name}, copy`,
  newName: (name: string) => `New name of ${name}`,
  keys: 'On a scenario: Enter opens it, F2 renames, Alt+Up and Alt+Down move, Delete deletes.',
  note: 'Note on this scenario',
  noteHint: 'What this scenario is for, who asked for it, what was agreed.',
  label: {
    derive: (name: string) => `New scenario based on ${name}`,
    duplicate: (name: string) => `Duplicate scenario ${name}`,
    rename: (name: string) => `Rename scenario to ${name}`,
    note: (name: string) => `Note on scenario ${name}`,
    move: (name: string) => `Move scenario ${name}`,
    lock: (name: string) => `Lock scenario ${name}`,
    unlock: (name: string) => `Unlock scenario ${name}`,
    rebase: (name: string) => `Change base of scenario ${name}`,
    remove: (name: string) => `Delete scenario ${name}`,
    takeBase: (label: string) => `Take the base's value of ${label}`,
    restore: (name: string) => `Restored version ${name}`,
  },
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteUsed: (names: readonly string[]) =>
    `${names.join(', ')} ${names.length === 1 ? 'builds' : 'build'} on it and would lose what it says.`,
  deleteKeep: 'Delete, and keep their results',
  deleteKeepHelp:
    'Each of them takes over the differences stored here, so that none of its values changes.',
  cancel: 'Cancel',
  storedTitle: (name: string, base: string | null) =>
    (base === null ? `What “${name}” sets` : `What differs in “${name}” from “${base}”`),
  storedHelp: 'Only this is stored; everything else comes from the base or is a default.',
  storedNone: 'It stores nothing of its own: change any input while it is on show.',
  storedColumns: ['Input', 'Where', 'Base', 'Here', 'Order'],
  what: {
    value: '', added: 'added here', removed: 'removed here', placed: 'in another order',
  } satisfies Record<StoredDifference['what'], string>,
  absent: 'absent',
  takeBase: 'Take base',
  find: 'Find in the log',
  person: 'By',
  everyone: 'everyone',
  nobody: 'no name',
  inScenario: 'In scenario',
  every: 'every scenario',
  author: 'Your name in the log',
  steps: (shown: number, all: number) =>
    (all === 0 ? 'Nothing was changed yet.'
      : shown === all ? count(all, 'step', 'steps')
      : `${shown} of ${count(all, 'step', 'steps')}`),
  undone: 'undone',
  changed: {
    added: 'added', deleted: 'deleted', hidden: 'removed here', position: 'position',
    notSet: 'not set',
    note: (field: string) => `note on ${field}`,
  },
  versionName: 'Name of the version',
  takeVersion: 'Keep this version',
  noVersions:
    'No version is kept yet. Name one before a big change, and you can compare with it and return to it.',
  versionsHelp:
    'Restoring is an ordinary change: undo takes it back, and the versions themselves stay.',
  versionColumns: ['Version', 'When', 'By', 'Revision', 'Order'],
  restore: 'Restore',
  orderOf: (order: string, name: string) => `${order} version ${name}`,
  deleteVersion: (name: string) => `Delete version “${name}”?`,
  deleteVersionHelp: 'The project stays as it is, but this version cannot be brought back.',
  nothingToRestore: 'The project says exactly what that version says; nothing was changed.',
  compareVersion: 'Compare version',
  withVersion: 'with',
  present: 'the present',
  sameVersions: 'Both say the same.',
  versionFigures: 'Headline figures that differ',
  versionFiguresHelp:
    'Of the scenario on show, each version planned with today\'s engine and catalogue.',
  versionDifferences: 'Inputs that differ, by scenario',
  figure: 'Figure',
  input: 'Input',
  versionState: { both: '', added: 'only in B', removed: 'only in A' },
  packageHelp:
    'A copy for a client: only the scenarios chosen, each standing alone, without change log or versions,'
    + ' read-only, signed with your key over everything in it.',
  packageScenarios: 'Scenarios in the package',
  redact: 'Fields to take out',
  redactHelp:
    'A field taken out goes back to its default in the package. A result that rests on it would give it'
    + ' back to whoever has this program, so such results go along only as you choose below.',
  findField: 'Find a field that is set',
  presets: { money: 'Prices and rates', names: 'Names and notes', client: 'Client' },
  clear: 'Take nothing out',
  chosen: (n: number, all: number) =>
    `${n} of ${count(all, 'field', 'fields')} that are set will be taken out.`,
  more: (n: number) => `${n} more: search to see them.`,
  write: 'Write the package',
  written: (path: string, redacted: number) =>
    `Written: ${path}. ${count(redacted, 'field was', 'fields were')} taken out.`,
  hash: (hash: string) => `SHA-256 ${hash}`,
  issuedTitle: (name: string) => `Results as issued: ${name}`,
  issuedHelp: (redacted: number) => (redacted === 0
    ? 'Nothing was redacted; a difference comes from a newer engine or catalogue.'
    : `${count(redacted, 'field is', 'fields are')} redacted and computed here with the default, so figures here can`
      + ' differ from those issued (in bold). The issued figures are the sender’s; those issued as “about” or as'
      + ' a range were computed with redacted numbers on a grid.'),
  issuedColumns: ['Figure', 'As issued', 'Computed here'],
  withheld: 'withheld',
  about: (value: string) => `about ${value}`,
  span: (low: string, high: string) => `${low} to ${high}`,
  disclosure: 'Results that rest on a field taken out',
  modes: { withhold: 'Withhold', round: 'Round', range: 'Give a range' },
  modeHelp: {
    withhold: 'They are left out. Nothing in the package depends on what was taken out.',
    round:
      'They are computed as if each number taken out stood in the middle of its cell of the grid, and'
      + ' rounded. They tell which cell it is, and no more. What rests on a choice or a text that was taken out'
      + ' is left out.',
    range:
      'They are given as the span over the cells of the grid. They tell which cell it is, and no more.'
      + ' What rests on a choice or a text that was taken out is left out.',
  },
  grid: 'Grid, %',
  digits: 'Digits',
  reveal: 'Show what each choice reveals',
  revealing: (done: number, of: number) => `Attacking the package: ${done} of ${of} steps`,
  revealFailed: (detail: string) =>
    `What the package reveals could not be worked out: ${detail}`,
  revealTitle: 'What can be learnt of each field taken out',
  revealHelp:
    'Searched with every result of the package together, by somebody who knows everything else: more'
    + ' than any receiver does.',
  revealColumns: ['Field', 'Withhold', 'Round', 'Range'],
  givenTitle: (name: string) => `Results that rest on it: ${name}`,
  givenColumns: ['Figure', 'Withhold', 'Round', 'Range'],
  nothing: 'nothing',
  choicesLeft: (left: number, of: number) => `${left} of ${of} choices left`,
  contradiction: 'results contradict each other',
  unknownLeftOut: (paths: readonly string[]) =>
    `Values this version does not know are left out: ${paths.join(', ')}.`,
  mentionsTitle: 'What stays seems to say what is taken out',
  mention: (where: string, says: string) => `${where} says ${says}`,
  leaveMentions: 'These may stay in',
  takeMentions: 'Take these out too',
  needsReveal: 'See what the package reveals before it is written.',
  signature: 'Signature',
  signedWith: (fingerprint: string) =>
    `Signed with your key ${fingerprint}. Tell the receiver this fingerprint by another way.`,
  signer: (name: string, fingerprint: string) =>
    `Signed with the key ${fingerprint} of “${name}”.`,
  signerOwn: 'It is your own key.',
  signerKnown: (name: string) => `You know this key as ${name}.`,
  signerUnknown:
    'This key is unknown here: the name is what the file says. Ask the sender for the fingerprint'
    + ' by another way; if it is the same, keep the key.',
  knowAs: 'Keep the key as',
  know: 'Keep',
  weak:
    'This package was made by an older version that gave results in full. Fields taken out can be computed'
    + ' back from them. Do not pass it on; ask the sender for a new one.',
  unsigned: 'It carries no signature: its fingerprint shows damage, not who made it.',
  redactedTitle: 'Redacted fields',
  takeBaseOf: (label: string, record: string) => `Take base value of ${label}, ${record}`,
} as const;

export function explainScenario(problem: ScenarioProblem): string {
  switch (problem.code) {
    case 'no-scenario':
      return 'There is no such scenario any more.';
    case 'circular':
      return 'A scenario cannot be based on itself or on one that builds on it.';
    case 'locked':
      return `${problem.names.join(', ')} ${problem.names.length === 1 ? 'is' : 'are'} locked and would have to change.`
        + ' Unlock first.';
    default: {
      const never: never = problem;
      throw new Error(`explainScenario: ${JSON.stringify(never)}`);
    }
  }
}

/** Why something could not be done with a version. */
export function explainVersion(problem: SnapshotProblem | CommitProblem | CallProblem): string {
  if (problem.code === 'no-snapshot') return 'There is no such version any more.';
  if (problem.code === 'damaged-snapshot')
    return `That version cannot be read (${problem.detail}). The project and the other versions are unchanged.`;
  if (problem.code === 'too-many-snapshots')
    return `A project keeps at most ${problem.limit} versions. Delete one you no longer need.`;
  const { title, kept, next } = explain(problem);
  return `${title} ${kept} ${next}`;
}
