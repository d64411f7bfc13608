import { kindOf } from '../shared/project/kinds.ts';
import type { ProjectDocument, ProjectRecord } from '../shared/project/record.ts';
import { findBrokenChain, listScenarios } from '../shared/project/resolve.ts';
import {
  checkKnownValues, recordSchema, type FieldProblem,
} from '../shared/project/validate.ts';

/** A record that must not be stored, and why. */
export interface RecordFault {
  readonly id: string;
  readonly detail: string;
}

/**
 * What is wrong with a record taken by itself, or null.
 * Catches NaN and Infinity, which SQLite would turn into NULL.
 */
export function checkRecordAlone(record: ProjectRecord): RecordFault | null {
  const shape = recordSchema.safeParse(record);
  if (!shape.success) {
    const issue = shape.error.issues[0];
    const where = issue?.path.join('.') ?? '';
    return { id: String(record.id), detail: `${where}: ${issue?.message ?? 'malformed'}` };
  }
  return checkShapedRecord(record);
}

/** The same of a record whose shape has just been found right. */
export function checkShapedRecord(record: ProjectRecord): RecordFault | null {
  const fault = (detail: string): RecordFault => ({ id: record.id, detail });
  // The one id that would not be stored as a property of its own.
  if (record.id === '__proto__') return fault('reserved id');
  const kind = kindOf(record.kind);
  if (kind.count === 'one' && record.key !== record.kind) {
    return fault(`key ${record.key} where ${record.kind} is the only one`);
  }
  if ((kind.scope === 'document') !== (record.scenarioId === null)) {
    return fault(`${record.kind} belongs to the ${kind.scope}`);
  }
  const problem = checkKnownValues(record)[0];
  return problem === undefined ? null : fault(describe(problem));
}

function describe(problem: FieldProblem): string {
  if (problem.code !== 'range') return `${problem.path}: ${problem.code}`;
  const { path, got, min, max, unit } = problem;
  return `${path} is ${got}, range ${min} to ${max} ${unit}`;
}

/**
 * What is wrong between records: doubled identities, records of unknown scenarios, broken
 * inheritance.
 */
export function checkRecordsTogether(document: ProjectDocument): RecordFault | null {
  const scenarios = new Set(listScenarios(document).map((s) => s.id));
  const identities = new Set<string>();
  for (const record of Object.values(document)) {
    const identity = JSON.stringify([record.kind, record.scenarioId, record.key]);
    if (identities.has(identity))
      return { id: record.id, detail: `a second ${record.kind} ${record.key}` };
    identities.add(identity);
    if (record.scenarioId !== null && !scenarios.has(record.scenarioId)) {
      return { id: record.id, detail: `scenario ${record.scenarioId} does not exist` };
    }
  }
  const broken = findBrokenChain(document);
  return broken === null ? null : { id: broken.id, detail: broken.problem.code };
}
