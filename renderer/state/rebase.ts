import {
  applyChanges,
  sameRecord,
  type Change,
  type Command,
  type ProjectDocument,
} from '../../shared/project/record.ts';

/** What the host has acknowledged, the commands it has not answered yet, and both together. */
export interface Edits {
  readonly confirmed: ProjectDocument;
  readonly pending: readonly Command[];
  readonly document: ProjectDocument;
}

export const startEdits = (document: ProjectDocument): Edits => ({
  confirmed: document,
  pending: [],
  document,
});

/**
 * Lays a command over the edits. It joins the last waiting command of the same gesture,
 * unless that one is on its way to the host (`inFlight` commands at the head of the
 * queue).
 */
export function addCommand(edits: Edits, command: Command, inFlight: number): Edits {
  const document = applyChanges(edits.document, command.changes);
  const last = edits.pending.at(-1);
  const joins =
    command.mergeKey !== undefined &&
    last?.mergeKey === command.mergeKey &&
    edits.pending.length > inFlight;
  const pending =
    joins && last !== undefined
      ? [...edits.pending.slice(0, -1),
        { ...command, changes: joinChanges(last.changes, command.changes) }]
      : [...edits.pending, command];
  return { ...edits, pending, document };
}

/** One list of differences for two in sequence, each record named once. */
export function joinChanges(
  first: readonly Change[], second: readonly Change[],
): readonly Change[] {
  const joined = new Map<string, Change>();
  for (const change of [...first, ...second])
    joined.set(change.id, { ...change, before: (joined.get(change.id) ?? change).before });
  return [...joined.values()].filter(({ before, after }) => !sameRecord(before, after));
}

/** The host stored the oldest waiting command. */
export function confirmFirst(edits: Edits): Edits {
  const [first, ...pending] = edits.pending;
  return first === undefined
    ? edits
    : { ...edits, confirmed: applyChanges(edits.confirmed, first.changes), pending };
}

/** The host refused the oldest waiting command: what rested on it goes too. */
export function dropFirst(
  edits: Edits,
): { readonly edits: Edits; readonly lost: readonly Command[] } {
  const [first, ...rest] = edits.pending;
  if (first === undefined) return { edits, lost: [] };
  const again = layOver(edits.confirmed, rest);
  return { edits: again.edits, lost: [first, ...again.lost] };
}

/**
 * Changes that come from the host itself (undo, redo): the waiting commands are laid over
 * them again.
 */
export function takeFromHost(
  edits: Edits,
  changes: readonly Change[],
): { readonly edits: Edits; readonly lost: readonly Command[] } {
  return layOver(applyChanges(edits.confirmed, changes), edits.pending);
}

function layOver(
  confirmed: ProjectDocument,
  commands: readonly Command[],
): { edits: Edits; lost: readonly Command[] } {
  const pending: Command[] = [];
  const lost: Command[] = [];
  let document = confirmed;
  for (const command of commands) {
    if (fits(document, command)) {
      document = applyChanges(document, command.changes);
      pending.push(command);
    } else lost.push(command);
  }
  return { edits: { confirmed, pending, document }, lost };
}

const fits = (document: ProjectDocument, command: Command): boolean =>
  command.changes.every(({ id, before }) => sameRecord(document[id] ?? null, before));
