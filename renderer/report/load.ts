import type { Backend, ReportKind } from '../../shared/backend.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Planner } from '../../shared/plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { buildReport, reportTitles } from '../../shared/report/build.ts';
import {
  comparedIds, gatherComparison, type ComparedScenario,
} from '../../shared/report/gather.ts';
import { sectionsOfKind } from '../../shared/report/sections.ts';
import { choiceOf } from '../../shared/report/choice.ts';
import { proposeRecommendation } from '../../shared/report/recommendation.ts';
import { printOf } from '../../shared/project/print.ts';
import { measureSensitivities } from '../../shared/report/sensitivity.ts';
import { measureTornado, type Tornado } from '../../shared/report/tornado.ts';
import type { PlanView, Report } from '../../shared/report/types.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { today } from '../backend/clock.ts';
import { rankScenarios } from '../state/answer.ts';
import { catalog } from '../state/catalog.ts';
import { movableOf, planOf } from '../state/plan.ts';
import { roadmapOf } from '../state/roadmap.ts';
import { explainPlan } from '../text/plan-problems.ts';
import { approximations } from './approximations.ts';
import { loadLogo } from './logo.ts';

/** Which report the address asks for. */
export interface ReportQuery {
  readonly session: string;
  readonly scenarioId: string;
  readonly kind: ReportKind;
  /** Sections to print; null prints all of the kind. */
  readonly sections: readonly string[] | null;
  /** Scenarios of a comparison; null compares all. */
  readonly scenarioIds: readonly string[] | null;
}

const isKind = (text: string): text is ReportKind => Object.hasOwn(reportTitles, text);

/**
 * Reads the part of the address after `?`.
 * @returns null when it does not ask for a report we know
 * @example readQuery('?view=report&session=1&scenario=base&kind=executive')?.kind // 'executive'
 */
export function readQuery(search: string): ReportQuery | null {
  const query = new URLSearchParams(search);
  const [session = '', scenarioId = '', kind = ''] =
    ['session', 'scenario', 'kind'].map((name) => query.get(name) ?? '');
  if (query.get('view') !== 'report' || session === '' || !isKind(kind)) return null;
  const compared = query.getAll('compare');
  return {
    session, scenarioId, kind,
    sections: query.get('sections')?.split(',') ?? null,
    scenarioIds: compared.length === 0 ? null : compared,
  };
}

export interface LoadedReport {
  readonly report: Report;
  readonly plan: Plan;
  /** Plans that sections name by scenario. */
  readonly plans: ReadonlyMap<string, PlanView>;
  /** The picture of the first page as a data address; null for none. */
  readonly logo: string | null;
}

/** What the report is made of besides the plan. */
interface Wishes {
  readonly kind: ReportKind;
  readonly appVersion: string;
  readonly sections: readonly string[] | null;
  /** The day it is made. */
  readonly date: string;
  /** Gathered beforehand, for a comparison. */
  readonly scenarios?: readonly ComparedScenario[];
}

/**
 * The report of a plan, with what single changes do to its answer and what its roadmap is
 * worth.
 */
export function reportFrom(
  plan: Plan, document: ProjectDocument, scenarioId: string, wishes: Wishes,
): Report {
  const { kind, appVersion, sections, date, scenarios = [] } = wishes;
  const wants = (...ids: readonly string[]): boolean => sections === null
    || ids.some((id) => sections.includes(id));
  const measured = kind !== 'assumptions' && kind !== 'comparison';
  const sensitivities = measured && wants('confidence', 'limits')
    ? measureSensitivities(
      plan, document, scenarioId, (changed) => planOf(changed, scenarioId),
    ) : [];
  const roadmap = measured && kind !== 'executive'
    && wants('roadmap') ? roadmapOf(document, scenarioId) : null;
  const decides = sectionsOfKind[kind].includes('answer');
  const ranked = decides && wants('answer') ? rankScenarios(document,
    kind === 'comparison' ? scenarios.map(({ id }) => id) : rankedIds(document, scenarioId))
    : [];
  return buildReport(plan, kind, {
    catalog, appVersion, sensitivities, roadmap, approximations, scenarios, sections, date,
    ranked, plans: plansBy(document, ranked.map(({ id }) => id)),
    tornado: decides && kind !== 'comparison' && wants('confidence')
      ? tornadoOf(document, scenarioId) : null,
  });
}

