import { isRented } from './rented.ts';
import type { Terminal } from '../../catalog/compat/types.ts';
import type { Catalog, MeasuredPoint, SwitchModel } from '../../catalog/types.ts';
import { bestTerminal, type ServingNeed } from '../../compat/best.ts';
import {
  bestNetwork, nearestNetwork, type NetworkChoice,
} from '../../compat/best-network.ts';
import { nearestServing } from '../../compat/nearest.ts';
import {
  coolingOn, fabricNames, fabricOnNic, fabricOnSwitch, hostMemoryFor, supplyRange,
  terminalNames,
} from '../../compat/plant.ts';
import {
  frameworkName, precisionOn, refusalCodes, supportOf, type Aspect, type ServingSupport, type Support,
} from '../../compat/support.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit, LimitFix, Warning } from '../../units/limit.ts';
import type { GroupReferences } from './references.ts';

/** What a plan puts together, and what is known to go together. */
export interface Together {
  readonly inputs: ScenarioInputs;
  readonly catalog: Catalog;
  readonly groups: readonly GroupReferences[];
  readonly switchModel: SwitchModel;
  /** Measured serving points; null where none are at hand. */
  readonly points: readonly MeasuredPoint[] | null;
  /** Rate a switch must have ports for, Gb/s. */
  readonly nicGbps: number;
  /** Whether a network of a switch can be built. */
  readonly canBuild: (model: SwitchModel) => boolean;
}

export interface Notices {
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}

/** The field that says what an answer turns on. */
const fieldOf: Readonly<Record<Aspect, string>> =
  { framework: 'framework', precision: 'precision', mode: 'mode', model: 'framework' };

const ruledOut = (
  code: string, where: string, { reason }: Support, advice: string,
  fix: readonly LimitFix[],
): Limit => ({ code, where, limit: 0, value: 0, unit: 'count', broken: true,
  nearestFix: `${reason}.${advice === '' ? '' : ` ${advice}`}`,
  ...(fix.length === 0 ? {} : { fix }) });

const unknown = (code: string, where: string, { reason }: Support): Warning =>
  ({ code, where, text: `${reason}.` });

/** What a group is served with, as the tables are asked for it. */
export const needOf = (
  { accelerator, model, record }: GroupReferences, points: Together['points'],
): ServingNeed => ({ accelerator, model, mode: record.values.mode, points });

function servingFix(
  group: GroupReferences, about: Aspect, points: Together['points'],
): { readonly advice: string; readonly fix: readonly LimitFix[] } {
  const { key, values } = group.record;
  const at = (field: string): string => `rackGroup.${key}.${field}`;
  if (about === 'mode') {
    return { advice: 'Serve prefill and decode together.',
      fix: [{ path: at('mode'), value: 'agg' }] };
  }
  const nearest = nearestServing(values, needOf(group, points));
  if (nearest === null) return { advice: '', fix: [] };
  const { precision, framework } = nearest;
  const moves = [
    ...(precision === values.precision ? []
      : [{ name: precision.toUpperCase(), path: at('precision'), value: precision }]),
    ...(framework === values.framework ? []
      : [{ name: frameworkName(framework), path: at('framework'), value: framework }]),
  ];
  return { advice: moves.length === 0 ? ''
    : `Choose ${moves.map(({ name }) => name).join(' under ')}.`,
  fix: moves.map(({ path, value }) => ({ path, value })) };
}

/** Weights kept in a precision the accelerator cannot compute in. */
function widened({ record, accelerator, model }: GroupReferences): readonly Warning[] {
  const { precision, framework, name } = record.values;
  const { status, path } = precisionOn(precision, accelerator, model, framework);
  return status === 'not' || path !== 'stored' ? [] : [{ code: 'weights-widened',
    where: `rackGroup.${record.key}.precision`,
    text: `${name}: ${accelerator.name} keeps ${precision.toUpperCase()} weights and widens them `
      + 'before it computes: memory and its traffic are saved, arithmetic is not.' }];
}

/** Whether each group's software serves its model on its accelerators. */
function servingNotices({ groups, points }: Together): Notices {
  const asked = groups.map((group): readonly [GroupReferences, ServingSupport] => {
    const { framework, precision, mode } = group.record.values;
    const { accelerator, model } = group;
    return [group, supportOf({ framework, precision, mode, accelerator, model }, points)];
  });
  const where = (group: GroupReferences, about: Aspect): string =>
    `rackGroup.${group.record.key}.${fieldOf[about]}`;
  return {
    limits: asked.filter(([, { status }]) => status === 'not').map(([group, support]) => {
      const { advice, fix } = servingFix(group, support.about, points);
      return ruledOut(refusalCodes[support.about], where(group, support.about), support, advice,
        fix);
    }),
    warnings: [
      ...asked.filter(([, { status }]) => status === 'unknown')
        .map(([group, support]) => unknown('not-known-to-run', where(group, support.about),
          support)),
      ...asked.filter(([, { status }]) => status !== 'not').flatMap(([group]) => widened(group)),
    ],
  };
}

/** A network found for a plan, as values of the fields that differ. */
function networkBy(
  find: typeof bestNetwork, together: Together,
): readonly LimitFix[] {
  const { fabric, switchModel } = together.inputs.network.values;
  const now: NetworkChoice = { fabric, switchModel };
  const best = find(now, {
    accelerators: together.groups.map(({ accelerator }) => accelerator),
    nicGbps: together.nicGbps, switches: Object.values(together.catalog.switches),
    canBuild: together.canBuild,
  });
  return best === null ? [] : [
    ...(best.fabric === fabric ? [] : [{ path: 'network.fabric', value: best.fabric }]),
    ...(best.switchModel === switchModel ? []
      : [{ path: 'network.switchModel', value: best.switchModel }]),
  ];
}

