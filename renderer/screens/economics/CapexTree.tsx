import { useDeferredValue } from 'react';
import type { CapexItem } from '../../../shared/economics/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { economicsText as words } from './text.ts';

/** What is bought, class by class and item by item, with when it is paid and how it is written off. */
export function CapexTree() {
  const plan = useDeferredValue(usePlan());
  if (!plan.ok || plan.value.stages.economics === null) return null;
  const { capex } = plan.value.stages;
  const total = capex.reduce((sum, { amountUsd }) => sum + amountUsd, 0);
  const classes = [...new Set(capex.map((item) => item.class))];
  const share = (usd: number): string => formatQuantity(total === 0 ? null : usd / total, 'fraction');
  const rows = classes.flatMap((name): readonly FactRow[] => {
    const items = capex.filter((item) => item.class === name);
    const usd = items.reduce((sum, { amountUsd }) => sum + amountUsd, 0);
    return [
      { key: name, strong: true, cells: [words.classes[name], formatQuantity(usd, 'USD'), share(usd), '', '', ''] },
      ...items.map((item): FactRow => ({
        key: item.key, part: true,
        cells: [item.label, formatQuantity(item.amountUsd, 'USD'), share(item.amountUsd), paidIn(item), words.month(item.serviceMonth), residualOf(item)],
      })),
    ];
  });
  return (
    <FactTable title={words.tree} help={words.treeHelp} columns={words.treeColumns}
      rows={[...rows, { key: 'total', strong: true, cells: [words.total, formatQuantity(total, 'USD'), share(total), '', '', ''] }]} />
  );
}

function paidIn({ draws }: CapexItem): string {
  const months = draws.map(({ month }) => month);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return first === last ? words.month(first) : words.months(first, last);
}

function residualOf({ residual }: CapexItem): string {
  switch (residual.kind) {
    case 'fixed': return formatQuantity(residual.share, 'fraction');
    case 'straight-line': return words.fallsOver(formatQuantity(residual.lifeYears, 'year'));
    case 'declining': return words.loses(formatQuantity(residual.lossPerYear, 'fraction/year'));
  }
}
