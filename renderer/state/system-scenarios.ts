import type { Catalog } from '../../shared/catalog/types.ts';
import { followSystems } from '../../shared/plan/entries/follow.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { startOwnerships, type StartOwnership } from '../../shared/project/guided-start.ts';
import type { Kit } from '../../shared/search/start-kit.ts';
import { systemOffers, type SystemOffer } from '../../shared/search/start.ts';
import { underStrongestEngine } from '../../shared/search/strongest.ts';
import type { LimitFix } from '../../shared/units/limit.ts';
import { shortSystem } from '../text/start-guide.ts';
import { inputsOf } from './document.ts';
import type { Edit } from './edits.ts';
import { heldAgainst } from './misfits.ts';
import { cutTo } from './names.ts';
import { planOf } from './plan.ts';
import { joinChanges } from './rebase.ts';
import { deriveScenario } from './scenarios.ts';
import { fieldsOf, setFields } from './set-fields.ts';

/** Who buys: a lease is of systems that have a price. */
const ownershipOf = ({ finance }: ScenarioInputs): StartOwnership =>
  startOwnerships.find((each) => each === finance.values.ownership) ?? 'own';

/** Rack groups with the model each serves; those that serve none known are left out. */
function servedBy(
  { rackGroup, traffic }: ScenarioInputs, { models }: Catalog,
): readonly { readonly key: string; readonly model: string }[] {
  return rackGroup.flatMap(({ key, values }) => {
    const model = traffic.find((each) => each.key === values.traffic)?.values.model ?? '';
    return Object.hasOwn(models, model) ? [{ key, model }] : [];
  });
}

/**
 * Every system the scenario's racks could be of, with what would be chosen for it and what
 * a reader should know before; none where the scenario has no racks.
 */
export function offersFor(
  document: ProjectDocument, scenarioId: string,
): readonly SystemOffer[] {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok || inputs.value.rackGroup.length === 0) return [];
  const held = heldAgainst(inputs.value);
  return systemOffers({
    utilityMw: inputs.value.site.values.utilityMw, ownership: ownershipOf(inputs.value),
    workloads: servedBy(inputs.value, held.catalog).map(({ model }) =>
      ({ preset: '', model, powerShare: 1, tokensPerDay: null })),
  }, held);
}

/** Systems the racks of a scenario are of. */
export function systemsIn(document: ProjectDocument, scenarioId: string): readonly string[] {
  const inputs = inputsOf(document, scenarioId);
  return inputs.ok ? [...new Set(inputs.value.rackGroup.map(({ values }) => values.system))] : [];
}

/** What holds for one system only and leaves with it. */
const ownLayout = ['tensorParallel', 'attentionDp', 'expertParallel', 'prefillAccelerators',
  'decodeAccelerators', 'concurrency'] as const;

/** All racks of a system: what each group says, and the network the system joins. */
function movesTo({ id, kit }: Offered, inputs: ScenarioInputs): readonly LimitFix[] {
  const groups = servedBy(inputs, heldAgainst(inputs).catalog);
  return inputs.rackGroup.flatMap(({ key, values }): readonly LimitFix[] => {
    const path = (field: string): string => `rackGroup.${key}.${field}`;
    const served = kit.serving[groups.findIndex((group) => group.key === key)];
    return [
      { path: path('system'), value: id },
      ...(served === undefined ? [] : [
        { path: path('precision'), value: served.precision },
        { path: path('framework'), value: served.framework }]),
      ...ownLayout.filter((field) => values[field] !== null)
        .map((field) => ({ path: path(field), value: null })),
    ];
  });
}

type Offered = Pick<SystemOffer, 'id' | 'name'> & { readonly kit: Kit };

/**
 * What all racks share: cooling stays where it cools the system, and the network where the
 * system joins it at its own rate; else both become what goes with the system.
 */
