import type { Planner } from '../plan.ts';
import type { Disclosure } from '../project/disclosure.ts';
import { keepScenarios } from '../project/flatten.ts';
import { isPattern, redactRecords } from '../project/redact.ts';
import type { ProjectDocument, ProjectRecord } from '../project/record.ts';
import { listScenarios } from '../project/resolve.ts';
import { knownPart, listUnknownValues } from '../project/unknown-values.ts';
import { ok, refuse, type Result } from '../units/result.ts';
import { hiddenValues, type HiddenValue } from './hidden.ts';
import { createProbe } from './probe.ts';
import type { Subject } from './subject.ts';

/** Why no package can be made of what was asked for. */
export type PrepareProblem =
  | { readonly code: 'unknown-scenario'; readonly id: string }
  | { readonly code: 'unknown-field'; readonly pattern: string }
  | { readonly code: 'broken-base'; readonly reason: string };

/** What goes into a package, and what it takes to say which figures may go along. */
export interface Prepared {
  /** Records of the package: chosen scenarios, nothing that is redacted. */
  readonly records: readonly ProjectRecord[];
  /** Paths of the fields and notes that were set and are gone. */
  readonly redacted: readonly string[];
  /**
   * Paths of values this version does not know. They go too: nobody can say what they
   * would give away.
   */
  readonly unknown: readonly string[];
  readonly hidden: readonly HiddenValue[];
  /** The chosen scenarios with everything in them. */
  readonly document: ProjectDocument;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
}

const byId = (records: readonly ProjectRecord[]): ProjectDocument =>
  Object.fromEntries(records.map((record) => [record.id, record]));

/**
 * The records of a package and the values hidden from it.
 * @param redact patterns of fields, as `matchesPath` reads them
 */
export function preparePackage(
  document: ProjectDocument, scenarioIds: readonly string[], redact: readonly string[],
): Result<Prepared, PrepareProblem> {
  const all = listScenarios(document);
  const unknown = scenarioIds.find((id) => !all.some((scenario) => scenario.id === id));
  if (unknown !== undefined) return refuse({ code: 'unknown-scenario', id: unknown });
  const mistyped = redact.find((pattern) => !isPattern(pattern));
  if (mistyped !== undefined) return refuse({ code: 'unknown-field', pattern: mistyped });
  const kept = keepScenarios(document, scenarioIds);
  if (!kept.ok) return refuse({ code: 'broken-base', reason: kept.error.code });
  // Outcomes of a kept run would tell of inputs that are taken out.
  const known = kept.value.map(knownPart)
    .filter(({ kind }) => redact.length === 0 || kind !== 'keptRun');
  const { records, paths } = redactRecords(known, redact);
  return ok({
    records, redacted: paths, hidden: hiddenValues(known, redact), document: byId(known),
    unknown: listUnknownValues(byId(kept.value)).map(({ path }) => path),
    scenarios: listScenarios(byId(records)).map(({ id, name }) => ({ id, name })),
  });
}

/**
 * What figures are issued from; all that come of one planner and one probe share what was
 * computed.
 */
export const subjectOf = (
  { document, hidden }: Prepared, planner: Planner, disclosure: Disclosure,
  probe = createProbe(planner),
): Subject => ({ document, hidden, disclosure, probe });
