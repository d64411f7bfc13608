import type { RealityJson } from '../plan/figures/json-schema.ts';
import type { Print } from '../units/print.ts';
import { labelOf, mustBeTrue } from './texts.ts';
import type { RealityMeasure } from './types.ts';

/** Measures in their exported form. */
export const realityJson = (
  measures: readonly RealityMeasure[], print?: Print,
): readonly RealityJson[] => measures.map((measure) => ({
  measure: measure.measure, label: labelOf(measure), value: measure.value,
  unit: measure.unit, low: measure.low, high: measure.high,
  peers: measure.peers.map((peer) => ({ ...peer })),
  verdict: measure.verdict, marked: measure.marked,
  responsible: [...measure.responsible], mustBeTrue: mustBeTrue(measure, print),
}));