function plantMoves(
  before: ScenarioInputs, after: ScenarioInputs, { kit }: Offered,
): readonly LimitFix[] {
  const moves = followSystems(before, after, heldAgainst(after));
  const cooling = moves.filter(({ path }) => path.startsWith('cooling.'));
  const rate = { path: 'network.scaleOutGbps', value: kit.scaleOutGbps };
  const asked = before.network.values.scaleOutGbps;
  const stays = kit.scaleOutGbps === null && asked === null
    && !moves.some(({ path }) => path.startsWith('network.'));
  return stays ? cooling : [...cooling,
    ...(asked === kit.scaleOutGbps ? [] : [rate]),
    { path: 'network.fabric', value: kit.fabric },
    { path: 'network.switchModel', value: kit.switchModel }];
}

const racksKw = (document: ProjectDocument, id: string): ReadonlyMap<string, number> => {
  const plan = planOf(document, id);
  return new Map(!plan.ok ? [] : plan.value.stages.racks.flatMap(({ group, size }) =>
    (size.rackKw === null ? [] : [[group.record.key, size.rackKw] as const])));
};

/**
 * A number of racks that was decided becomes the number that draws as much power; racks
 * that fill the power still do.
 */
function rackCounts(
  document: ProjectDocument, from: string, to: string, { rackGroup }: ScenarioInputs,
): readonly LimitFix[] {
  const counted = rackGroup.filter(({ values }) => values.racks !== null);
  if (counted.length === 0) return [];
  const [was, is] = [racksKw(document, from), racksKw(document, to)];
  return counted.flatMap(({ key, values }) => {
    const [before, after] = [was.get(key), is.get(key)];
    return before === undefined || after === undefined ? []
      : [{ path: `rackGroup.${key}.racks`,
        value: Math.max(1, Math.round((values.racks ?? 0) * before / after)) }];
  });
}

/** The engine that serves the scenario for least, where it is another than the kit's. */
function engineMoves(document: ProjectDocument, id: string): readonly LimitFix[] {
  const plan = planOf(document, id);
  if (!plan.ok) return [];
  const best = underStrongestEngine({ evaluate: planOf }, id, { document, plan: plan.value });
  const after = inputsOf(best.document, id);
  return best.document === document || !after.ok ? []
    : after.value.rackGroup.map(({ key, values }) =>
      ({ path: `rackGroup.${key}.framework`, value: values.framework }));
}

function oneScenario(
  document: ProjectDocument, from: string, offer: Offered, inputs: ScenarioInputs,
): { readonly edit: Edit; readonly key: string } {
  const { edit, key } = deriveScenario(document, from, cutTo(shortSystem(offer.name)));
  const made = applyChanges(document, edit);
  const groups = setFields(made, key, fieldsOf(movesTo(offer, inputs)));
  const moved = applyChanges(made, groups);
  const after = inputsOf(moved, key);
  const plant = after.ok
    ? setFields(moved, key, fieldsOf(plantMoves(inputs, after.value, offer))) : [];
  const equipped = applyChanges(moved, plant);
  const counts = setFields(equipped, key, fieldsOf(rackCounts(equipped, from, key, inputs)));
  const counted = applyChanges(equipped, counts);
  const engine = setFields(counted, key, fieldsOf(engineMoves(counted, key)));
  return { key, edit: [joinChanges(edit, groups), plant, counts, engine].reduce(joinChanges) };
}

/** Scenarios made at once, as one edit. */
export interface SystemScenarios {
  readonly edit: Edit;
  /** Of the scenarios, in the order of the systems. */
  readonly keys: readonly string[];
}

/**
 * A scenario for each system, based on the one given: the same site, workloads and money
 * with every rack of that system, at the best that is known to run on it. Systems that
 * cannot serve a model of the scenario are left out.
 */
export function scenariosOn(
  document: ProjectDocument, from: string, systems: readonly string[],
): SystemScenarios {
  const inputs = inputsOf(document, from);
  if (!inputs.ok) return { edit: [], keys: [] };
  const offers = offersFor(document, from);
  let made: SystemScenarios = { edit: [], keys: [] };
  for (const id of systems) {
    const offer = offers.find((each) => each.id === id);
    const kit = offer?.kit ?? null;
    if (offer === undefined || kit === null) continue;
    const next = oneScenario(applyChanges(document, made.edit), from, { ...offer, kit },
      inputs.value);
    made = { edit: joinChanges(made.edit, next.edit), keys: [...made.keys, next.key] };
  }
  return made;
}
