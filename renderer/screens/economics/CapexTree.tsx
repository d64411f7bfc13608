import { useDeferredValue } from 'react';
import type { CapexItem } from '../../../shared/economics/statement/types.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { economicsText as words } from './text.ts';
import { usePrinter, type Printer } from '../../state/use-print.ts';

/**
 * What is bought, class by class and item by item, with when it is paid and how it is
 * written off.
 */
export function CapexTree() {
  const plan = useDeferredValue(usePlan());
  const print = usePrinter();
  if (!plan.ok || plan.value.stages.economics === null) return null;
  const { capex } = plan.value.stages;
  const total = capex.reduce((sum, { amountUsd }) => sum + amountUsd, 0);
  const classes = [...new Set(capex.map((item) => item.class))];
  const share = (usd: number): string => print(total === 0 ? null : usd / total, 'fraction');
  const rows = classes.flatMap((name): readonly FactRow[] => {
    const items = capex.filter((item) => item.class === name);
    const usd = items.reduce((sum, { amountUsd }) => sum + amountUsd, 0);
    return [
      { key: `class ${name}`, strong: true,
        cells: [words.classes[name], print(usd, 'USD'), share(usd), '', '', ''] },
      ...items.map((item): FactRow => ({
        key: item.key, part: true,
        cells: [item.label, print(item.amountUsd, 'USD'), share(item.amountUsd),
          paidIn(item), words.month(item.serviceMonth), residualOf(item, print)],
      })),
    ];
  });
  return (
    <FactTable restsOn="headline.capexUsd" title={words.tree} help={words.treeHelp}
      columns={words.treeColumns}
      rows={[...rows, {
        key: 'total', strong: true,
        cells: [words.total, print(total, 'USD'), share(total), '', '', ''],
      }]} />
  );
}

function paidIn({ draws }: CapexItem): string {
  const months = draws.map(({ month }) => month);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return first === last ? words.month(first) : words.months(first, last);
}

function residualOf({ residual }: CapexItem, print: Printer): string {
  switch (residual.kind) {
    case 'fixed': return print(residual.share, 'fraction');
    case 'straight-line': return words.fallsOver(print(residual.lifeYears, 'year'));
    case 'declining': return words.loses(print(residual.lossPerYear, 'fraction/year'));
  }
}
