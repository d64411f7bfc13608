import type { Catalog } from '../catalog/types.ts';
import { autoValue } from '../plan/figures/auto-values.ts';
import { findCatalogItem } from '../plan/entries/catalog-figure.ts';
import { nameFigure } from '../plan/entries/figure-names.ts';
import { listRecords } from '../plan/figures/inputs-in-use.ts';
import type { InputInUse, Plan } from '../plan/types.ts';
import type { FieldValue } from '../project/field.ts';
import { fieldOf, kindOf } from '../project/kinds.ts';
import { addressOf, type InputAddress } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import { scenarioChain } from '../project/resolve.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import { dateIn } from '../units/source-date.ts';
import { listMovable, type MovableInput } from './movable.ts';
import { stalenessOf, type Staleness } from './staleness.ts';
import type { StatedRange } from './stated.ts';

/**
 * One input in use: a field of the project, a figure of the catalogue, or the throughput
 * of a serving point.
 */
export interface RegisterRow {
  /** Path of the field, `catalog:` and the reference, or `serving:` and the rack group. */
  readonly id: string;
  readonly kind: 'field' | 'catalog' | 'serving';
  /** The field, where it is one. */
  readonly at: InputAddress | null;
  /** Record or catalogue entry it belongs to, by name. */
  readonly record: string;
  readonly label: string;
  readonly value: FieldValue;
  /** What an empty field stands for; null where the plan does not say. */
  readonly used: number | null;
  readonly unit: string;
  readonly source: string;
  readonly date: string | null;
  readonly evidence: EvidenceClass;
  readonly staleness: Staleness;
  readonly state: 'default' | 'changed' | 'inherited';
  /** False while the field's condition is not met and nothing reads it. */
  readonly active: boolean;
  readonly note: string;
  /** Between what it may lie; null where it cannot be moved. */
  readonly range: StatedRange | null;
}

