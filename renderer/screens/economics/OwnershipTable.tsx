import { Tooltip } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import type { Metric } from '../../../shared/economics/statement/result-types.ts';
import {
  compareOwnership, type OwnershipOutcome,
} from '../../../shared/plan/figures/ownership-modes.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { explainAbsent } from '../../text/absent.ts';
import { economicsText as words } from './text.ts';
import { usePrinter } from '../../state/use-print.ts';

const figures: readonly (readonly [keyof Omit<OwnershipOutcome, 'mode' | 'chosen'>, Unit])[] = [
  ['capexUsd', 'USD'], ['opexUsd', 'USD'], ['costPerMTokUsd', 'USD/Mtok'],
  ['npvUsd', 'USD'], ['irr', 'fraction/year'], ['paybackMonths', 'month'],
];

/** The same racks, tokens and prices, owned, leased, colocated and rented. */
export function OwnershipTable() {
  const plan = useDeferredValue(usePlan());
  const outcomes = useMemo(() => (plan.ok ? compareOwnership(plan.value.stages) : []), [plan]);
  return (
    <FactTable restsOn="headline.npvUsd" title={words.ownership}
      help={words.ownershipHelp} columns={words.ownershipColumns}
      rows={outcomes.map((outcome) => ({
        key: outcome.mode, strong: outcome.chosen,
        cells: [nameOf(outcome),
          ...figures.map(([key, unit]) => <Value key={key} metric={outcome[key]}
            unit={unit} />)],
      }))} />
  );
}

function nameOf({ mode, chosen }: OwnershipOutcome): string {
  const field = fieldOf('finance', 'ownership');
  const label = field?.type === 'choice'
    ? (field.choices.find(({ value }) => value === mode)?.label ?? mode)
    : mode;
  return chosen ? words.chosen(label) : label;
}

function Value({ metric, unit }: { readonly metric: Metric; readonly unit: Unit }) {
  const print = usePrinter();
  if (metric.value !== null) return <>{print(metric.value, unit)}</>;
  return <Tooltip
    label={explainAbsent(metric.absent)}><span>{print(null, unit)}</span></Tooltip>;
}
