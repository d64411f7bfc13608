import type { Filling } from '../../facility/halls/fill-halls.ts';
import { layOutHall, type Hall, type HallTooSmall } from '../../facility/halls/hall.ts';
import { describeFilling, fillSound } from '../../facility/halls/placement.ts';
import type {
  ManualMove, MoveProblem, Placement, RackSpec,
} from '../../facility/halls/placement-types.ts';
import type { RackFit } from '../../facility/halls/racks.ts';
import type { System } from '../../catalog/types.ts';
import { unitsOfRack } from './rack-units.ts';
import { rackInUse } from '../entries/rack-in-use.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { formatQuantity } from '../../units/format.ts';
import { devicesIn, loadOfDevices, type DeviceLoad } from '../entries/devices.ts';
import type { SizedRack } from './fit-racks.ts';
import type { FabricOutcome } from './fabric.ts';
import { supportPins, supportRacks, type SupportRacks } from './racks-beside.ts';

/** Where the racks stand. */
export interface HallsOutcome {
  readonly halls: readonly Hall[];
  readonly specs: readonly RackSpec[];
  /** Null when not a single rack fits a hall. */
  readonly placement: Placement | null;
  readonly support: SupportRacks;
  readonly positions: number;
  readonly areaM2: number;
  /** Largest load under a rack, kg/m2; null where no system states its weight. */
  readonly floorKgPerM2: number | null;
  /** Racks that found a place, of the groups some of whose racks did not. */
  readonly held: ReadonlyMap<string, number>;
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
}

/** Racks to place: how many of each group, and the month in which most stand. */
export type RackCounts = Pick<RackFit, 'racks' | 'peakMonth'>;

/** A plan of more halls than this is a region, not a site. */
const mostHalls = 500;

/**
 * Places every rack in service in the busiest month: compute racks and what stands with
 * them. Without a stated number of halls as many are built as the racks of any month
 * need; groups of other months are held to the same halls.
 */
export function placeInHalls(
  inputs: ScenarioInputs, racks: readonly SizedRack[], fit: RackCounts, network: FabricOutcome,
): HallsOutcome {
  const stated = inputs.hall.values.halls;
  const place = (month: number, count: number | null): HallsOutcome =>
    placeAt(inputs, racks, fit, network, month, count);
  const busiest = place(fit.peakMonth, stated);
  const others = [
    ...new Set(racks.map((r) => r.group.record.values.startMonth)),
  ].filter((month) => month !== fit.peakMonth)
    .map((month) => place(month, stated));
  const most = Math.max(busiest.halls.length, ...others.map((o) => o.halls.length));
  const shown = stated === null
    && most > busiest.halls.length ? place(fit.peakMonth, most) : busiest;
  const known = new Set(shown.limits.map((l) => `${l.code} ${l.where}`));
  return {
    ...shown, held: new Map([...others.flatMap((o) => [...o.held]), ...shown.held]),
    limits: [...shown.limits,
      ...others.flatMap((o) => o.limits).filter((l) => !known.has(`${l.code} ${l.where}`))],
  };
}

/**
 * Whether every compute rack of every month finds a place, without a word on what refuses
 * one.
 */
export function placesAll(
  inputs: ScenarioInputs, racks: readonly SizedRack[], fit: RackCounts, network: FabricOutcome,
): boolean {
  const months = new Set([fit.peakMonth, ...racks.map((r) => r.group.record.values.startMonth)]);
  return [...months].every((month) => {
    const filled = fillAt(inputs, racks, fit, network, month, inputs.hall.values.halls);
    return 'filling' in filled && filled.filling.unplaced
      .every(({ key }) => !racks.some((r) => r.group.record.key === key));
  });
}

function placeAt(
  inputs: ScenarioInputs, racks: readonly SizedRack[], fit: RackCounts,
  network: FabricOutcome, month: number, stated: number | null,
): HallsOutcome {
  const filled = fillAt(inputs, racks, fit, network, month, stated);
  if (!('filling' in filled))
    return tooSmall(filled.error, filled.compute, filled.beside);
  const { halls, specs, pinned, moves, beside } = filled;
  const placement = describeFilling(halls, filled.filling, pinned);
  return describe(inputs, halls, specs, withoutPins(placement, moves), beside, racks);
}

