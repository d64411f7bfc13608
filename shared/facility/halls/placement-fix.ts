import { formatQuantity } from '../../units/format.ts';
import { fillWhole, type Filling } from './fill-halls.ts';
import type { Hall } from './hall.ts';
import { nameOf, unitOf } from './placement-names.ts';
import type { HallState } from './placement-state.ts';
import {
  placementLimits, type ManualMove, type PlacementLimit, type RackSpec,
} from './placement-types.ts';

/** Halls with some limits lifted; more positions are added to every row. */
function lift(
  halls: readonly Hall[], codes: readonly PlacementLimit[], extraPositions: number,
): readonly Hall[] {
  const lifted = (code: PlacementLimit, value: number | null): number | null =>
    (codes.includes(code) ? null : value);
  return halls.map((hall) => ({
    ...hall,
    rows: codes.includes('positions')
      ? hall.rows.map((row) => ({ ...row, positions: row.positions + extraPositions }))
      : hall.rows,
    feeds: codes.includes('feed')
      ? hall.feeds.map((feed) => ({ ...feed, limitKw: Infinity }))
      : hall.feeds,
    limits: {
      powerKw: lifted('power', hall.limits.powerKw),
      liquidKw: lifted('liquid', hall.limits.liquidKw),
      airKw: lifted('air', hall.limits.airKw),
      floorKgPerM2: lifted('floor-load', hall.limits.floorKgPerM2),
      rackHeightU: lifted('rack-height', hall.limits.rackHeightU),
      rackKw: lifted('rack-power', hall.limits.rackKw),
      rackKg: lifted('rack-load', hall.limits.rackKg ?? null),
    },
  }));
}

/**
 * The smallest change found that places every rack, in words: one limit lifted if that is
 * enough, else as few as needed in a fixed order; each is raised to what the halls filled
 * without it would use.
 */
export function findFix(
  halls: readonly Hall[], specs: readonly RackSpec[], moves: readonly ManualMove[],
  unplaced: Filling['unplaced'],
): string {
  const missing = unplaced.reduce((sum, u) => sum + u.racks, 0);
  // Several groups share the halls: the change serves them all, and so does the number.
  const together = unplaced.length > 1 ? ' of these groups together' : '';
  const remove = `Remove ${missing} ${missing === 1 ? 'rack' : 'racks'}${together}`;
  const fits = (codes: readonly PlacementLimit[]): Filling | null =>
    fillWhole(lift(halls, codes, missing), specs, moves);
  for (const code of placementLimits) {
    const run = fits([code]);
    if (run !== null) return `${remove}, or ${describeChange(halls, run, [code], missing)}.`;
  }
  let needed: readonly PlacementLimit[] = placementLimits;
  for (const code of placementLimits) {
    const fewer = needed.filter((c) => c !== code);
    if (fits(fewer) !== null) needed = fewer;
  }
  const run = fits(needed);
  return run === null ? `${remove}.`
    : `${remove}, or ${describeChange(halls, run, needed, missing)}.`;
}

/**
 * The change in words, with what the filling of the lifted halls needs in the hall that
 * needs most.
 */
function describeChange(
  halls: readonly Hall[], run: Filling, codes: readonly PlacementLimit[], missing: number,
): string {
  return codes.map((code) => {
    if (code === 'positions')
      return `add ${missing} ${missing === 1 ? 'position' : 'positions'}`;
    const raised = run.states.flatMap((state, i) => {
      const need = needOf(code, state, run);
      const have = haveOf(code, halls[i]);
      return have !== null && need > have * (1 + 1e-9) ? [{ need, id: state.hall.id }] : [];
    });
    const most = raised.reduce((a, b) => (b.need > a.need ? b : a), { need: 0, id: '' });
    const enough = formatQuantity(ceilTo(most.need), unitOf[code]);
    return `raise the ${nameOf[code]} of hall ${most.id} to ${enough}`;
  }).join(' and ');
}

const ceilTo = (value: number): number => Math.ceil(value * 10 - 1e-6) / 10;

function haveOf(code: PlacementLimit, hall: Hall | undefined): number | null {
  if (hall === undefined) return null;
  const { limits } = hall;
  switch (code) {
    case 'power': return limits.powerKw;
    case 'liquid': return limits.liquidKw;
    case 'air': return limits.airKw;
    case 'floor-load': return limits.floorKgPerM2;
    case 'rack-height': return limits.rackHeightU;
    case 'rack-power': return limits.rackKw;
    case 'rack-load': return limits.rackKg ?? null;
    case 'feed': return Math.min(...hall.feeds.map((f) => f.limitKw));
    case 'positions': return null;
    default: return code satisfies never;
  }
}

function needOf(code: PlacementLimit, state: HallState, run: Filling): number {
  const specs = new Map(run.specs.map((s) => [s.key, s]));
  const here =
    [...new Set(run.placed.filter((p) => p.hall === state.hall.id).map((p) => p.key))]
    .flatMap((key) => specs.get(key) ?? []);
  // What nobody states is not checked, so it needs nothing.
  const stated = (of: (spec: RackSpec) => number | null): readonly number[] =>
    here.flatMap((spec) => of(spec) ?? []);
  switch (code) {
    case 'power': return state.powerKw;
    case 'liquid': return state.liquidKw;
    case 'air': return state.airKw;
    case 'floor-load':
      return Math.max(0, ...stated((s) => s.weightKg)) / state.hall.rackAreaM2;
    case 'rack-height': return Math.max(0, ...stated((s) => s.heightU));
    case 'rack-power': return Math.max(0, ...here.map((s) => s.kw));
    case 'rack-load': return Math.max(0, ...stated((s) => s.weightKg));
    case 'feed':
      return Math.max(0, ...[...state.feeds.values()].map((f) => f.normalKw + f.worstExtraKw));
    case 'positions': return state.racks;
    default: return code satisfies never;
  }
}