/** What the register is drawn up from. */
export interface RegisterContext {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly catalog: Catalog;
  /** Catalogue figures the plan reads, see `catalogReads`. */
  readonly refs: readonly string[];
  /** The date on which sources are judged, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Prices and software releases go out of date within months. */
export const isPrice = (unit: string, id: string): boolean => unit.startsWith('USD')
  || /^(?:release\.|catalog:releases\/)/u.test(id);

const rangeOf = (movable: MovableInput | undefined): StatedRange | null =>
  movable === undefined || movable.low === movable.high ? null
    : { low: movable.low, high: movable.high, basis: movable.basis };

/** Layers of the document a field may be set in: the scenario's own last. */
function layersOf(
  document: ProjectDocument, scenarioId: string, { kind }: InputAddress,
): readonly (string | null)[] {
  const chain = scenarioChain(document, scenarioId);
  return kindOf(kind).scope === 'document' ? [null] : chain.ok ? chain.value : [scenarioId];
}

/**
 * Ids of the records of the document by owner, kind and key, so that a row finds its own
 * at once.
 */
const indexRecords = (document: ProjectDocument) =>
  new Map(Object.values(document)
    .map((record) => [`${record.scenarioId ?? ''} ${record.kind} ${record.key}`, record]));

type RecordIndex = ReturnType<typeof indexRecords>;

function stateOf(
  context: RegisterContext, records: RecordIndex, at: InputAddress,
  { changed }: InputInUse,
): RegisterRow['state'] {
  const layers = layersOf(context.document, context.scenarioId, at);
  const sets = layers.map((owner) =>
    records.get(`${owner ?? ''} ${at.kind} ${at.key}`)?.body.values[at.field] !== undefined);
  const above = sets.slice(0, -1).some(Boolean);
  if (sets.at(-1) === true && (changed || above)) return 'changed';
  return changed ? 'inherited' : 'default';
}

/** Name of the record a field belongs to: its kind, and its own name among several. */
function recordName(names: ReadonlyMap<string, string>, { kind, key }: InputAddress): string {
  const { label, count } = kindOf(kind);
  return count === 'one' ? label : `${label}: ${names.get(`${kind} ${key}`) ?? key}`;
}

function namesOf(plan: Plan): ReadonlyMap<string, string> {
  return new Map(listRecords(plan.inputs)
    .flatMap(({ kind, key, values }): readonly (readonly [string, string])[] =>
      ('name' in values && values.name !== '' ? [[`${kind} ${key}`, values.name]] : [])));
}

/** Rows of the fields, in the order of the screens. */
function fieldRows(
  plan: Plan, context: RegisterContext, movable: ReadonlyMap<string, MovableInput>,
): readonly RegisterRow[] {
  const records = indexRecords(context.document);
  const names = namesOf(plan);
  return plan.inputsInUse.flatMap((input): readonly RegisterRow[] => {
    const { path, label, value, unit, source, date, evidence, note } = input;
    const at = addressOf(path);
    const field = at === null ? undefined : fieldOf(at.kind, at.field);
    if (at === null || field === undefined) return [];
    return [{
      id: path, kind: 'field', at, record: recordName(names, at), label, value, unit,
      source, date, evidence, note,
      used: value === null ? autoValue(plan, at, context.catalog) : null,
      staleness: stalenessOf(
        { date, price: isPrice(unit, path), decision: evidence === 'user' }, context.asOf,
      ),
      state: stateOf(context, records, at, input),
      active: input.active,
      range: rangeOf(movable.get(path)),
    }];
  });
}

/** A row of a catalogue figure, or of an entry that is cited as a whole. */
function catalogRow(
  ref: string, { catalog, asOf }: RegisterContext, movable: MovableInput | undefined,
): readonly RegisterRow[] {
  const { entry, value: figure, citation } = findCatalogItem(catalog, ref);
  if (citation === null) return [];
  const { source, evidence, note = '' } = citation;
  const date = citation.date ?? dateIn(source);
  const unit = figure?.unit ?? 'text';
  const id = `catalog:${ref}`;
  return [{
    id, kind: 'catalog', at: null, record: entry, label: nameFigure(ref),
    value: figure?.value ?? 'as published', used: null, unit, source, date, evidence,
    note,
    staleness: stalenessOf({ date, price: isPrice(unit, id), decision: false }, asOf),
    state: 'default', active: true, range: rangeOf(movable),
  }];
}

/** Throughput of every serving point: as sure as the engine is of it. */
const servingRows = (
  plan: Plan, { asOf }: RegisterContext, movable: ReadonlyMap<string, MovableInput>,
): readonly RegisterRow[] =>
  plan.stages.groups.flatMap(({ record, point }): readonly RegisterRow[] => {
    const input = movable.get(`serving:${record.key}`);
    if (point === null || input === undefined) return [];
    const source = point.nearestMeasurement === null
      ? `${point.source}, no measurement near`
      : `${point.source}; nearest: ${point.nearestMeasurement}`;
    return [{
      id: input.id, kind: 'serving', at: null,
      record: `Rack group: ${record.values.name}`,
      label: 'Throughput of the serving point', value: input.value, used: null,
      unit: input.unit, source, date: null, evidence: input.evidence, note: '',
      staleness: stalenessOf({ date: null, price: false, decision: false }, asOf),
      state: 'default', active: true, range: rangeOf(input),
    }];
  });

/**
 * Every input a plan rests on: all fields, all catalogue figures it reads, and its
 * serving points.
 * @example listRegister(plan, context).filter((row) => row.evidence === 'assumed').length // 75
 */
export function listRegister(plan: Plan, context: RegisterContext): readonly RegisterRow[] {
  const movable =
    new Map(listMovable(plan, context.catalog, context.refs).map((input) => [input.id, input]));
  return [
    ...fieldRows(plan, context, movable),
    ...context.refs.flatMap((ref) => catalogRow(ref, context, movable.get(`catalog:${ref}`))),
    ...servingRows(plan, context, movable),
  ];
}
