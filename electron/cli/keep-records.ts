import { openProject } from '../../db/open.ts';
import { kindOf } from '../../shared/project/kinds.ts';
import type { Command, ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Imported, NewRecord } from './import-kind.ts';
import { chooseScenario, explainMissing, type Stop } from './load.ts';
import { exitCodes } from './output.ts';

/** Keys of a kind that are taken, in whatever scenario. */
const takenKeys = (document: ProjectDocument, kind: string): Set<string> =>
  new Set(Object.values(document).filter((record) => record.kind === kind)
    .map(({ key }) => key));

function freeKey(taken: ReadonlySet<string>, wish: string): string {
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(`${wish}-${n}`)) n++;
  return `${wish}-${n}`;
}

/** One command that adds the records, each under a free key. */
function commandFor(
  document: ProjectDocument, scenarioId: string, label: string, added: readonly NewRecord[],
): Command {
  const used = new Map<string, Set<string>>();
  const changes = added.map(({ kind, key, values, notes }, i) => {
    const taken = used.get(kind) ?? takenKeys(document, kind);
    used.set(kind, taken);
    const { scope, count } = kindOf(kind);
    const owner = scope === 'document' ? null : scenarioId;
    const free = count === 'one' ? key : freeKey(taken, key);
    taken.add(free);
    const id = `${owner ?? 'document'}:${kind}:${free}`;
    const before = Object.hasOwn(document, id) ? document[id] ?? null : null;
    const position = before?.position ?? takenKeys(document, kind).size + i;
    const after: ProjectRecord = { id, kind, scenarioId: owner, key: free, position,
      body: { ...before?.body, values: { ...before?.body.values, ...values },
        ...(notes === undefined ? {} : { notes: { ...before?.body.notes, ...notes } }) } };
    return { id, before, after };
  });
  return { label, changes };
}

export interface Kept {
  readonly keys: readonly string[];
  readonly said: readonly string[];
}

/**
 * Keeps what was read in a project, as one command that undo takes back.
 * @returns the keys the records got and what is to be said of them, or why nothing was written
 */
export function keepInProject(
  path: string, wantedScenario: string | undefined, label: string, imported: Imported,
): Result<Kept, Stop> {
  const opened = openProject(path, { mode: 'write', backupPath: (version) => `${path}.v${version}.bak` });
  if (!opened.ok)
    return refuse({ exit: exitCodes.badFile, text: explainMissing(opened.error) });
  const store = opened.value;
  try {
    const document = store.document();
    const scenario = chooseScenario(document, wantedScenario);
    if (!scenario.ok) return scenario;
    const records = imported.records(document, scenario.value);
    if (!records.ok) return refuse({ exit: exitCodes.failed, text: records.error });
    const command = commandFor(document, scenario.value, label, records.value);
    const written = store.commit(command, Date.now());
    return written.ok ? ok({ keys: command.changes.flatMap(({ after }) => after?.key
      ?? []),
      said: records.value.flatMap(({ said = [] }) => said) })
      : refuse({ exit: exitCodes.badFile,
        text: `${path}: nothing was written (${written.error.code})` });
  } finally {
    store.close();
  }
}
