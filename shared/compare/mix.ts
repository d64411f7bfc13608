import type { FieldValue } from '../project/field.ts';
import { kindOf } from '../project/kinds.ts';
import type { ProjectDocument, ProjectRecord } from '../project/record.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import { groupOf, groupOfRecord, type InputGroup } from './groups.ts';
import { pairRecords, valueOf, type RecordPair } from './records.ts';

/** Key of the only scenario of a mixed document. */
export const mixedScenario = 'mixed';

/**
 * The record of a mixture, every value spelled out; null when the side that decides lacks
 * it.
 */
function mixRecord(pair: RecordPair, inB: ReadonlySet<InputGroup>): ProjectRecord | null {
  const { kind, key, a, b } = pair;
  const owner = inB.has(groupOfRecord(kind)) ? b : a;
  if (owner === null) return null;
  const values: Record<string, FieldValue> = {};
  for (const field of kindOf(kind).fields) {
    // A field whose own side lacks the record has only the other side to come from.
    const side = (inB.has(groupOf(kind, field.key)) ? b : a) ?? owner;
    values[field.key] = valueOf(side, field);
  }
  return { id: `${mixedScenario}:${kind}:${key}`, kind, scenarioId: mixedScenario, key,
    position: owner.position, body: { values } };
}

/**
 * Whether a record hangs on another that its own side has and the mixture has not: the
 * surge of a traffic class that comes later, say. References that lead nowhere on their
 * own side stay, and the plan refuses them as always.
 */
function hangsOnAbsent(
  record: ProjectRecord, mixed: readonly ProjectRecord[], pairs: readonly RecordPair[],
  side: 'a' | 'b',
): boolean {
  if (groupOfRecord(record.kind) === 'hardware') return false;
  return kindOf(record.kind).fields.some((field) => {
    if (field.type !== 'reference' || !field.of.startsWith('record:')) return false;
    const kind = field.of.slice('record:'.length);
    const target = String(record.body.values[field.key]);
    const known =
      pairs.some((pair) => pair.kind === kind && pair.key === target && pair[side] !== null);
    return known && !mixed.some((other) => other.kind === kind && other.key === target);
  });
}

/**
 * A document with one scenario that takes some groups of inputs from B and the rest from
 * A. With no group it says what A says, with all of them what B says.
 * @param document where the document's own records come from
 * @param inB groups taken from B
 */
export function mixDocument(
  document: ProjectDocument, a: ScenarioInputs, b: ScenarioInputs, inB: ReadonlySet<InputGroup>,
): ProjectDocument {
  const own = Object.values(document)
    .filter((record) => kindOf(record.kind).scope === 'document' && record.kind !== 'scenario');
  const scenario: ProjectRecord = {
    id: `document:scenario:${mixedScenario}`, kind: 'scenario', scenarioId: null,
    key: mixedScenario, position: 1, body: { values: { name: mixedScenario } },
  };
  const pairs = pairRecords(a, b);
  const mixed = pairs.map((pair) => mixRecord(pair, inB)).filter((record) => record !== null);
  const sideOf = (record: ProjectRecord): 'a'
    | 'b' => (inB.has(groupOfRecord(record.kind)) ? 'b' : 'a');
  const kept = mixed.filter((record) => !hangsOnAbsent(record, mixed, pairs, sideOf(record)));
  return Object.fromEntries([...own, scenario, ...kept].map((record) => [record.id, record]));
}
