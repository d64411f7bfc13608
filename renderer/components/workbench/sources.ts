import type { Defaults } from '../../../shared/project/defaults.ts';
import type { Field } from '../../../shared/project/field.ts';
import type { FieldPath } from '../../../shared/project/field-path.ts';
import { kindNames, type KindName } from '../../../shared/project/kinds.ts';
import type { FieldAddress } from '../../state/document.ts';

/** Inputs of a record that a screen edits. */
export interface InputSource {
  readonly kind: KindName;
  /** Key of the record; the kind itself where there is only one. */
  readonly recordKey?: string;
  /** Only these groups, in this order; all of them when left out. */
  readonly groups?: readonly string[];
}

/** One input with where it stands. */
export interface InputLine {
  readonly field: Field;
  readonly at: FieldAddress;
}

/** Every input of the sources, in the order of their groups. */
export const linesOf = (
  sources: readonly InputSource[], defaults: Defaults,
): readonly InputLine[] =>
  sources.flatMap(({ kind, recordKey = kind, groups }) => {
    const fields = defaults.fields(kind);
    const named = groups ?? [...new Set(fields.map(({ group }) => group))];
    return named.flatMap((group) => fields.filter((field) => field.group === group)
      .map((field) => ({ field, at: { kind, key: recordKey, field: field.key } })));
  });

/** The lines of these paths, in the order of the paths; what no source holds is left out. */
export function linesAt(
  lines: readonly InputLine[], paths: readonly FieldPath[],
): readonly InputLine[] {
  return paths.flatMap((path) => {
    const [kind, key] = splitPath(path);
    return lines.filter(({ at }) => at.kind === kind && at.field === key).slice(0, 1);
  });
}

function splitPath(path: FieldPath): readonly [KindName | undefined, string] {
  const dot = path.indexOf('.');
  const head = path.slice(0, dot);
  return [kindNames.find((name) => name === head), path.slice(dot + 1)];
}

/** Whether all words asked for stand in the name, the group, the help or the key. */
export function matches({ field, at }: InputLine, query: string): boolean {
  const text = `${field.label} ${field.group} ${field.help} ${at.kind}.${field.key}`
    .toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