/** The nearest network that every card joins and that can be built of a switch. */
export const networkFix = (together: Together): readonly LimitFix[] =>
  networkBy(bestNetwork, together);

/** A fix of the network in words. */
function networkAdvice({ inputs, catalog }: Together, fix: readonly LimitFix[]): string {
  const valueOf = (path: string): LimitFix['value'] =>
    fix.find((each) => each.path === path)?.value ?? null;
  const fabric = valueOf('network.fabric') ?? inputs.network.values.fabric;
  const model = valueOf('network.switchModel') ?? inputs.network.values.switchModel;
  const known = Object.entries(fabricNames).find(([id]) => id === fabric)?.[1];
  return fix.length === 0 ? ''
    : `Choose ${known ?? ''} on ${catalog.switches[String(model)]?.name ?? String(model)}.`;
}

function fabricNotices(together: Together): Notices {
  const { inputs, groups, switchModel } = together;
  const { fabric } = inputs.network.values;
  const answers = [
    { where: 'network.switchModel', support: fabricOnSwitch(fabric, switchModel) },
    ...groups.map(({ accelerator }) =>
      ({ where: 'network.fabric', support: fabricOnNic(fabric, accelerator) })),
  ];
  const broken = answers.filter(({ support }) => support.status === 'not');
  const fix = broken.length === 0 ? [] : networkBy(nearestNetwork, together);
  const advice = networkAdvice(together, fix);
  return {
    limits: broken.map(({ where, support }) =>
      ruledOut('fabric-not-supported', where, support, advice, fix)),
    warnings: answers.filter(({ support }) => support.status === 'unknown')
      .map(({ where, support }) => unknown('fabric-not-known', where, support)),
  };
}

function coolingNotices({ inputs, groups }: Together): Notices {
  const { terminal } = inputs.cooling.values;
  const where = 'cooling.terminal';
  const systems = groups.map(({ system }) => system);
  const answers = systems.map((system) => coolingOn(terminal, system));
  const best: Terminal = bestTerminal(systems);
  return {
    limits: answers.filter(({ status }) => status === 'not').map((support) =>
      ruledOut('cooling-not-supported', where, support, `Choose ${terminalNames[best]}.`,
        [{ path: where, value: best }])),
    // Coils and doors take the heat of any rack; a bath has to be made for it.
    warnings: terminal !== 'immersion' ? [] : answers
      .filter(({ status }) => status === 'unknown')
      .map((support) => unknown('cooling-not-known', where, support)),
  };
}

/** Liquid warmer than a system may be supplied with; colder than is stated is a warning. */
function supplyNotices({ inputs, groups }: Together): Notices {
  const { liquidSupplyC, terminal } = inputs.cooling.values;
  const where = 'cooling.liquidSupplyC';
  const ranges = terminal === 'immersion' ? [] : groups.flatMap(({ system }) => {
    const range = supplyRange(system);
    return range === null ? [] : [{ ...range, system }];
  });
  const most = Math.min(...ranges.map((range) => range.most));
  const print = (celsius: number): string => formatQuantity(celsius, 'C');
  return {
    limits: ranges.filter((range) => liquidSupplyC > range.most).map(({ system, ...range }) => ({
      code: 'supply-too-warm', where, limit: range.most, value: liquidSupplyC, unit: 'C',
      broken: true, fix: [{ path: where, value: most }],
      nearestFix: `${system.name} is supplied with at most ${print(range.most)}: `
        + `supply ${print(most)}.` })),
    warnings: ranges.filter((range) => liquidSupplyC < range.least)
      .map(({ system, least }) => ({ code: 'supply-colder-than-stated', where,
        text: `${system.name} is described with ${print(least)} and more, not with `
          + `${print(liquidSupplyC)}.` })),
  };
}

/** Data sheets of hosts count in GB; the need is stated in GiB. */
const gbPerGib = 2 ** 30 / 1e9;

function hostNotices({ groups }: Together): Notices {
  const answers = groups.flatMap(({ record, system, model }) => {
    const answer = hostMemoryFor(system, model);
    return answer === null ? [] : [{ where: `rackGroup.${record.key}.system`, answer }];
  });
  return {
    limits: answers.filter(({ answer }) => answer.status === 'not')
      .map(({ where, answer }) => ({ code: 'host-memory-too-small', where,
        limit: (answer.haveGib ?? 0) * gbPerGib, value: answer.needGib * gbPerGib, unit: 'GB',
        broken: true, nearestFix: `${answer.reason}. Choose a system with more host memory.` })),
    warnings: answers.filter(({ answer }) => answer.status === 'unknown')
      .map(({ where, answer }) => unknown('host-memory-not-known', where, answer)),
  };
}

/** Limits and warnings that say the same once. */
const once = <T extends { readonly where: string }>(
  things: readonly T[], words: (thing: T) => string,
): readonly T[] => things.filter((thing, at) => things.findIndex(
    (other) => other.where === thing.where && words(other) === words(thing)) === at);

/**
 * What a plan puts together that does not go together, as broken limits with the values
 * that would; what no source speaks of, as warnings.
 */
export function compatNotices(together: Together): Notices {
  // What runs on racks that are rented out is their tenants’ business.
  const serving = { ...together, groups: together.groups.filter((group) => !isRented(group)) };
  const all = [servingNotices(serving), fabricNotices(together), coolingNotices(together),
    supplyNotices(together), hostNotices(serving)];
  return {
    limits: once(all.flatMap(({ limits }) => limits), ({ nearestFix }) => nearestFix),
    warnings: once(all.flatMap(({ warnings }) => warnings), ({ text }) => text),
  };
}
