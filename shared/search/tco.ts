import { frameworkName } from '../compat/support.ts';
import { curveOf } from '../economics/statement/utilisation-curve.ts';
import { acceleratorPriceUsd } from '../plan/money/costs.ts';
import { explainAbsent } from '../plan/figures/notices.ts';
import type { Plan } from '../plan/types.ts';
import type { FieldValue } from '../project/field.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { Evaluator } from './release-value.ts';
import { isServed, setAll, underStrongestEngine } from './strongest.ts';

/** Fields of a rack group and what a system sets them to. */
export type GroupMoves = Readonly<Record<string, FieldValue>>;

/** What a table of systems is made from. */
export interface TcoQuestion {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  /** Catalogue ids of the systems, one row each and level. */
  readonly systems: readonly string[];
  /**
   * Least speeds per user, tok/s/user, in place of what the classes promise; `null` keeps
   * their own.
   */
  readonly speeds: readonly (number | null)[];
  /**
   * What an accelerator of a system costs with its share of server and rack, USD, by the
   * system's id: in place of the plan's and the catalogue's price, for that system alone.
   */
  readonly prices?: Readonly<Record<string, number>>;
  /** Fields by path that go with other systems: the best that runs on them. */
  readonly movesFor: (
    before: ProjectDocument, after: ProjectDocument, scenarioId: string,
  ) => GroupMoves;
}

/** Cost of a million tokens at a use of capacity. */
export interface UseCost {
  /** Share of capacity in use, 0..1. */
  readonly use: number;
  readonly costPerMTokUsd: number;
  /** Of which fixed, whatever the load. */
  readonly fixedPerMTokUsd: number;
}

/** A system in a table of systems: the plan with all its racks of that system. */
export interface TcoRow {
  readonly system: string;
  readonly name: string;
  /** Least speed asked for, tok/s/user; null where each class asks for its own. */
  readonly speed: number | null;
  readonly accelerators: number | null;
  readonly racks: number | null;
  readonly facilityMw: number | null;
  readonly precisions: readonly string[];
  readonly frameworks: readonly string[];
  readonly costPerMTokUsd: number | null;
  readonly costPerRequestUsd: number | null;
  readonly costPerAcceleratorHourUsd: number | null;
  readonly joulesPerToken: number | null;
  readonly tokPerSecPerMw: number | null;
  readonly capexUsd: number | null;
  readonly capexPerMwUsd: number | null;
  /** Price of an accelerator with its share of server and rack; null where nobody states one. */
  readonly acceleratorPriceUsd: number | null;
  /** Whether that price is the user's own or has a source; null where there is none. */
  readonly priceFrom: 'user' | 'source' | null;
  /** That price over the accelerator's memory. */
  readonly memoryUsdPerGb: number | null;
  /** Least speed per user that the chosen points reach, over the classes. */
  readonly tokPerSecPerUser: number | null;
  /** Cost over use, from 5 to 100 %, by what of it is fixed; empty without a cost. */
  readonly utilisation: readonly UseCost[];
  /** Why money is absent; empty where it is not. */
  readonly reason: string;
  /** What makes the system serve little, where one thing does; else empty. */
  readonly note: string;
}

/** Whether all that a row lacks is a price of its system. */
export const lacksPrice = (row: TcoRow): boolean =>
  row.reason !== '' && row.accelerators !== null && row.acceleratorPriceUsd === null;

/** The system that is cheapest at a level. */
export interface TcoWinner {
  readonly speed: number | null;
  readonly system: string | null;
  readonly costPerMTokUsd: number | null;
}

export interface TcoTable {
  readonly rows: readonly TcoRow[];
  /** One for each level, in the order asked. */
  readonly cheapest: readonly TcoWinner[];
}

/** How far a table is that is made row by row. */
export interface TcoProgress {
  readonly done: number;
  readonly total: number;
}

/** Fields of every rack group that hold for one system only, and leave with it. */
const ownLayout: GroupMoves = {
  'rackGroup.racks': null, 'rackGroup.tensorParallel': null, 'rackGroup.attentionDp': null,
  'rackGroup.expertParallel': null, 'rackGroup.prefillAccelerators': null,
  'rackGroup.decodeAccelerators': null, 'rackGroup.concurrency': null,
};

