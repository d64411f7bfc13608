import { kindOf, type KindName } from '../../../shared/project/kinds.ts';
import { listFieldPaths, setByPath } from '../../../shared/project/path.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import type { ProjectDocument, ProjectRecord } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

/** A small reproducible stream of numbers in 0..1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function withRecord(document: ProjectDocument, kind: KindName, scenarioId: string,
  key: string,
  values: Readonly<Record<string, FieldValue>>, removed = false): ProjectDocument {
  const owner = kindOf(kind).scope === 'document' ? null : scenarioId;
  const record: ProjectRecord = {
    id: `${owner ?? 'document'}:${kind}:${key}`, kind, scenarioId: owner, key,
    position: 50, body: removed
      ? { values, removed } : { values },
  };
  return { ...document, [record.id]: record };
}

export const derive = (document: ProjectDocument, key: string): ProjectDocument =>
  withRecord(document, 'scenario', key, key, { name: key, basedOn: 'base' });

export function lay(document: ProjectDocument, scenario: string, values: Readonly<Record<string,
  FieldValue>>): ProjectDocument {
  let next = document;
  for (const [path, value] of Object.entries(values)) {
    const set = setByPath(next, scenario, path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    next = set.value;
  }
  return next;
}

export const templateDocument = (id: string): ProjectDocument =>
  documentOf(findTemplate(id)?.records ?? []);

/**
 * Number fields with a default, other than those that bound the search for serving points
 * or the horizon.
 */
const movable = listFieldPaths().filter(({ kind, field }) =>
  field.type === 'number' && field.default !== null
    && !['project', 'rackGroup', 'climate', 'placement', 'hall', 'spike', 'loadSeries',
      'priceEvent',
    'priceTier', 'rentalContract'].includes(kind)
  && !['traffic.isl', 'traffic.osl', 'traffic.maxTtftS', 'traffic.minTokPerSecPerUser',
    'demand.horizonMonths', 'site.utilityMw'].includes(`${kind}.${field.key}`));

/** Choices that are always possible, one of each group among them. */
const choices: readonly (readonly [string, readonly FieldValue[]])[] = [
  ['rackGroup.precision', ['fp4', 'fp8']], ['rackGroup.racks', [4, 8, 12]],
  ['rackGroup.system', ['dgx_b200', 'gb200_nvl72']],
  ['network.topology', ['clos', 'rail']], ['cooling.rejection', ['dry', 'tower', 'chiller']],
  ['site.site', ['ashburn', 'phoenix']],
  ['finance.ownership', ['own', 'rental', 'colo']], ['finance.debtShare', [0, 0.5]],
  ['traffic.isl', [1024, 2048]],
];

function numberNear(random: () => number, at: (typeof movable)[number]): FieldValue {
  const { field } = at;
  if (field.type !== 'number' || field.default === null)
    throw new Error(`${at.path} is no number`);
  const value = field.default * (0.7 + 0.6 * random());
  const within = Math.min(field.max, Math.max(field.min, value));
  return field.integer === true ? Math.round(within) : within;
}

/**
 * A scenario with some random inputs of any group; now and then a record more, now and
 * then one less.
 */
export function randomScenario(document: ProjectDocument, key: string,
  random: () => number): ProjectDocument {
  let next = derive(document, key);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  for (let i = 0; i < 6; i++) {
    const field = pick(movable);
    next = lay(next, key, { [field.path]: numberNear(random, field) });
  }
  for (let i = 0; i < 3; i++) {
    const [path, values] = pick(choices);
    next = lay(next, key, { [path]: pick(values) });
  }
  if (random() < 0.3) next = withRecord(next, 'release', key, 'next', {}, true);
  if (random() < 0.3) {
    next = withRecord(next, 'traffic', key, 'code',
      { name: 'Code', model: 'gpt-oss-120b', isl: 2048, osl: 1024 });
    next = withRecord(next, 'rackGroup', key, 'second',
      { name: 'Second racks', system: 'dgx_b200', traffic: 'code', racks: 3 });
    next = withRecord(next, 'spike', key, 'launch', { traffic: 'code', multiplier: 2 });
  }
  return next;
}
