import type { FieldPath } from '../../../shared/project/field-path.ts';
import { fieldOf, kindOf } from '../../../shared/project/kinds.ts';
import { fieldPath } from '../../../shared/project/redact.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';

/** A field somebody set, which a client-safe package can leave out. */
export interface RedactableField {
  readonly path: string;
  readonly label: string;
  readonly record: string;
  readonly money: boolean;
  readonly name: boolean;
}

/** Fields without which a scenario could not be told from others or not be built at all. */
const needed: ReadonlySet<string> = new Set<FieldPath>(['scenario.basedOn', 'scenario.locked']);

/** Every field that is set in any record of the project, by path, and the notes on records. */
export function redactableFields(document: ProjectDocument): readonly RedactableField[] {
  const found = new Map<string, RedactableField>();
  for (const record of Object.values(document)) {
    const { label: kindLabel, count } = kindOf(record.kind);
    const owner = count === 'one' ? kindLabel : `${kindLabel}: ${record.key}`;
    const add = (key: string, label: string, money: boolean, name: boolean): void => {
      const path = fieldPath(record, key);
      if (!needed.has(`${record.kind}.${key}`))
        found.set(path, { path, label, record: owner, money, name });
    };
    for (const key of Object.keys(record.body.values)) {
      const field = fieldOf(record.kind, key);
      if (field === undefined) continue;
      add(key, field.label, field.type === 'number' && /USD/.test(field.unit),
        key === 'name' || key === 'note');
    }
    if (record.body.notes !== undefined) add('notes', 'Notes', false, true);
  }
  return [...found.values()].toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
}

export type Preset = 'money' | 'names' | 'client';

const belongs: Readonly<Record<Preset, (field: RedactableField) => boolean>> = {
  money: ({ money, path }) => money || path.startsWith('finance.'),
  names: ({ name }) => name,
  client: ({ path }) => path.startsWith('project.client'),
};

/** Paths of the set fields a preset takes out. */
export const presetPaths = (
  fields: readonly RedactableField[], preset: Preset,
): readonly string[] =>
  fields.filter(belongs[preset]).map(({ path }) => path);

/** Fields that hold every word of a search in their path, label or record. */
export function findFields(
  fields: readonly RedactableField[], text: string,
): readonly RedactableField[] {
  const wanted = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return fields.filter(({ path, label, record }) =>
    wanted.every((word) => `${path} ${label} ${record}`.toLowerCase().includes(word)));
}
