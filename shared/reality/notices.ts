import { explainAbsent } from '../plan/figures/notices.ts';
import type { Warning } from '../units/limit.ts';
import type { Print } from '../units/print.ts';
import { labelOf, mustBeTrue } from './texts.ts';
import type { RealityMeasure } from './types.ts';

/** Measures without a value, with the reason, as the export explains what is null. */
export const absentMeasures = (measures: readonly RealityMeasure[]): readonly Warning[] =>
  measures.flatMap((measure): readonly Warning[] => (measure.absent === undefined ? [] : [{
    code: `absent.${measure.absent.code}`, where: `reality.${measure.measure}`,
    text: `${labelOf(measure)}: ${explainAbsent(measure.absent)}`,
  }]));

/**
 * Renting and selling that brings back more of a dollar of rent than any who publish it
 * will not last.
 */
export const arbitrageWarning = (
  measures: readonly RealityMeasure[], print?: Print,
): readonly Warning[] =>
  measures.filter(({ kind, verdict }) => kind === 'salesOverRent'
    && (verdict === 'above' || verdict === 'far-above'))
    .map((measure): Warning => ({
      code: 'rental-arbitrage', where: 'finance.rentalUsdPerHour',
      text: mustBeTrue(measure, print),
    }));
