import type { ReportKind } from '../backend.ts';
import type { Catalog } from '../catalog/types.ts';
import type { RoadmapValue } from '../search/release-value.ts';
import type { Sensitivity } from './sensitivity.ts';
import { assumptionBuilders } from './assumptions.ts';
import { brandOf } from './brand.ts';
import { comparisonSections } from './comparison.ts';
import { withDisclaimer } from './disclaimer.ts';
import { executiveBuilders } from './executive.ts';
import type { ComparedScenario } from './gather.ts';
import type { Approximation } from './method-appendix.ts';
import { chooseSections, type SectionId } from './sections.ts';
import { technicalBuilders } from './technical.ts';
import type { PlanView, Report, Section } from './types.ts';

/**
 * What a report needs besides the plan: who prints it and which catalogue names the
 * entries.
 */
export interface ReportContext {
  readonly catalog: Catalog;
  readonly appVersion: string;
  /** What single changes do to the answer, where the host has measured it. */
  readonly sensitivities?: readonly Sensitivity[];
  /** What the software roadmap is worth, where the host has measured it. */
  readonly roadmap?: RoadmapValue | null;
  readonly approximations?: readonly Approximation[];
  /** Scenarios of a comparison, the first being what the others are bridged from. */
  readonly scenarios?: readonly ComparedScenario[];
  /** Sections to print; null or absent prints all of the kind. */
  readonly sections?: readonly string[] | null;
}

export const reportTitles: Readonly<Record<ReportKind, string>> = {
  executive: 'Executive brief',
  technical: 'Technical report',
  assumptions: 'Assumptions',
  full: 'Full report',
  comparison: 'Comparison of scenarios',
};

/**
 * The report as data, from the plan alone: the same plan gives the same report on every host.
 * Numbers are printed by `formatQuantity`, as on screen; absent ones say why in place.
 */
export function buildReport(plan: PlanView, kind: ReportKind, context: ReportContext): Report {
  const { project, scenario } = plan.inputs;
  const brand = brandOf(plan.inputs);
  return {
    kind,
    title: reportTitles[kind],
    project: project.values.name,
    scenario: kind === 'comparison' ? `${context.scenarios?.length ?? 0} scenarios`
      : scenario.name,
    client: project.values.client,
    preparedBy: project.values.preparedBy,
    brand,
    planHash: plan.hash,
    appVersion: context.appVersion,
    catalogVersion: plan.catalogVersion,
    sections: withDisclaimer(sectionsOf(plan, kind, context), kind, brand.disclaimer),
  };
}

const builders: Partial<
  Record<SectionId, (plan: PlanView, context: ReportContext) => Section>
> = {
  ...executiveBuilders, ...technicalBuilders, ...assumptionBuilders,
};

function sectionsOf(
  plan: PlanView, kind: ReportKind, context: ReportContext,
): readonly Section[] {
  const { sections = null, scenarios = [], catalog } = context;
  if (kind === 'comparison') return comparisonSections(scenarios, catalog, sections);
  return chooseSections(kind, sections).flatMap((id) => builders[id]?.(plan, context) ?? []);
}
