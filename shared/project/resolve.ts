import { ok, refuse, type Result } from '../units/result.ts';
import { defaultsOf, type Defaults } from './defaults.ts';
import type { FieldValue, RecordOf } from './field.ts';
import { kindNames, kindOf, kinds, type KindName } from './kinds.ts';
import type { FieldNote, ProjectDocument, ProjectRecord } from './record.ts';

type Fields<K extends KindName> = RecordOf<(typeof kinds)[K]['fields']>;
export type Values<K extends KindName> = Fields<K>;

/** A record of the scenario after inheritance and defaults. */
export interface Resolved<K extends KindName> {
  readonly kind: K;
  readonly key: string;
  readonly position: number;
  readonly values: Values<K>;
  /** Keys somebody set, here or in a scenario above; the others are defaults. */
  readonly set: ReadonlySet<string>;
  readonly notes: Readonly<Record<string, FieldNote>>;
}

/** A resolved record of whichever kind. */
export type AnyResolved = { [K in KindName]: Resolved<K> }[KindName];

/**
 * Everything one scenario says, typed by kind: the engine's only input besides the
 * catalogue.
 */
export interface ScenarioInputs {
  readonly scenario: { readonly id: string; readonly name: string };
  readonly project: Resolved<'project'>;
  readonly report: Resolved<'report'>;
  readonly site: Resolved<'site'>;
  readonly traffic: readonly Resolved<'traffic'>[];
  readonly rackGroup: readonly Resolved<'rackGroup'>[];
  readonly demand: Resolved<'demand'>;
  readonly power: Resolved<'power'>;
  readonly cooling: Resolved<'cooling'>;
  readonly network: Resolved<'network'>;
  readonly climate: Resolved<'climate'>;
  readonly tariff: Resolved<'tariff'>;
  readonly hall: Resolved<'hall'>;
  readonly placement: readonly Resolved<'placement'>[];
  readonly deviceType: readonly Resolved<'deviceType'>[];
  readonly rackDevice: readonly Resolved<'rackDevice'>[];
  readonly rackType: readonly Resolved<'rackType'>[];
  readonly resilience: Resolved<'resilience'>;
  readonly plant: Resolved<'plant'>;
  readonly capex: Resolved<'capex'>;
  readonly opex: Resolved<'opex'>;
  readonly finance: Resolved<'finance'>;
  readonly release: readonly Resolved<'release'>[];
  readonly spike: readonly Resolved<'spike'>[];
  readonly feed: readonly Resolved<'feed'>[];
  readonly keptRun: Resolved<'keptRun'>;
  readonly curtailment: Resolved<'curtailment'>;
  readonly battery: Resolved<'battery'>;
  readonly generator: readonly Resolved<'generator'>[];
  readonly loadSeries: readonly Resolved<'loadSeries'>[];
  readonly priceEvent: readonly Resolved<'priceEvent'>[];
  readonly priceTier: readonly Resolved<'priceTier'>[];
  readonly rentalContract: readonly Resolved<'rentalContract'>[];
  readonly customModel: readonly Resolved<'customModel'>[];
  readonly benchmark: readonly Resolved<'benchmark'>[];
  readonly catalogEntry: readonly Resolved<'catalogEntry'>[];
}

export type ResolveProblem =
  | { readonly code: 'no-scenario'; readonly id: string; readonly known: readonly string[] }
  | { readonly code: 'circular-scenario'; readonly chain: readonly string[] }
  | { readonly code: 'missing-base'; readonly id: string; readonly basedOn: string };

/** A scenario by its key, with the key of the one it is based on. */
export interface ListedScenario {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string;
  readonly locked: boolean;
}

/**
 * What is looked up again and again in one document, found once: documents are never
 * changed, only replaced.
 */
interface DocumentIndex {
  readonly scenarios: readonly ListedScenario[];
  readonly bases: ReadonlyMap<string, string>;
  readonly byOwner: ReadonlyMap<string | null, readonly ProjectRecord[]>;
}

const indexes = new WeakMap<ProjectDocument, DocumentIndex>();

