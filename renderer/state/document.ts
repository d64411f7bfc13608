import { defaultsOf } from '../../shared/project/defaults.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import { kindOf, type KindName } from '../../shared/project/kinds.ts';
import { inputPath, type InputAddress } from '../../shared/project/path.ts';
import type { FieldNote, ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import {
  resolveScenario,
  scenarioChain,
  type AnyResolved,
  type ResolveProblem,
  type ScenarioInputs,
} from '../../shared/project/resolve.ts';
import type { Result } from '../../shared/units/result.ts';

/** One input: which record, which field. */
export type FieldAddress = InputAddress;

/** The path by which the engine, the command line and the report name an input. */
export const pathOf = (at: FieldAddress): string => inputPath(at);

const resolved =
  new WeakMap<ProjectDocument, Map<string, Result<ScenarioInputs, ResolveProblem>>>();

/** `resolveScenario`, computed once per document and scenario. */
export function inputsOf(
  document: ProjectDocument,
  scenarioId: string,
): Result<ScenarioInputs, ResolveProblem> {
  const known = resolved.get(document)
    ?? new Map<string, Result<ScenarioInputs, ResolveProblem>>();
  resolved.set(document, known);
  const present = known.get(scenarioId);
  if (present !== undefined) return present;
  const inputs = resolveScenario(document, scenarioId);
  known.set(scenarioId, inputs);
  return inputs;
}

/**
 * The scenario's records of a kind, in order. Scenarios themselves are listed with
 * `listScenarios`.
 */
export function recordsOf(inputs: ScenarioInputs, kind: KindName): readonly AnyResolved[] {
  if (kind === 'scenario') return [];
  const found: AnyResolved | readonly AnyResolved[] = inputs[kind];
  return isList(found) ? found : [found];
}

const isList = (found: AnyResolved | readonly AnyResolved[]): found is readonly AnyResolved[] =>
  Array.isArray(found);

export const recordOf = (inputs: ScenarioInputs, kind: KindName, key: string): AnyResolved
  | undefined =>
  recordsOf(inputs, kind).find((record) => record.key === key);

export const valueOf = (record: AnyResolved, field: string): FieldValue => {
  const values: Readonly<Record<string, FieldValue>> = record.values;
  return values[field] ?? null;
};

/** Who owns records of a kind: the file, or the scenario being edited. */
export const ownerOf = (kind: KindName, scenarioId: string): string | null =>
  kindOf(kind).scope === 'document' ? null : scenarioId;

/** The record a scenario itself stores for a key, without what it inherits. */
export function ownRecord(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  key: string,
): ProjectRecord | null {
  const owner = ownerOf(kind, scenarioId);
  return (
    Object.values(document)
      .find((r) => r.kind === kind && r.key === key && r.scenarioId === owner) ?? null
  );
}

/** The scenario this one takes a record from, or null when nothing above it has one. */
export function inheritedFrom(
  document: ProjectDocument,
  scenarioId: string,
  kind: KindName,
  key: string,
): string | null {
  const chain = scenarioChain(document, scenarioId);
  if (!chain.ok || kindOf(kind).scope === 'document') return null;
  const above = chain.value.slice(0, -1).toReversed();
  return above.find((id) => ownRecord(document, id, kind, key) !== null) ?? null;
}

/** Where the value of a field comes from, and what a reset would bring back. */
export interface FieldState {
  readonly value: FieldValue;
  readonly origin: 'default' | 'inherited' | 'here';
  /**
   * The value after a reset: inherited if a scenario above sets it, else the project's
   * own default.
   */
  readonly fallback: FieldValue;
  readonly note: FieldNote | null;
}

/** State of one field in a scenario; null when there is no such field. */
export function fieldState(
  document: ProjectDocument,
  scenarioId: string,
  at: FieldAddress,
): FieldState | null {
  const field = defaultsOf(document).field(at.kind, at.field);
  if (field === undefined) return null;
  const chain = scenarioChain(document, scenarioId);
  const layers = kindOf(at.kind).scope === 'document' || !chain.ok ? [scenarioId] : chain.value;
  const bodies = layers.map((layer) => ownRecord(document, layer, at.kind, at.key)?.body);
  const own = bodies.at(-1)?.values[at.field];
  const inherited = bodies
    .slice(0, -1)
    .map((body) => body?.values[at.field])
    .findLast((value) => value !== undefined);
  const fallback = inherited === undefined ? field.default : inherited;
  // A value that equals the default says nothing; one that equals an inherited value
  // holds against changes above.
  const counts = own !== undefined && (inherited !== undefined || own !== fallback);
  return {
    value: own === undefined ? fallback : own,
    origin: counts ? 'here' : inherited !== undefined ? 'inherited' : 'default',
    fallback,
    note: bodies.map((body) => body?.notes?.[at.field])
      .findLast((note) => note !== undefined) ?? null,
  };
}