/** The recommendation that follows from the figures of a scenario; empty without a plan. */
export function proposalOf(document: ProjectDocument, scenarioId: string): string {
  const plan = planOf(document, scenarioId);
  if (!plan.ok) return '';
  const ranked = rankScenarios(document, rankedIds(document, scenarioId));
  const plans = plansBy(document, ranked.map(({ id }) => id));
  return proposeRecommendation({ plan: plan.value,
    choice: choiceOf(ranked, plans, scenarioId), plans,
    print: printOf(plan.value.inputs.project.values) });
}

/** Most scenarios the first page of a brief ranks: the one it is about is always among them. */
const mostRanked = 8;

function rankedIds(document: ProjectDocument, scenarioId: string): readonly string[] {
  const others = listScenarios(document).map(({ id }) => id).filter((id) => id !== scenarioId);
  return [scenarioId, ...others.slice(0, mostRanked - 1)];
}

const plansBy = (
  document: ProjectDocument, ids: readonly string[],
): ReadonlyMap<string, Plan> =>
  new Map(ids.flatMap((id) => {
    const plan = planOf(document, id);
    return plan.ok ? [[id, plan.value] as const] : [];
  }));

/** What moves the answer, measured once per document and scenario. */
const tornadoes = new WeakMap<ProjectDocument, Map<string, Tornado | null>>();

function tornadoOf(document: ProjectDocument, scenarioId: string): Tornado | null {
  const known = tornadoes.get(document) ?? new Map<string, Tornado | null>();
  tornadoes.set(document, known);
  const present = known.get(scenarioId);
  if (present !== undefined) return present;
  const movable = movableOf(document, scenarioId);
  const tornado = movable === null ? null : measureTornado(movable);
  known.set(scenarioId, tornado);
  return tornado;
}

/**
 * Plans as the rest of the window computes them; a failure of the engine leaves a
 * scenario without a plan.
 */
const planner: Planner = {
  evaluate: (document, scenarioId) => {
    const plan = planOf(document, scenarioId);
    if (plan.ok) return plan;
    return plan.error.code === 'engine-failed'
      ? refuse({ code: 'no-scenario', id: scenarioId, known: [] })
      : refuse(plan.error);
  },
};

/** The scenarios of a comparison, step by step. */
export const gatherSteps = (
  document: ProjectDocument, wanted: readonly string[] | null,
): ReturnType<typeof gatherComparison> =>
  gatherComparison(planner, document, comparedIds(document, wanted));

/** Plans by scenario, for charts of sections that name one. */
export const plansOf = (
  scenarios: readonly ComparedScenario[],
): ReadonlyMap<string, PlanView> =>
  new Map(scenarios.flatMap(({ id, plan }) => (plan === null ? [] : [[id, plan] as const])));

/** Runs steps to their end at once: nobody waits at the printed page. */
function runThrough<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Fetches the open project from the host and builds its report; the refusal is a sentence
 * for the log.
 */
export async function loadReport(
  backend: Backend, query: ReportQuery,
): Promise<Result<LoadedReport, string>> {
  const { session, kind, sections } = query;
  const [info, project] = await Promise.all([
    backend.call('app:info', {}),
    backend.call('project:get', { session }),
  ]);
  if (!info.ok) return refuse(`the host did not answer: ${info.error.code}`);
  if (!project.ok) return refuse(`the project could not be read: ${project.error.code}`);
  const { document } = project.value;
  const scenarios =
    kind === 'comparison' ? runThrough(gatherSteps(document, query.scenarioIds)) : [];
  const first = scenarios.find(({ plan }) => plan !== null)?.id ?? query.scenarioId;
  const plan = planOf(document, kind === 'comparison' ? first : query.scenarioId);
  if (!plan.ok) return refuse(explainPlan(plan.error).title);
  const { appVersion } = info.value;
  const report = reportFrom(plan.value, document, query.scenarioId,
    { kind, appVersion, sections, scenarios, date: today() });
  return ok({ report, plan: plan.value, plans: plansOf(scenarios),
    logo: await loadLogo(backend, session, report.brand.logo) });
}