/** Halls with the racks of a month in them. */
interface FilledHalls {
  readonly filling: Filling;
  readonly halls: readonly Hall[];
  readonly specs: readonly RackSpec[];
  readonly pinned: readonly ManualMove[];
  readonly moves: readonly ManualMove[];
  readonly beside: SupportRacks;
}

/** A hall that holds not one rack. */
interface NoHall {
  readonly error: HallTooSmall;
  readonly compute: readonly RackSpec[];
  readonly beside: SupportRacks;
}

/** Racks of a month in halls, as they were filled; or a hall that holds not one. */
function fillAt(
  inputs: ScenarioInputs, racks: readonly SizedRack[], fit: RackCounts,
  network: FabricOutcome, month: number, stated: number | null,
): FilledHalls | NoHall {
  const compute = computeSpecs(inputs, racks, fit, month);
  const laidOut = hallOf(inputs, 'H1');
  const support = (halls: number) => supportRacks(inputs, compute, network, halls);
  if (!laidOut.ok) return { error: laidOut.error, compute, beside: support(1) };
  const perHall = laidOut.value.rows.reduce((sum, row) => sum + row.positions, 0);
  const moves = inputs.placement.map(
    ({ values: { rack, hall, row, position } }): ManualMove => ({ rack, hall, row, position }),
  );
  let count = stated ?? 1;
  for (let round = 0; ; round++) {
    const beside = support(count);
    const specs = [...beside.specs, ...compute];
    const halls = Array.from({ length: count },
      (_, i): Hall => ({ ...laidOut.value, id: `H${i + 1}` }));
    const wanted = specs.reduce((sum, s) => sum + s.racks, 0);
    const enough = Math.min(mostHalls, Math.ceil(wanted / perHall));
    if (stated === null && round < 4 && enough > count) {
      count = enough;
      continue;
    }
    const pinned = [...moves, ...supportPins(beside, halls)];
    const placed = fillSound(halls, specs, pinned);
    if (!placed.ok) throw new RangeError(JSON.stringify(placed.error));
    const standing = placed.value.placed.length;
    const more = Math.min(mostHalls, Math.ceil((count * wanted) / Math.max(1, standing)));
    const helps = standing > 0 && placed.value.unplaced.length > 0 && more > count;
    if (stated === null && round < 6 && helps) {
      count = more;
      continue;
    }
    return { filling: placed.value, halls, specs, pinned, moves, beside };
  }
}

function hallOf(inputs: ScenarioInputs, id: string) {
  const {
    lengthM, widthM, coldAisleM, hotAisleM, marginM, feedKw, powerMw, liquidMw, airMw,
    floorKgPerM2, rackLimitKw,
  } = inputs.hall.values;
  const { pitchM, depthM, heightU, rackKg } = rackInUse(inputs);
  const kw = (mw: number | null): number | null => (mw === null ? null : mw * 1000);
  return layOutHall({
    id, lengthM, widthM, pitchM, depthM, coldAisleM, hotAisleM, marginM,
    feedKw: feedKw ?? Infinity,
    limits: {
      powerKw: kw(powerMw), liquidKw: kw(liquidMw), airKw: kw(airMw), floorKgPerM2,
      rackHeightU: heightU, rackKw: rackLimitKw, rackKg,
    },
  });
}

/** Racks in service in a month, with the devices beside their systems. */
function computeSpecs(
  inputs: ScenarioInputs, racks: readonly SizedRack[], fit: RackCounts, month: number,
): readonly RackSpec[] {
  return racks.flatMap(({
    group: { record: { key, values }, system }, size,
  }): readonly RackSpec[] => {
    const serving = values.startMonth <= month && month <= (values.retireMonth ?? Infinity);
    const count = fit.racks.get(key) ?? 0;
    if (!serving || count === 0 || size.rackKw === null) return [];
    return [{
      key, kind: 'compute', racks: count, kw: size.rackKw, liquidFraction: size.liquidFraction,
      ...measureRack(inputs, system, size.systemsPerRack,
        loadOfDevices(devicesIn(inputs, { where: 'group', group: key }))),
    }];
  });
}

/**
 * Weight and units of a rack of a system; null where a part of it states none. Servers
 * stand in the hall's rack.
 */
function measureRack(
  inputs: ScenarioInputs, system: System, systems: number, devices: DeviceLoad,
): Pick<RackSpec, 'weightKg' | 'heightU'> {
  const weightKg = system.weightKg === undefined || devices.weightKg === null ? null
    : system.weightKg.value * systems + devices.weightKg
      + (system.form === 'server' ? rackInUse(inputs).weightKg : 0);
  return { weightKg, heightU: unitsOfRack(system, systems, devices) };
}

