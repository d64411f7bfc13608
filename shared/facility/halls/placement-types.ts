import type { Limit } from '../../units/limit.ts';
import type { HallProblem } from './hall.ts';

export type RackKind = 'compute' | 'network' | 'storage' | 'cdu';

/** Equal racks to place. */
export interface RackSpec {
  readonly key: string;
  readonly kind: RackKind;
  readonly racks: number;
  /** Power at the rack, kW, > 0; share of its heat taken by liquid, 0..1. */
  readonly kw: number;
  readonly liquidFraction: number;
  /** Null when nobody states it: the floor load is then not checked, and the result says so. */
  readonly weightKg: number | null;
  readonly heightU: number | null;
}

/** A place in a hall; `position` counts from 1. */
export interface Place {
  readonly hall: string;
  readonly row: string;
  readonly position: number;
}

/** A rack put somewhere by hand; `rack` is its name, e.g. `main-007`. */
export interface ManualMove extends Place {
  readonly rack: string;
}

export interface PlacedRack extends Place {
  readonly rack: string;
  readonly key: string;
  readonly byHand: boolean;
}

/** Moves that cannot be carried out; the rack is then placed automatically. */
export interface MoveProblem {
  readonly code: 'no-such-rack' | 'no-such-place' | 'place-taken' | 'moved-twice';
  readonly move: ManualMove;
}

/** Load of one feed: both feeds alive, and the worst partner lost. */
export interface FeedUse {
  readonly hall: string;
  readonly feed: string;
  readonly normalKw: number;
  readonly worstKw: number;
  readonly limitKw: number;
}

export interface HallUse {
  readonly hall: string;
  readonly racks: number;
  readonly positions: number;
  readonly powerKw: number;
  readonly liquidKw: number;
  readonly airKw: number;
}

export interface Placement {
  readonly placed: readonly PlacedRack[];
  /** Racks without a place by group. */
  readonly unplaced: readonly { readonly key: string; readonly racks: number }[];
  /** What refuses the unplaced, and what moves by hand exceed. */
  readonly limits: readonly Limit[];
  readonly moveProblems: readonly MoveProblem[];
  readonly halls: readonly HallUse[];
  readonly feeds: readonly FeedUse[];
  /** Groups whose weight or height nobody states: those limits were not checked for them. */
  readonly unchecked: readonly { readonly key: string; readonly what: 'weight' | 'height' }[];
}

export interface PlacementRefusal {
  readonly code: 'unsound-halls';
  readonly problems: readonly HallProblem[];
}

/** The limits a place may break. */
export const placementLimits = [
  'positions', 'power', 'feed', 'liquid', 'air', 'floor-load', 'rack-height',
  'rack-power', 'rack-load',
] as const;
export type PlacementLimit = (typeof placementLimits)[number];
