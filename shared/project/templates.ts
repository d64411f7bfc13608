import { catalogHistory } from '../catalog/history.ts';
import { latestDefaults } from './defaults-history.ts';
import { kindOf } from './kinds.ts';
import type { ProjectRecord } from './record.ts';
import { factory100Mw } from './templates/gb300-100mw.ts';
import { pod1Mw } from './templates/b200-1mw.ts';
import { fourTiers } from './templates/four-tiers.ts';
import { liquidHall20Mw } from './templates/liquid-20mw.ts';
import { neocloudPod } from './templates/neocloud-pod.ts';
import { hopperToBlackwell } from './templates/hopper-to-blackwell.ts';
import { querySpike } from './templates/query-spike.ts';
import type { SpecValues, TemplateSpec } from './templates/spec.ts';

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly records: readonly ProjectRecord[];
}

/** Key of the scenario every template starts with. */
export const baseScenario = 'base';

/**
 * Versions of the catalogue and of the defaults that a new project keeps: those of the
 * program that makes it.
 */
const versionsKept: TemplateSpec['values'][number]['values'] = {
  defaultsVersion: latestDefaults,
  ...Object.fromEntries(
    catalogHistory.slice(-1).map(({ version }) => ['catalogVersion', version]),
  ),
};

/** The record of a scenario; its place in the list is that of its case. */
const scenarioRecord = (
  key: string, position: number, values: ProjectRecord['body']['values'],
): ProjectRecord => ({ id: `document:scenario:${key}`, kind: 'scenario', scenarioId: null, key,
  position, body: { values } });

const keyOf = ({ kind, key }: SpecValues): string => key ?? kind;

const isSame = (a: SpecValues, b: SpecValues): boolean =>
  a.kind === b.kind && keyOf(a) === keyOf(b);

/** Values of one record together where a list states them in several places; later ones win. */
const joined = (values: readonly SpecValues[]): readonly SpecValues[] =>
  values.filter((entry, at) => values.findIndex((each) => isSame(each, entry)) === at)
    .map((entry) => ({ ...entry, values: Object.assign({},
      ...values.filter((each) => isSame(each, entry)).map((each) => each.values)) }));

/**
 * Records of what a scenario states. What a case changes keeps the place it has in the
 * scenario the case is based on.
 */
function recordsOf(
  values: readonly SpecValues[], scenario: string, based: readonly SpecValues[] = values,
): readonly ProjectRecord[] {
  return values.map((entry, index): ProjectRecord => {
    const owner = kindOf(entry.kind).scope === 'document' ? null : scenario;
    const key = keyOf(entry);
    const at = based.findIndex((each) => isSame(each, entry));
    return { id: `${owner ?? 'document'}:${entry.kind}:${key}`, kind: entry.kind,
      scenarioId: owner, key, position: (at < 0 ? based.length + index : at) + 1,
      body: {
        values: entry.kind === 'project' ? { ...entry.values, ...versionsKept } : entry.values,
        ...(entry.notes === undefined ? {} : { notes: entry.notes }),
      } };
  });
}

/**
 * The records of a new project made from a template. Ids are stable, so equal templates
 * give equal files.
 */
export function buildTemplate(spec: TemplateSpec): Template {
  const { id, name, summary, scenario, values, cases = [] } = spec;
  return { id, name, summary, records: [
    scenarioRecord(baseScenario, 1, { name: scenario }),
    ...cases.map((each, at) => scenarioRecord(each.key, at + 2,
      { name: each.name, basedOn: baseScenario, note: each.note })),
    ...recordsOf(values, baseScenario),
    ...cases.flatMap((each) => recordsOf(joined(each.values), each.key, values)),
  ] };
}

export const templates: readonly Template[] =
  [
    factory100Mw, liquidHall20Mw, neocloudPod, pod1Mw, hopperToBlackwell, querySpike, fourTiers,
  ].map(buildTemplate);

/** A project of one scenario in which nothing is decided yet. */
export const blankProject: Template = buildTemplate({
  id: 'blank', name: 'Empty project', summary: 'Every input at its default, and no racks yet.',
  scenario: 'Base case', values: [{ kind: 'project', values: { name: 'Untitled project' } }],
});

/** @example findTemplate('b200-1mw')?.name // '1 MW pod, B200' */
export const findTemplate = (id: string): Template
  | undefined => [...templates, blankProject].find((t) => t.id === id);

/** A template's records as a document by id. */
export const documentOf = (
  records: readonly ProjectRecord[],
): Readonly<Record<string, ProjectRecord>> =>
  Object.fromEntries(records.map((r) => [r.id, r]));
