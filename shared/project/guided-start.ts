import type { Fabric, Terminal } from '../catalog/compat/types.ts';
import type { Precision } from '../catalog/types.ts';
import { fieldOf } from './kinds.ts';
import { nearestWord } from './path.ts';
import type { StartField, StartProblem } from './start-problem.ts';
import { buildTemplate, type Template } from './templates.ts';
import type { SpecCase, SpecValues } from './templates/spec.ts';
import { findWorkload, workloadPresets, type WorkloadPreset } from './templates/workloads.ts';

export const startOwnerships = ['own', 'colo', 'rental'] as const;
export type StartOwnership = (typeof startOwnerships)[number];

/** What one workload of the start is: a preset, the model that serves it, and how much. */
export interface StartWorkload {
  /** Id of a preset. */
  readonly preset: string;
  /** Catalogue id of the model. */
  readonly model: string;
  /** Weight with which its racks share the power, 0..1. */
  readonly powerShare: number;
  /** Tokens a day, where demand is stated in tokens. */
  readonly tokensPerDay: number | null;
}

/** The four answers from which a project is made. */
export interface StartAnswers {
  /** Name printed on the report; empty prints none. */
  readonly client: string;
  /** Catalogue id of the site. */
  readonly site: string;
  readonly utilityMw: number;
  /** Price of energy, $/kWh; null takes that of the site, which not every site has. */
  readonly electricityUsdPerKwh: number | null;
  readonly workloads: readonly StartWorkload[];
  /** Share of capacity that is sold; null where demand is stated in tokens a day. */
  readonly utilisation: number | null;
  /** Catalogue ids of the systems, one scenario each, the first the base of the others. */
  readonly systems: readonly string[];
  readonly ownership: StartOwnership;
}

/** Names of the catalogue by id. */
export interface StartNames {
  readonly sites: Readonly<Record<string, string>>;
  readonly models: Readonly<Record<string, string>>;
  readonly systems: Readonly<Record<string, string>>;
}

/** What goes with a system: the best that is known to run on it, for each workload in order. */
export interface StartKit {
  readonly serving: readonly { readonly precision: Precision; readonly framework: string }[];
  readonly terminal: Terminal;
  readonly liquidSupplyC: number;
  readonly fabric: Fabric;
  readonly switchModel: string;
  /** Rate the cards run at where no switch has ports of their own; null for their own. */
  readonly scaleOutGbps: number | null;
}

/** Most workloads and systems one start takes. */
export const mostWorkloads = 4;
export const mostSystems = 12;

/** The plan looks five years past the first racks, which serve from month 7. */
const [startMonth, horizonMonths] = [7, 66];

/** The answers a start begins with. */
export const firstAnswers: StartAnswers = {
  client: '', site: 'ashburn', utilityMw: 20, electricityUsdPerKwh: null, utilisation: 0.45, ownership: 'own',
  workloads: workloadPresets.slice(0, 2).map(({ id, model }) =>
    ({ preset: id, model, powerShare: 0.5, tokensPerDay: null })),
  systems: ['gb300_nvl72', 'gb200_nvl72', 'dgx_b200'],
};

/** Range and default of an input that the start asks for. */
export function startRange(kind: 'site' | 'demand' | 'traffic' | 'rackGroup', key: string) {
  const field = fieldOf(kind, key);
  if (field?.type !== 'number') throw new Error(`no number ${kind}.${key}`);
  return field;
}

const numbers = {
  utilityMw: startRange('site', 'utilityMw'),
  electricityUsdPerKwh: startRange('site', 'electricityUsdPerKwh'),
  utilisation: startRange('demand', 'utilisation'),
  powerShare: startRange('rackGroup', 'powerShare'),
  tokensPerDay: startRange('traffic', 'tokensPerDay'),
};

/** A demand of nothing is no demand: a plan without sales answers nothing. */
const leastTokens = 1;

function checkNumber(
  field: keyof typeof numbers, value: number, at: number | null = null,
): readonly StartProblem[] {
  const { min, max, unit } = numbers[field];
  const least = field === 'tokensPerDay' ? leastTokens : min;
  return value >= least && value <= max ? []
    : [{ code: 'number', field, at, min: least, max, unit, got: value }];
}

