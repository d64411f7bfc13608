import type { ReportKind } from '../backend.ts';
import type { Catalog } from '../catalog/types.ts';
import { unreachable } from '../units/result.ts';
import type { Sensitivity } from './sensitivity.ts';
import { assumptionSections } from './assumptions.ts';
import { executiveSections } from './executive.ts';
import { technicalSections } from './technical.ts';
import type { PlanView, Report, Section } from './types.ts';

/** What a report needs besides the plan: who prints it and which catalogue names the entries. */
export interface ReportContext {
  readonly catalog: Catalog;
  readonly appVersion: string;
  /** What single changes do to the answer, where the host has measured it. */
  readonly sensitivities?: readonly Sensitivity[];
}

export const reportTitles: Readonly<Record<ReportKind, string>> = {
  executive: 'Executive brief',
  technical: 'Technical report',
  assumptions: 'Assumptions',
  full: 'Full report',
};

/**
 * The report as data, from the plan alone: the same plan gives the same report on every host.
 * Numbers are printed by `formatQuantity`, as on screen; absent ones say why in place.
 */
export function buildReport(plan: PlanView, kind: ReportKind, context: ReportContext): Report {
  const { project, scenario } = plan.inputs;
  return {
    kind,
    title: reportTitles[kind],
    project: project.values.name,
    scenario: scenario.name,
    client: project.values.client,
    preparedBy: project.values.preparedBy,
    planHash: plan.hash,
    appVersion: context.appVersion,
    catalogVersion: plan.catalogVersion,
    sections: sectionsOf(plan, kind, context),
  };
}

function sectionsOf(plan: PlanView, kind: ReportKind, context: ReportContext): readonly Section[] {
  switch (kind) {
    case 'executive':
      return executiveSections(plan, context);
    case 'technical':
      return technicalSections(plan, context);
    case 'assumptions':
      return assumptionSections(plan, context);
    case 'full':
      return [
        ...executiveSections(plan, context),
        ...technicalSections(plan, context),
        ...assumptionSections(plan, context),
      ];
    default:
      return unreachable(kind, 'sectionsOf');
  }
}
