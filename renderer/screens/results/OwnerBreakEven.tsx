import { useDeferredValue, useMemo } from 'react';
import type { Metric } from '../../../shared/economics/statement/result-types.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { OwnerBreakEvens } from '../../../shared/search/break-even.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { breakEvensOf } from '../../state/break-even.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { unitCostText as words } from './unit-cost-text.ts';

const axes: readonly (readonly [keyof OwnerBreakEvens, Unit])[] = [
  ['utilisation', 'fraction'], ['priceMultiple', 'ratio'],
  ['electricityUsdPerKwh', 'USD/kWh'], ['declinePerYear', 'fraction/year'],
];

/** What each variable is in the plan; several price paths have no one decline. */
function present(
  { inputs, stages }: Plan,
): Readonly<Record<keyof OwnerBreakEvens, number | null>> {
  const declines = new Set(inputs.traffic.map(({ values }) => values.priceDecline));
  return {
    utilisation: inputs.demand.values.mode === 'utilisation'
      ? inputs.demand.values.utilisation
      : null,
    priceMultiple: 1, electricityUsdPerKwh: stages.priced.costs.electricityUsdPerKwh,
    declinePerYear: declines.size === 1 ? [...declines][0] ?? null : null,
  };
}

/**
 * Where the owner breaks even after tax and debt; what has no such point says why in its
 * place.
 */
export function OwnerBreakEven({ plan }: { readonly plan: Plan }) {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const found = useMemo(() => breakEvensOf(document, scenarioId), [document, scenarioId]);
  const print = usePrinter();
  if (found === null) return null;
  const now = present(plan);
  const shown = (metric: Metric, unit: Unit) => metric.value === null ? <small>
    none: {metric.absent.detail}
  </small> : print(metric.value, unit);
  return (
    <FactTable restsOn="headline.npvUsd" title={words.owner} help={words.ownerHelp}
      columns={words.ownerColumns} rows={axes.map(([axis, unit]) => ({
        key: axis,
        cells: [words.ownerRows[axis], print(now[axis], unit), shown(found[axis], unit)],
      }))} />
  );
}