function checkName(
  field: StartField, id: string, known: Readonly<Record<string, unknown>>,
  at: number | null = null,
): readonly StartProblem[] {
  return Object.hasOwn(known, id) ? []
    : [{ code: 'unknown', field, at, id, nearest: nearestWord(id, Object.keys(known)) }];
}

function checkCount(
  field: 'workloads' | 'systems', count: number, most: number,
): readonly StartProblem[] {
  if (count === 0) return [{ code: 'none', field }];
  return count > most ? [{ code: 'too-many', field, most, got: count }] : [];
}

const presetNames: Readonly<Record<string, string>> =
  Object.fromEntries(workloadPresets.map(({ id, name }) => [id, name]));

function checkWorkload(
  { preset, model, powerShare, tokensPerDay }: StartWorkload, at: number,
  { utilisation }: StartAnswers, names: StartNames,
): readonly StartProblem[] {
  return [
    ...checkName('preset', preset, presetNames, at),
    ...checkName('model', model, names.models, at),
    ...checkNumber('powerShare', powerShare, at),
    ...(utilisation !== null ? []
      : checkNumber('tokensPerDay', tokensPerDay ?? Number.NaN, at)),
  ];
}

/**
 * What is wrong with the answers, in the order in which they are asked.
 * @param names what the catalogue has
 * @returns none for answers a project can be made of, as far as can be said without asking
 *   what runs on what
 * @example checkStart({ ...firstAnswers, systems: [] }, names) // [{ code: 'none', field: 'systems' }]
 */
export function checkStart(answers: StartAnswers, names: StartNames): readonly StartProblem[] {
  const { client, site, utilityMw, workloads, utilisation, systems, ownership } = answers;
  const { electricityUsdPerKwh: energy } = answers;
  const longest = 200;
  const twice = systems.find((id, index) => systems.indexOf(id) !== index);
  return [
    ...checkNumber('utilityMw', utilityMw),
    ...checkName('site', site, names.sites),
    ...(energy === null ? [] : checkNumber('electricityUsdPerKwh', energy)),
    ...checkCount('workloads', workloads.length, mostWorkloads),
    ...workloads.flatMap((each, at) => checkWorkload(each, at, answers, names)),
    ...(utilisation === null ? [] : checkNumber('utilisation', utilisation)),
    ...checkCount('systems', systems.length, mostSystems),
    ...systems.flatMap((id, at) => checkName('systems', id, names.systems, at)),
    ...(twice === undefined ? [] : [{ code: 'twice', field: 'systems', id: twice } as const]),
    ...(startOwnerships.includes(ownership) ? [] : [{ code: 'unknown', field: 'ownership',
      at: null, id: String(ownership), nearest: null } as const]),
    ...(client.length <= longest ? [] : [{ code: 'too-long', field: 'client',
      most: longest, got: client.length } as const]),
  ];
}

/** A workload with its own key and name among the others. */
interface Served extends StartWorkload {
  readonly key: string;
  readonly name: string;
  readonly shape: WorkloadPreset;
}

function serve(workloads: readonly StartWorkload[], names: StartNames): readonly Served[] {
  return workloads.flatMap((each, at): readonly Served[] => {
    const shape = findWorkload(each.preset);
    if (shape === undefined) return [];
    const before = workloads.slice(0, at).filter(({ preset }) => preset === each.preset).length;
    const alone = workloads.filter(({ preset }) => preset === each.preset).length === 1;
    return [{ ...each, shape, key: before === 0 ? shape.id : `${shape.id}-${before + 1}`,
      name: alone ? shape.name : `${shape.name}, ${names.models[each.model] ?? each.model}` }];
  });
}

function trafficOf(
  { key, name, shape, model, tokensPerDay }: Served, inTokens: boolean,
): SpecValues {
  const { listing } = shape;
  return { kind: 'traffic', key, values: {
    name, model, isl: shape.isl, osl: shape.osl, cacheHit: shape.cacheHit,
    minTokPerSecPerUser: shape.minTokPerSecPerUser, maxTtftS: shape.maxTtftS,
    ...(listing === undefined || model !== shape.model ? {} : { listing }),
    ...(inTokens ? { tokensPerDay } : {}),
  } };
}

