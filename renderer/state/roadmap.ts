import { releaseBody, sortReleases } from '../../shared/plan/entries/catalog-release.ts';
import type { SoftwareRelease } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { KnownInput } from '../../shared/project/field-path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import {
  withReleases, valueRoadmap, type RoadmapValue,
} from '../../shared/search/release-value.ts';
import { catalog } from './catalog.ts';
import { inputsOf } from './document.ts';
import { addRecord, type Edit } from './edits.ts';
import { setFields } from './set-fields.ts';
import { planOf } from './plan.ts';

const values = new WeakMap<ProjectDocument, Map<string, RoadmapValue | null>>();

/** What the roadmap of a scenario is worth, computed once per document. */
export function roadmapOf(document: ProjectDocument, scenarioId: string): RoadmapValue | null {
  const known = values.get(document) ?? new Map<string, RoadmapValue | null>();
  values.set(document, known);
  const present = known.get(scenarioId);
  if (present !== undefined) return present;
  const value = valueRoadmap({ evaluate: planOf }, document, scenarioId);
  known.set(scenarioId, value);
  return value;
}

/** The plan with all releases of the roadmap, and with none; null where there is no plan. */
export function roadmapEnds(
  document: ProjectDocument, scenarioId: string,
): { readonly without: Plan; readonly all: Plan } | null {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok || inputs.value.release.length === 0) return null;
  const keys = inputs.value.release.map(({ key }) => key);
  const without = planOf(withReleases(document, scenarioId, keys, new Set()), scenarioId);
  const all = planOf(withReleases(document, scenarioId, keys, new Set(keys)), scenarioId);
  return without.ok && all.ok ? { without: without.value, all: all.value } : null;
}

/** Takes all releases of a scenario in use, or out of use. */
export function setAllReleases(
  document: ProjectDocument, scenarioId: string, inputs: ScenarioInputs, inUse: boolean,
): Edit {
  return setFields(document, scenarioId, inputs.release.map(({ key }) =>
    ({ at: { kind: 'release', key, field: 'inUse' } satisfies KnownInput, value: inUse })));
}

/** What the plan has that a release can reach. */
const presentIn = ({ stages }: Plan) => ({
  accelerators: stages.groups.map(({ accelerator }) => accelerator.id),
  models: stages.groups.map(({ model }) => model.id),
});

export interface ReleaseOffer {
  readonly release: SoftwareRelease;
  /** Whether its scope names what the plan has. */
  readonly fits: boolean;
}

/** Releases of the catalogue, those that reach this plan first. */
export function offerReleases(plan: Plan): readonly ReleaseOffer[] {
  const present = presentIn(plan);
  const reaches = (scope: readonly string[], ids: readonly string[]): boolean =>
    scope.length === 0 || scope.some((id) => ids.includes(id));
  return sortReleases(Object.values(catalog.releases), present).map((release) => ({
    release, fits: reaches(release.accelerators, present.accelerators)
      && reaches(release.models, present.models),
  }));
}

/** A catalogue release put on the roadmap, with its evidence as notes. */
export function addRelease(
  document: ProjectDocument, scenarioId: string, plan: Plan, release: SoftwareRelease,
): { readonly edit: Edit; readonly key: string } {
  const body = releaseBody(release, presentIn(plan));
  const { edit, key } = addRecord(document, scenarioId, 'release',
    release.id.slice(0, 56), body.values);
  return { key, edit: edit.map((change) => change.after === null ? change : {
    ...change, after: { ...change.after, body },
  }) };
}