function indexOf(document: ProjectDocument): DocumentIndex {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const scenarios = sortScenarios(document);
  const byOwner = new Map<string | null, ProjectRecord[]>();
  for (const record of Object.values(document)) {
    const own = byOwner.get(record.scenarioId);
    if (own === undefined) byOwner.set(record.scenarioId, [record]);
    else own.push(record);
  }
  const index = { scenarios, bases: new Map(scenarios.map((s) => [s.id, s.basedOn])), byOwner };
  indexes.set(document, index);
  return index;
}

function sortScenarios(document: ProjectDocument): readonly ListedScenario[] {
  const defaults = defaultsOf(document);
  return Object.values(document).filter((r) => r.kind === 'scenario')
    .toSorted((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map((r) => {
      const values = resolveValues('scenario', [r], defaults).values;
      return { id: r.key, name: values.name, basedOn: values.basedOn, locked: values.locked };
    });
}

/**
 * Key (not name) of every scenario with the key it is based on, in order.
 * @example listScenarios({}) // []
 */
export const listScenarios = (document: ProjectDocument): readonly ListedScenario[] =>
  indexOf(document).scenarios;

/**
 * Records that one scenario stores itself, in the document's order; null for those of the
 * whole document.
 * @example recordsOwnedBy({}, null) // []
 */
export const recordsOwnedBy = (
  document: ProjectDocument, owner: string | null,
): readonly ProjectRecord[] =>
  indexOf(document).byOwner.get(owner) ?? [];

/**
 * The scenario and those it is based on, root first. Its time grows with the length of
 * the chain.
 * @example scenarioChain({}, 'a') // { ok: false, error: { code: 'no-scenario', id: 'a', known: [] } }
 */
export function scenarioChain(
  document: ProjectDocument, id: string,
): Result<readonly string[], ResolveProblem> {
  const { bases } = indexOf(document);
  const chain = new Set<string>();
  for (let at = id; at !== '';) {
    const base = bases.get(at);
    if (base === undefined) {
      return chain.size === 0 ? refuse({ code: 'no-scenario', id, known: [...bases.keys()] })
        : refuse({ code: 'missing-base', id: [...chain].at(-1) ?? id, basedOn: at });
    }
    if (chain.has(at))
      return refuse({ code: 'circular-scenario', chain: [at, ...[...chain].toReversed()] });
    chain.add(at);
    at = base;
  }
  return ok([...chain].toReversed());
}

/**
 * The first scenario whose bases cannot be followed to a root, and why; null when all
 * can. Every scenario is looked at once, however long the chains.
 * @example findBrokenChain({}) // null
 */
export function findBrokenChain(
  document: ProjectDocument,
): { readonly id: string; readonly problem: ResolveProblem } | null {
  const { scenarios, bases } = indexOf(document);
  const sound = new Set(['']);
  for (const { id } of scenarios) {
    const path = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !sound.has(at) && !path.has(at)) {
      path.add(at);
      at = bases.get(at);
    }
    if (at === undefined || !sound.has(at)) {
      const chain = scenarioChain(document, id);
      if (!chain.ok) return { id, problem: chain.error };
    }
    for (const each of path) sound.add(each);
  }
  return null;
}

/**
 * All inputs of a scenario: inherited records laid under its own, defaults under everything.
 * Pure; the same document gives the same inputs.
 */
export function resolveScenario(
  document: ProjectDocument, id: string,
): Result<ScenarioInputs, ResolveProblem> {
  const chain = scenarioChain(document, id);
  if (!chain.ok) return chain;
  const layers = groupLayers(document, chain.value);
  const defaults = defaultsOf(document);
  const one = <K extends KindName>(kind: K): Resolved<K> =>
    resolveValues(kind, layers.get(kind)?.get(kind) ?? [], defaults);
  const many = <K extends KindName>(kind: K): readonly Resolved<K>[] =>
    [...(layers.get(kind)?.values() ?? [])].filter(
      (records) => records.at(-1)?.body.removed !== true,
    )
      .map((records) => resolveValues(kind, records, defaults))
      .toSorted((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
  const name = listScenarios(document).find((s) => s.id === id)?.name ?? id;
  return ok({
    scenario: { id, name }, project: one('project'), report: one('report'),
    site: one('site'), traffic: many('traffic'), rackGroup: many('rackGroup'),
    demand: one('demand'), power: one('power'), cooling: one('cooling'),
    network: one('network'), climate: one('climate'), tariff: one('tariff'),
    feed: many('feed'), curtailment: one('curtailment'), battery: one('battery'),
    generator: many('generator'),
    hall: one('hall'),
    placement: many('placement'), deviceType: many('deviceType'),
    rackDevice: many('rackDevice'), rackType: many('rackType'),
    resilience: one('resilience'), plant: one('plant'), capex: one('capex'),
    opex: one('opex'), finance: one('finance'), release: many('release'), spike: many('spike'),
    loadSeries: many('loadSeries'), priceEvent: many('priceEvent'),
    priceTier: many('priceTier'), rentalContract: many('rentalContract'),
    customModel: many('customModel'),
    benchmark: many('benchmark'), keptRun: one('keptRun'), catalogEntry: many('catalogEntry'),
  });
}

type Layers = ReadonlyMap<KindName, ReadonlyMap<string, readonly ProjectRecord[]>>;

/** Records by kind and key, in the order in which they lie over one another. */
function groupLayers(document: ProjectDocument, chain: readonly string[]): Layers {
  const layers =
    new Map<KindName, Map<string, ProjectRecord[]>>(kindNames.map((kind) => [kind, new Map()]));
  for (const owner of [null, ...chain]) {
    for (const record of recordsOwnedBy(document, owner)) {
      if ((owner === null) !== (kindOf(record.kind).scope === 'document')) continue;
      const byKey = layers.get(record.kind);
      const stack = byKey?.get(record.key);
      if (stack === undefined) byKey?.set(record.key, [record]);
      else stack.push(record);
    }
  }
  return layers;
}

/**
 * What records last resolved to, by the uppermost: most records are the same from one
 * edit to the next.
 */
interface Held {
  readonly records: readonly ProjectRecord[];
  readonly defaults: Defaults;
  readonly resolved: unknown;
}

const held = new WeakMap<ProjectRecord, Held>();

/**
 * Records nobody stored, by the defaults they stand for: the same object each time, so
 * that nothing is made anew.
 */
const unstored = new WeakMap<Defaults, Map<KindName, unknown>>();

/**
 * The defaults a project keeps for a kind, then each layer's values over them; notes
 * likewise. Values of fields this version does not know stay in the record and reach
 * nobody. Equal records give the same object.
 * @param defaults those of the document the records are from
 */
export function resolveValues<K extends KindName>(
  kind: K, records: readonly ProjectRecord[], defaults: Defaults,
): Resolved<K> {
  const last = records.at(-1);
  if (last === undefined) {
    const byKind = unstored.get(defaults) ?? new Map<KindName, unknown>();
    unstored.set(defaults, byKind);
    const present = (byKind.get(kind) ?? layValues(kind, records, defaults)) as Resolved<K>;
    byKind.set(kind, present);
    return present;
  }
  const known = held.get(last);
  if (known !== undefined && known.defaults === defaults
    && known.records.length === records.length
    && known.records.every((record, at) => record === records[at]))
      return known.resolved as Resolved<K>;
  const resolved = layValues(kind, records, defaults);
  held.set(last, { records, defaults, resolved });
  return resolved;
}

/**
 * The project record of a document: its name, its currency, how its numbers are printed.
 * @example resolveProject({}).values.currency // 'USD'
 */
export const resolveProject = (document: ProjectDocument): Resolved<'project'> =>
  resolveValues('project',
    Object.values(document).filter(({ kind }) => kind === 'project'),
    defaultsOf(document));

function layValues<K extends KindName>(
  kind: K, records: readonly ProjectRecord[], defaults: Defaults,
): Resolved<K> {
  const values: Record<string, FieldValue> = {};
  const set = new Set<string>();
  let notes: Readonly<Record<string, FieldNote>> = {};
  for (const field of defaults.fields(kind)) values[field.key] = field.default;
  for (const record of records) {
    for (const [key, value] of Object.entries(record.body.values)) {
      if (!Object.hasOwn(values, key)) continue;
      values[key] = value;
      set.add(key);
    }
    notes = { ...notes, ...record.body.notes };
  }
  const last = records.at(-1);
  return { kind, key: last?.key ?? kind, position: last?.position ?? 0,
    values: values as Values<K>, set, notes };
}