/**
 * Pinned support racks are the plan's own choice: only what a person moved counts as
 * moved by hand.
 */
function withoutPins(placement: Placement, moves: readonly ManualMove[]): Placement {
  const own = new Set(moves.map((m) => m.rack));
  return {
    ...placement, moveProblems: placement.moveProblems.filter((p) => moves.includes(p.move)),
    placed: placement.placed.map(
      (rack) => (rack.byHand && !own.has(rack.rack) ? { ...rack, byHand: false } : rack),
    ),
  };
}

function describe(
  inputs: ScenarioInputs, halls: readonly Hall[], specs: readonly RackSpec[],
  placement: Placement, support: SupportRacks, racks: readonly SizedRack[],
): HallsOutcome {
  const { lengthM, widthM, feedKw } = inputs.hall.values;
  const { pitchM, depthM } = rackInUse(inputs);
  // Busways without a stated rating are those of a full row of the strongest rack.
  const rated = feedKw
    ?? (halls[0]?.rows[0]?.positions ?? 1) * Math.max(1, ...specs.map((s) => s.kw));
  const weights = specs.flatMap(
    (s) => (s.weightKg === null || s.racks === 0 ? [] : [s.weightKg / (pitchM * depthM)]),
  );
  const missing = new Map(placement.unplaced.map((u) => [u.key, u.racks]));
  const asked = new Set(
    racks.filter((r) => r.group.record.values.racks !== null).map((r) => r.group.record.key),
  );
  return {
    halls, specs, support, placement: {
      ...placement, feeds: placement.feeds.map((feed) => ({ ...feed, limitKw: rated })),
    }, areaM2: halls.length * lengthM * widthM,
    positions: placement.halls.reduce((sum, h) => sum + h.positions, 0),
    floorKgPerM2: weights.length === 0 ? null : Math.max(...weights),
    held: new Map(specs.filter((s) => s.kind === 'compute' && missing.has(s.key))
      .map((s) => [s.key, s.racks - (missing.get(s.key) ?? 0)])),
    // A group that fills what is left is merely bound by the hall; one of a stated number
    // does not fit.
    limits: placement.limits.map((limit) => {
      const key = limit.where.replace('rackGroup.', '');
      const binds = limit.where.startsWith('rackGroup.') && !asked.has(key)
        && (missing.get(key) ?? 0) < countOf(specs, key);
      return binds ? { ...limit, broken: false } : limit;
    }),
    warnings: placement.moveProblems.map(
      (p): Warning => ({ code: `move.${p.code}`, where: 'placement', text: explainMove(p) }),
    ),
  };
}

const countOf = (specs: readonly RackSpec[], key: string): number =>
  specs.find((s) => s.key === key)?.racks ?? 0;

/** Why a rack moved by hand is placed automatically instead. */
function explainMove({ code, move: { rack, hall, row, position } }: MoveProblem): string {
  const place = `${hall}, ${row}, position ${position}`;
  switch (code) {
    case 'no-such-rack':
      return `There is no rack ${rack || 'without a name'} to move to ${place}.`;
    case 'no-such-place': return `${rack} cannot stand at ${place}: there is no such place.`;
    case 'place-taken':
      return `${rack} cannot stand at ${place}: another rack moved by hand stands there.`;
    case 'moved-twice': return `${rack} is moved twice; only the first move counts.`;
    default: return code satisfies never;
  }
}

function tooSmall(
  error: HallTooSmall, specs: readonly RackSpec[], support: SupportRacks,
): HallsOutcome {
  const { side, haveM, needM } = error;
  return {
    halls: [], specs, placement: null, support, positions: 0, areaM2: 0,
    floorKgPerM2: null, held: new Map(), warnings: [],
    limits: [{
      code: 'hall-too-small', where: `hall.${side}M`, limit: haveM, value: needM,
      unit: 'm', broken: true,
      nearestFix:
        `Not one rack with its aisles fits; raise the ${side} of the hall to ${formatQuantity(Math.ceil(needM * 10) / 10, 'm')}.`,
      fix: [{ path: `hall.${side}M`, value: Math.ceil(needM * 10) / 10 }],
    }],
  };
}
