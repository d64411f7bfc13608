import { randomUUID } from 'node:crypto';
import { createProject } from '../../db/create.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem, IssuedScenario } from '../../shared/backend.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner, type Planner } from '../../shared/plan.ts';
import { headlineKeys } from '../../shared/plan/types.ts';
import { keepScenarios } from '../../shared/project/flatten.ts';
import { isPattern, redactRecords } from '../../shared/project/redact.ts';
import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { documentOf } from '../../shared/project/templates.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { fingerprint, type StoredPackage } from './package-info.ts';

export interface PackageOrder {
  readonly scenarioIds: readonly string[];
  /** Patterns of fields to take out, as `matchesPath` reads them. */
  readonly redact: readonly string[];
  readonly appVersion: string;
  readonly nowMs: number;
}

/** Why a package could not be made of what was asked for. */
export type PackageProblem = FileProblem | { readonly code: 'bad-arguments'; readonly command: string; readonly detail: string };

const refused = (detail: string): Result<never, PackageProblem> =>
  refuse({ code: 'bad-arguments', command: 'package:write', detail });

/** Headline figures of a scenario as they stand before anything is taken out. */
function issue(planner: Planner, document: ProjectDocument, id: string, name: string): IssuedScenario {
  const plan = planner.evaluate(document, id);
  if (!plan.ok) return { id, name, planHash: '', figures: [] };
  return {
    id, name, planHash: plan.value.hash,
    figures: headlineKeys.flatMap((key) => {
      const figure = plan.value.figures[`headline.${key}`];
      return figure === undefined ? [] : [{ key, value: figure.value, unit: figure.unit }];
    }),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Pictures that the kept records name. */
const picturesOf = (store: ProjectStore, records: readonly ProjectRecord[]) => {
  const named = new Set(records.flatMap(({ body }) => Object.values(body.values).filter(isText)));
  return store.attachments.list().filter(({ id }) => named.has(id)).flatMap(({ id }) => store.attachments.read(id) ?? []);
};

/**
 * Writes a client-safe copy: the chosen scenarios, fields under the patterns taken out, no journal, versions or
 * series, figures as issued, and a fingerprint over all of it.
 */
export function writePackage(
  store: ProjectStore, path: string, { scenarioIds, redact, appVersion, nowMs }: PackageOrder,
): Result<{ readonly path: string; readonly hash: string; readonly redacted: number }, PackageProblem> {
  const document = store.document();
  const chosen = listScenarios(document).filter(({ id }) => scenarioIds.includes(id));
  const unknown = scenarioIds.find((id) => !chosen.some((scenario) => scenario.id === id));
  if (unknown !== undefined) return refused(`there is no scenario ${unknown}`);
  const mistyped = redact.find((pattern) => !isPattern(pattern));
  if (mistyped !== undefined) {
    return refused(`${mistyped} falls on no field: write a path as in the list of fields, with * for any record`);
  }
  const kept = keepScenarios(document, scenarioIds);
  if (!kept.ok) return refused(`the bases of a scenario cannot be followed: ${kept.error.code}`);
  const { records, paths } = redactRecords(kept.value, redact);
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  const named = listScenarios(documentOf(records));
  const about: StoredPackage = {
    issuedAt: new Date(nowMs).toISOString(), appVersion, redacted: paths,
    issued: chosen.map(({ id }) => issue(planner, document, id, named.find((s) => s.id === id)?.name ?? id)),
  };
  const hash = fingerprint(documentOf(records), about);
  const made = createProject(path, {
    records, projectId: randomUUID(), appVersion, nowMs, attachments: picturesOf(store, records),
    package: JSON.stringify({ ...about, hash }),
  });
  return made.ok ? ok({ path, hash, redacted: paths.length }) : made;
}
