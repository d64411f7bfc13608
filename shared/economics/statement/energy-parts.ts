import { align, type Timeline } from './timeline.ts';
import type { LifecycleTotals } from '../../lifecycle/types.ts';

/** What the energy at the meter goes into. */
export const energyParts = [
  ['it', 'IT energy'], ['cooling', 'Cooling energy'], ['losses', 'Power losses'],
  ['other', 'Lights and other building energy'],
] as const;
export type EnergyPart = (typeof energyParts)[number][0];

/**
 * Shares of each month's energy by what it goes into, adding up to 1: IT; losses of
 * distribution, UPS and transformers; lights and the like; cooling is the rest (fans,
 * pumps, chillers, heat rejection). A month that is billed without drawing counts as other.
 */
export function shareEnergy(
  totals: Pick<LifecycleTotals, 'itKw' | 'facilityKw' | 'lossKw' | 'otherKw'>,
  timeline: Timeline,
): Readonly<Record<EnergyPart, Float64Array>> {
  const [it, facility, loss, rest] = [totals.itKw, totals.facilityKw, totals.lossKw,
    totals.otherKw].map((series) => align(timeline, series));
  const share = (of: (at: number) => number, idle: number): Float64Array =>
    Float64Array.from({ length: timeline.length }, (_, at) => {
      const parts = [it?.[at] ?? 0, coolingAt(at), loss?.[at] ?? 0, rest?.[at] ?? 0];
      const whole = parts.reduce((sum, kw) => sum + kw, 0);
      return whole > 0 ? of(at) / whole : idle;
    });
  const coolingAt = (at: number): number => Math.max(0,
    (facility?.[at] ?? 0) - (it?.[at] ?? 0) - (loss?.[at] ?? 0) - (rest?.[at] ?? 0));
  return {
    it: share((at) => it?.[at] ?? 0, 0), cooling: share(coolingAt, 0),
    losses: share((at) => loss?.[at] ?? 0, 0), other: share((at) => rest?.[at] ?? 0, 1),
  };
}
