import { kindOf, type KindName } from '../../shared/project/kinds.ts';
import type { AnyResolved, ScenarioInputs } from '../../shared/project/resolve.ts';
import { describeValue } from '../text/fields.ts';
import { catalog } from './catalog.ts';
import { recordsOf, valueOf } from './document.ts';

/** Kinds of which a scenario holds any number. */
export type ListKind = 'traffic' | 'rackGroup' | 'release';

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
    name: String(valueOf(record, 'name')),
    summary: summarise(record, inputs),
    usedBy:
      kind === 'traffic'
        ? inputs.rackGroup.filter((g) => g.values.traffic === record.key).map((g) => g.values.name)
        : [],
  }));
}

/** What distinguishes a record from its neighbours, in one line. */
function summarise(record: AnyResolved, inputs: ScenarioInputs): string {
  if (record.kind === 'traffic') {
    const model = catalog.models[record.values.model]?.name ?? record.values.model;
    return [model, `${print(record, 'isl')} in`, `${print(record, 'osl')} out`].join(' · ');
  }
  if (record.kind === 'rackGroup') {
    const { system, traffic, startMonth, retireMonth } = record.values;
    const serves = inputs.traffic.find((t) => t.key === traffic)?.values.name ?? traffic;
    const span = retireMonth === null ? `from month ${startMonth}` : `months ${startMonth}–${retireMonth}`;
    return [catalog.systems[system]?.name ?? system, `serves ${serves}`, span].join(' · ');
  }
  if (record.kind === 'release') {
    const { inUse, month } = record.values;
    return [
      inUse ? 'In use' : 'Not in use',
      `month ${month}`,
      `× ${print(record, 'throughput')}`,
      `${print(record, 'probability')} likely`,
    ].join(' · ');
  }
  return kindOf(record.kind).label;
}

function print(record: AnyResolved, key: string): string {
  const field = kindOf(record.kind).fields.find((f) => f.key === key);
  return field === undefined ? '' : describeValue(field, valueOf(record, key));
}

/** The record on show: the picked one while it exists, else the first. */
export const pickedKey = (lines: readonly RecordLine[], picked: string | undefined): string | null =>
  lines.find((line) => line.key === picked)?.key ?? lines[0]?.key ?? null;

/** Kinds are named in messages by their label, without a capital. */
export const kindName = (kind: KindName): string => kindOf(kind).label.toLowerCase();
