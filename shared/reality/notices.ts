import { explainAbsent, namesOf } from '../plan/figures/notices.ts';
import type { Warning } from '../units/limit.ts';
import type { Print } from '../units/print.ts';
import { labelOf, mustBeTrue } from './texts.ts';
import type { RealityMeasure } from './types.ts';

/**
 * Measures without a value, as the export explains what is null: a warning for each
 * reason, naming all it keeps from being known.
 */
export function absentMeasures(measures: readonly RealityMeasure[]): readonly Warning[] {
  const absent = measures.filter((measure) => measure.absent !== undefined);
  const byReason = Map.groupBy(absent, ({ absent: why }) =>
    (why === undefined ? '' : explainAbsent(why)));
  return [...byReason].flatMap(([reason, [first, ...others]]): readonly Warning[] => (
    first?.absent === undefined ? [] : [{
      code: `absent.${first.absent.code}`, where: `reality.${first.measure}`,
      figures: [first, ...others].map(({ measure }) => `reality.${measure}`),
      text: `${namesOf([first, ...others].map(labelOf))}: ${reason}`,
    }]));
}

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