/** What a system brings with it: racks of it, and what all of them share. */
function systemValues(
  system: string, { serving, ...plant }: StartKit, served: readonly Served[],
): readonly SpecValues[] {
  const { terminal, liquidSupplyC, fabric, switchModel, scaleOutGbps } = plant;
  return [
    ...served.map(({ key }, at): SpecValues => ({ kind: 'rackGroup', key,
      values: { system, ...serving[at] } })),
    { kind: 'cooling', values: { terminal, liquidSupplyC } },
    { kind: 'network', values: { fabric, switchModel, scaleOutGbps } },
  ];
}

/** Of a system's values those in which it differs from the base. */
const differing = (
  values: readonly SpecValues[], base: readonly SpecValues[],
): readonly SpecValues[] => values.flatMap((entry, at) => {
  const changed = Object.entries(entry.values)
    .filter(([key, value]) => base[at]?.values[key] !== value);
  return changed.length === 0 ? [] : [{ ...entry, values: Object.fromEntries(changed) }];
});

/** What the base says; a default is not stated. */
const stated = (values: SpecValues['values']): SpecValues['values'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** A site without what its name says in brackets: where its weather was measured, and when. */
const placeName = (site: string): string => site.replace(/ \([^)]*\)$/u, '');

/** A project's name after its client, power and site. */
const nameOf = ({ client, utilityMw, site }: StartAnswers, { sites }: StartNames): string =>
  [client.trim().slice(0, 100), `${utilityMw} MW`, placeName(sites[site] ?? site)]
    .filter((part) => part !== '').join(', ').slice(0, 200);

/**
 * A project of sound answers: one scenario for each system, filling the site's power with
 * its racks; the others state only how they differ from the first.
 * @param kits what goes with each system, in the order of the answers
 * @throws RangeError where a system has no kit: ask `checkStart` and the kits first
 * @example buildStart(firstAnswers, names, [kit, kit, kit]).name // '20 MW, Ashburn, Virginia'
 */
export function buildStart(
  answers: StartAnswers, names: StartNames, kits: readonly StartKit[],
): Template {
  const { client, site, utilityMw, workloads, utilisation, systems, ownership } = answers;
  const { electricityUsdPerKwh: energy } = answers;
  const served = serve(workloads, names);
  const own = systems.map((id, at) => {
    const kit = kits[at];
    if (kit === undefined) throw new RangeError(`no kit for ${id}`);
    return { id, name: names.systems[id] ?? id, values: systemValues(id, kit, served) };
  });
  const [first, ...others] = own;
  if (first === undefined) throw new RangeError('no system');
  const name = nameOf(answers, names);
  const shared: readonly SpecValues[] = [
    { kind: 'project',
      values: { name, ...(client.trim() === '' ? {} : { client: client.trim() }) } },
    { kind: 'site', values: { site, utilityMw, ...(energy === null ? {}
      : { electricityUsdPerKwh: energy }) } },
    ...served.map((each) => trafficOf(each, utilisation === null)),
    { kind: 'demand', values: { horizonMonths,
      ...(utilisation === null ? { mode: 'tokens' } : { utilisation }) } },
    { kind: 'finance', values: { ownership } },
  ];
  const racks = first.values.map((entry): SpecValues => {
    const group = entry.kind === 'rackGroup'
      ? served.find(({ key }) => key === entry.key) : undefined;
    return { ...entry, values: group === undefined ? stated(entry.values)
      : { name: `${group.name} racks`, traffic: group.key, powerShare: group.powerShare,
        startMonth, ...entry.values } };
  });
  const cases = others.map(({ id, name: of, values }): SpecCase => ({ key: id, name: of,
    note: `The same site and workloads on ${of}.`, values: differing(values, first.values) }));
  return buildTemplate({ id: 'start', name, summary: '', scenario: first.name,
    values: [...shared, ...racks], cases });
}
