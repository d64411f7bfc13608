import type { Unit } from '../../units/unit.ts';
import type { PlacementLimit } from './placement-types.ts';

/** Units and names of the limits, as people read them. */
export const unitOf: Readonly<Record<PlacementLimit, Unit>> = {
  positions: 'count', power: 'kW', feed: 'kW', liquid: 'kW', air: 'kW', 'floor-load': 'kg/m2',
  'rack-height': 'U', 'rack-power': 'kW', 'rack-load': 'kg',
};

export const nameOf: Readonly<Record<PlacementLimit, string>> = {
  positions: 'positions', power:
    'power', feed: 'feed rating', liquid: 'liquid cooling', air: 'air cooling',
  'floor-load': 'floor load', 'rack-height': 'rack height', 'rack-power': 'power per rack',
  'rack-load': 'load per rack',
};
