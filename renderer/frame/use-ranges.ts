import { useDeferredValue, useMemo } from 'react';
import { declaredFigure } from '../../shared/plan/figures/all.ts';
import { freshRun } from '../../shared/uncertainty/kept.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { splitQuantity } from '../state/headline.ts';
import type { PlanOutcome } from '../state/plan.ts';
import { usePrinter } from '../state/use-print.ts';
import { riskText } from '../text/risk.ts';

const none: ReadonlyMap<string, string> = new Map();

/** The unit stands beside the value above; an amount keeps whether it is millions or billions. */
const shortOf = (printed: string, unit: Unit): string =>
  (unit === 'USD' ? printed : splitQuantity(printed)[0]);

/** P10 to P90 by figure of the run kept from Risk, while the plan is still the one it drew. */
export function useRanges(outcome: PlanOutcome): ReadonlyMap<string, string> {
  const print = usePrinter();
  const now = useDeferredValue(outcome);
  const ranges = useMemo(() => {
    const run = now.ok ? freshRun(now.value) : null;
    if (run === null) return none;
    return new Map(Object.entries(run.figures).flatMap(([key, { p10, p90 }]) => {
      const unit = declaredFigure(key)?.unit;
      return unit === undefined || p10 === null || p90 === null ? []
        : [[key, riskText.kept10to90(shortOf(print(p10, unit), unit),
          shortOf(print(p90, unit), unit))] as const];
    }));
  }, [now, print]);
  return now === outcome ? ranges : none;
}
