import { kindNames, kindOf, type KindName, type kinds } from '../../shared/project/kinds.ts';
import type { ProjectDocument, RecordBody } from '../../shared/project/record.ts';
import {
  scenarioChain, type AnyResolved, type ScenarioInputs,
} from '../../shared/project/resolve.ts';
import { unknownOf } from '../../shared/project/unknown-values.ts';
import { listText, recordText } from '../text/records.ts';
import { describeIn } from './describe.ts';
import { recordOf, recordsOf, valueOf } from './document.ts';

/** Kinds of which a scenario holds any number. */
export type ListKind = {
  [K in KindName]: (typeof kinds)[K] extends { count: 'many'; scope: 'scenario' } ? K : never;
}[KindName];

/** One record as a list shows it. */
export interface RecordLine {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  /** Names of the records that refer to it; while there are any it cannot be removed. */
  readonly usedBy: readonly string[];
}

export function listRecordLines(inputs: ScenarioInputs, kind: ListKind): readonly RecordLine[] {
  return recordsOf(inputs, kind).map((record) => ({
    key: record.key,
    name: nameOf(record),
    summary: summarise(record, inputs),
    usedBy: referringTo(inputs, kind, record.key),
  }));
}

const nameOf = (record: AnyResolved): string => String(valueOf(record, 'name') ?? record.key);

/** Names of all records with a reference to this one. */
function referringTo(inputs: ScenarioInputs, kind: KindName, key: string): readonly string[] {
  return kindNames.flatMap((other) => {
    const references =
      kindOf(other).fields.filter((f) => f.type === 'reference' && f.of === `record:${kind}`);
    const users = recordsOf(inputs, other)
      .filter((r) => references.some((f) => valueOf(r, f.key) === key));
    return users.map(nameOf);
  });
}

/** What distinguishes a record from its neighbours, in one line. */
function summarise(record: AnyResolved, inputs: ScenarioInputs): string {
  const print = (key: string): string => {
    const field = kindOf(record.kind).fields.find((each) => each.key === key);
    return field === undefined ? '' : describeIn(field, valueOf(record, key), inputs);
  };
  const parts = recordText.summaries[record.kind]?.(print, (key) => valueOf(record, key)) ?? [];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Some kinds, such as moves of racks, have no name of their own. */
const named = (kind: ListKind, name: string): RecordBody['values'] =>
  kindOf(kind).fields.some((field) => field.key === 'name') ? { name } : {};

/**
 * Values somebody set, here or above, and those this version does not know: what a copy
 * has to store.
 */
export function copyValues(
  document: ProjectDocument, inputs: ScenarioInputs, kind: ListKind, key: string,
): RecordBody['values'] {
  const record = recordOf(inputs, kind, key);
  if (record === undefined) return {};
  const set = kindOf(kind).fields.filter((field) => record.set.has(field.key));
  const values =
    Object.fromEntries(set.map((field) => [field.key, valueOf(record, field.key)]));
  const chain = scenarioChain(document, inputs.scenario.id);
  const unknown = unknownOf(document, chain.ok ? chain.value : [], kind, key);
  return { ...unknown, ...values, ...named(kind, recordText.copyOf(nameOf(record))) };
}

/** A new record has a name of its own, and refers to records that exist. */
export function firstValues(inputs: ScenarioInputs, kind: ListKind): RecordBody['values'] {
  const references = kindOf(kind).fields.flatMap((field) => {
    const target = field.type === 'reference'
      && field.of.startsWith('record:') ? field.of.slice('record:'.length) : '';
    const first = kindNames.filter((each) => each === target)
      .flatMap((each) => recordsOf(inputs, each))[0];
    return first === undefined ? [] : [[field.key, first.key] as const];
  });
  const name = recordText.newName(listText(kind).one, recordsOf(inputs, kind).length + 1);
  return { ...named(kind, name), ...Object.fromEntries(references) };
}

/** The record on show: the picked one while it exists, else the first. */
export const pickedKey = (lines: readonly RecordLine[], picked: string | undefined): string
  | null =>
  lines.find((line) => line.key === picked)?.key ?? lines[0]?.key ?? null;