/** The plan with all racks of one system, at a level of speed. */
function planOn(
  planner: Evaluator, question: TcoQuestion, system: string, speed: number | null,
): Plan | string {
  const { document, scenarioId, movesFor, prices = {} } = question;
  const price = prices[system];
  const placed = setAll(document, scenarioId, { ...ownLayout, 'rackGroup.system': system,
    ...(price === undefined ? {} : { 'capex.acceleratorPriceUsd': price }) });
  const suited = placed.ok
    ? setAll(placed.value, scenarioId, movesFor(document, placed.value, scenarioId)) : placed;
  const asked = suited.ok && speed !== null
    ? setAll(suited.value, scenarioId, { 'traffic.minTokPerSecPerUser': speed }) : suited;
  if (!asked.ok) return `${system} cannot take the place of the plan’s systems`;
  const plan = planner.evaluate(asked.value, scenarioId);
  if (!plan.ok) return `there is no plan with ${system}`;
  const plant = plantFixes(plan.value);
  const mended = Object.keys(plant).length === 0 ? asked
    : setAll(asked.value, scenarioId, plant);
  const built = mended.ok && mended !== asked ? planner.evaluate(mended.value, scenarioId) : plan;
  return underStrongestEngine(planner, scenarioId, built.ok && mended.ok
    ? { document: mended.value, plan: built.value }
    : { document: asked.value, plan: plan.value }).plan;
}

/** What mends network and cooling for a system; what is asked of the plan stays as it is. */
const plantFixes = ({ limits }: Plan): GroupMoves =>
  Object.fromEntries(limits.filter(({ broken }) => broken).flatMap(({ fix = [] }) => fix)
    .filter(({ path }) => /^(?:network|cooling)[.]/u.test(path))
    .map(({ path, value }) => [path, value]));

const absentRow = (system: string, speed: number | null, reason: string): TcoRow => ({
  system, name: system, speed, accelerators: null, racks: null, facilityMw: null,
  precisions: [], frameworks: [], costPerMTokUsd: null, costPerRequestUsd: null,
  costPerAcceleratorHourUsd: null, joulesPerToken: null, tokPerSecPerMw: null, capexUsd: null,
  capexPerMwUsd: null, acceleratorPriceUsd: null, priceFrom: null, memoryUsdPerGb: null,
  tokPerSecPerUser: null, utilisation: [], reason, note: '',
});

/** Price of an accelerator of the row's system, whose it is, and what a GB of its memory costs. */
function priceOf(
  { stages: { groups: [group], inputs } }: Plan,
): Pick<TcoRow, 'acceleratorPriceUsd' | 'priceFrom' | 'memoryUsdPerGb'> {
  const price = group === undefined ? null : acceleratorPriceUsd(inputs, group);
  if (group === undefined || price === null)
    return { acceleratorPriceUsd: null, priceFrom: null, memoryUsdPerGb: null };
  const stated = group.system.priceUsd ?? group.accelerator.priceUsd;
  const isOwn = inputs.capex.values.acceleratorPriceUsd !== null || stated?.evidence === 'user';
  const memory = group.accelerator.memoryGb?.value ?? null;
  return { acceleratorPriceUsd: price, priceFrom: isOwn ? 'user' : 'source',
    memoryUsdPerGb: memory === null ? null : price / memory };
}

/** Share of a decode step above which what it costs is called overhead of the software. */
const mostlyOverhead = 0.75;

/** Groups whose step is all but spent before a user is served, with the nearest measurement. */
const overheadNote = ({ stages: { groups } }: Plan): string =>
  groups.flatMap(({ point, record, accelerator }) => {
    if (point === null || !(point.step.overheadMs > mostlyOverhead * point.tpotMs)) return [];
    const ms = (value: number): string => value.toFixed(1);
    const nearest = point.nearestMeasurement === null ? ''
      : ` (nearest measurement ${point.nearestMeasurement})`;
    return [`${record.values.name}: ${ms(point.step.overheadMs)} of the ${ms(point.tpotMs)} ms of `
      + `a decode step are overhead of ${frameworkName(record.values.framework)} on `
      + `${accelerator.name}${nearest}, which leaves an instance of ${point.accelerators} `
      + `${point.concurrency} users at once at ${point.tokPerSecPerUser.toFixed(0)} tok/s each.`];
  }).join(' ');

