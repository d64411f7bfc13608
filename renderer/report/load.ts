import type { Backend, ReportKind } from '../../shared/backend.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { measureSensitivities } from '../../shared/report/sensitivity.ts';
import { buildReport } from '../../shared/report/build.ts';
import type { Report } from '../../shared/report/types.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { catalog } from '../state/catalog.ts';
import { planOf } from '../state/plan.ts';
import { explainPlan } from '../text/plan-problems.ts';

/** Which report the address asks for. */
export interface ReportQuery {
  readonly session: string;
  readonly scenarioId: string;
  readonly kind: ReportKind;
}

const isKind = (text: string): text is ReportKind =>
  ['executive', 'technical', 'assumptions', 'full'].includes(text);

/**
 * Reads the part of the address after `?`.
 * @returns null when it does not ask for a report we know
 * @example readQuery('?view=report&session=1&scenario=base&kind=executive')?.kind // 'executive'
 */
export function readQuery(search: string): ReportQuery | null {
  const query = new URLSearchParams(search);
  const [session, scenarioId, kind] = ['session', 'scenario', 'kind'].map(
    (name) => query.get(name) ?? '',
  );
  if (
    query.get('view') !== 'report' ||
    session === undefined ||
    session === '' ||
    kind === undefined ||
    !isKind(kind)
  )
    return null;
  return { session, scenarioId: scenarioId ?? '', kind };
}

export interface LoadedReport {
  readonly report: Report;
  readonly plan: Plan;
}

/** The report of a plan, with what single changes do to its answer. */
export function reportFrom(
  plan: Plan,
  document: ProjectDocument,
  scenarioId: string,
  kind: ReportKind,
  appVersion: string,
): Report {
  const sensitivities =
    kind === 'assumptions'
      ? []
      : measureSensitivities(plan, document, scenarioId, (changed) => planOf(changed, scenarioId));
  return buildReport(plan, kind, { catalog, appVersion, sensitivities });
}

/** Fetches the open project from the host and builds its report; the refusal is a sentence for the log. */
export async function loadReport(
  backend: Backend,
  query: ReportQuery,
): Promise<Result<LoadedReport, string>> {
  const [info, project] = await Promise.all([
    backend.call('app:info', {}),
    backend.call('project:get', { session: query.session }),
  ]);
  if (!info.ok) return refuse(`the host did not answer: ${info.error.code}`);
  if (!project.ok) return refuse(`the project could not be read: ${project.error.code}`);
  const { document } = project.value;
  const plan = planOf(document, query.scenarioId);
  if (!plan.ok) return refuse(explainPlan(plan.error).title);
  return ok({
    plan: plan.value,
    report: reportFrom(plan.value, document, query.scenarioId, query.kind, info.value.appVersion),
  });
}
