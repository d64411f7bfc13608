import { formatQuantity } from '../../units/format.ts';
import type { Limit } from '../../units/limit.ts';
import type { Filling } from './fill-halls.ts';
import type { Hall } from './hall.ts';
import { findFix } from './placement-fix.ts';
import { nameOf, unitOf } from './placement-names.ts';
import { hallRefuses, rowRefuses, type HallState } from './placement-state.ts';
import type { ManualMove, PlacementLimit, RackSpec } from './placement-types.ts';

/** What racks moved by hand exceed: the limit stays, the hall or feed is over it. */
export function exceededLimits(states: readonly HallState[]): readonly Limit[] {
  return states.flatMap((state) => {
    const { hall: { id, limits } } = state;
    const totals = [
      ['power', state.powerKw, limits.powerKw], ['liquid', state.liquidKw, limits.liquidKw],
      ['air', state.airKw, limits.airKw],
    ] as const;
    const broken =
      totals.flatMap(([code, value, limit]) => (limit !== null && value > limit * (1 + 1e-9)
        ? [exceeded(code, `hall.${id}`, limit, value)] : []));
    const feeds = [...state.feeds.values()].flatMap(({ feed, normalKw, worstExtraKw }) => (
      normalKw + worstExtraKw > feed.limitKw * (1 + 1e-9)
        ? [
          exceeded('feed', `hall.${id}.feed.${feed.id}`, feed.limitKw, normalKw + worstExtraKw),
        ] : []));
    return [...broken, ...feeds];
  });
}

function exceeded(code: PlacementLimit, where: string, limit: number, value: number): Limit {
  const unit = unitOf[code];
  return {
    code: `over-${code}`, where, limit, value, unit, broken: true,
    nearestFix: `Move racks of ${formatQuantity(value - limit, unit)} elsewhere, or raise the `
      + `${nameOf[code]} to ${formatQuantity(value, unit)}.`,
  };
}

/**
 * Why groups found no place: the binding limit of the hall that was nearest to fitting,
 * and the smallest change found by filling the halls again with one limit lifted after
 * the other.
 */
export function refusedLimits(
  halls: readonly Hall[], { specs, states, unplaced }: Filling, moves: readonly ManualMove[],
): readonly Limit[] {
  if (unplaced.length === 0) return [];
  const nearestFix = findFix(halls, specs, moves, unplaced);
  return unplaced.flatMap(({ key, racks }) => {
    const spec = specs.find((s) => s.key === key);
    if (spec === undefined) return [];
    const { code, hall } = bindingLimit(states, spec);
    const { limit, value } = measureLimit(code, hall, spec, racks);
    return [{ code, where: `rackGroup.${key}`, limit, value, unit: unitOf[code],
      broken: true, nearestFix }];
  });
}

interface Binding {
  readonly code: PlacementLimit;
  readonly hall: HallState | undefined;
}

/** The limit that refuses a rack in the hall where the fewest limits do. */
function bindingLimit(states: readonly HallState[], rack: RackSpec): Binding {
  let best: Binding
    & { count: number } = { code: 'positions', hall: states[0], count: Infinity };
  for (const hall of states) {
    const inRows = new Set(hall.rows.flatMap((row) => rowRefuses(row, rack.kw) ?? []));
    const open = hall.rows.some((row) => rowRefuses(row, rack.kw) === null);
    const rowLimits: readonly PlacementLimit[] = open ? []
      : [inRows.has('feed') ? 'feed' : 'positions'];
    const broken = [...hallRefuses(hall, rack), ...rowLimits];
    const [first] = broken;
    if (first !== undefined && broken.length < best.count)
      best = { code: first, hall, count: broken.length };
  }
  return best;
}

/** A figure of a limit that refused a rack: one that nobody states refuses nothing. */
function stated(figure: number | null | undefined): number {
  if (figure === null || figure === undefined)
    throw new RangeError('a rack was refused by a limit that nobody states');
  return figure;
}

/** The limit and what all racks that found no place would bring it to. */
function measureLimit(
  code: PlacementLimit, state: HallState | undefined, rack: RackSpec, racks: number,
): { limit: number; value: number } {
  if (state === undefined) return { limit: 0, value: racks };
  const { hall: { limits, rackAreaM2, rows } } = state;
  const liquid = rack.kw * rack.liquidFraction;
  switch (code) {
    case 'positions': {
      const positions = rows.reduce((sum, r) => sum + r.positions, 0);
      return { limit: positions, value: positions + racks };
    }
    case 'power': return { limit: stated(limits.powerKw), value: state.powerKw + rack.kw * racks };
    case 'liquid':
      return { limit: stated(limits.liquidKw), value: state.liquidKw + liquid * racks };
    case 'air':
      return { limit: stated(limits.airKw), value: state.airKw + (rack.kw - liquid) * racks };
    case 'floor-load':
      return { limit: stated(limits.floorKgPerM2), value: stated(rack.weightKg) / rackAreaM2 };
    case 'rack-height': return { limit: stated(limits.rackHeightU), value: stated(rack.heightU) };
    case 'rack-load': return { limit: stated(limits.rackKg), value: stated(rack.weightKg) };
    case 'rack-power': return { limit: stated(limits.rackKw), value: rack.kw };
    case 'feed': {
      const feeds = [...state.feeds.values()];
      const least = feeds.reduce((a, b) => (a.feed.limitKw - a.normalKw - a.worstExtraKw
        >= b.feed.limitKw - b.normalKw - b.worstExtraKw ? a : b));
      return { limit: least.feed.limitKw,
        value: least.normalKw + least.worstExtraKw + rack.kw };
    }
    default: return code satisfies never;
  }
}