function rowOf(plan: Plan, system: string, speed: number | null): TcoRow {
  const figure = (key: string): number | null => plan.figures[`headline.${key}`]?.value ?? null;
  const { groups, catalog, economics } = plan.stages;
  const absent = plan.figures['headline.costPerMTokUsd']?.absent;
  const reason = absent === undefined ? '' : explainAbsent(absent);
  const name = catalog.systems[system]?.name ?? system;
  // What is not placed or does not serve has no figure of service.
  if (!isServed(plan))
    return { ...absentRow(system, speed, reason), name, ...priceOf(plan) };
  const [capexUsd, facilityMw] = [figure('capexUsd'), figure('facilityMw')];
  const speeds = groups.flatMap(({ point }) => point?.tokPerSecPerUser ?? []);
  return {
    system, name, speed,
    accelerators: figure('accelerators'), racks: figure('racks'), facilityMw,
    precisions: [...new Set(groups.map(({ record }) => record.values.precision))],
    frameworks: [...new Set(groups.map(({ record }) => record.values.framework))],
    costPerMTokUsd: figure('costPerMTokUsd'), costPerRequestUsd: figure('costPerRequestUsd'),
    costPerAcceleratorHourUsd: figure('costPerAcceleratorHourUsd'),
    joulesPerToken: figure('joulesPerToken'), tokPerSecPerMw: figure('tokPerSecPerMw'),
    capexUsd,
    capexPerMwUsd: capexUsd === null || facilityMw === null || facilityMw <= 0 ? null
      : capexUsd / facilityMw,
    ...priceOf(plan),
    tokPerSecPerUser: speeds.length === 0 ? null : Math.min(...speeds),
    utilisation: economics === null ? [] : curveOf(economics.unitCost)
      .map(({ utilisation, usdPerMtok, fixedUsdPerMtok }) => ({ use: utilisation,
        costPerMTokUsd: usdPerMtok, fixedPerMTokUsd: fixedUsdPerMtok })),
    reason, note: overheadNote(plan),
  };
}

function winnerOf(rows: readonly TcoRow[], speed: number | null): TcoWinner {
  const known = rows.flatMap(({ speed: at, system, costPerMTokUsd: cost }) =>
    (at === speed && cost !== null ? [{ system, cost }] : []));
  const best = known.toSorted((a, b) => a.cost - b.cost)[0];
  return { speed, system: best?.system ?? null, costPerMTokUsd: best?.cost ?? null };
}

/**
 * One row for each system and level of speed: the plan's own workload, site and terms with
 * every rack of that system, filling the plan's power, under the engine that serves it for
 * least. Everything but the racks and what runs on them stays as it is, so rows differ by the
 * system alone. Rows take tens of
 * milliseconds each, so between two of them the caller may look up, or leave.
 * @returns rows by level, in the order of the systems; a row that cannot be built or
 *   priced says why, and its money is null
 */
export function* makeTcoTable(
  planner: Evaluator, question: TcoQuestion,
): Generator<TcoProgress, TcoTable> {
  const { speeds, systems } = question;
  const rows: TcoRow[] = [];
  for (const speed of speeds) {
    for (const system of systems) {
      const plan = planOn(planner, question, system, speed);
      rows.push(typeof plan === 'string' ? absentRow(system, speed, plan)
        : rowOf(plan, system, speed));
      yield { done: rows.length, total: speeds.length * systems.length };
    }
  }
  return { rows, cheapest: speeds.map((speed) => winnerOf(rows, speed)) };
}

/** The same at once. */
export function tcoTable(planner: Evaluator, question: TcoQuestion): TcoTable {
  const steps = makeTcoTable(planner, question);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
