import { useDeferredValue } from 'react';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { supplyText } from './supply-text.ts';

const pattern = 'supply.energyMwh.';

/** Who delivers the energy of the plan, where the grid is not all there is. */
export function SupplyMix() {
  const plan = useDeferredValue(usePlan());
  if (!plan.ok) return null;
  const { figures, stages } = plan.value;
  const keys = Object.keys(figures).filter((key) => key.startsWith(pattern));
  const [first] = keys;
  if (first === undefined) return null;
  const names = new Map([['grid', supplyText.grid], ['battery', supplyText.battery],
    ['battery-loss', supplyText.batteryLoss], ['shed', supplyText.shed],
    ...stages.inputs.generator.map(({ key, values }) =>
      [`generator-${key}`, values.name] as const)]);
  const drawnMwh = stages.lifecycle.total.energyKwh.reduce((a, b) => a + b, 0) / 1000;
  const rows = keys.flatMap((key): readonly FactRow[] => {
    const value = figures[key]?.value ?? null;
    const name = names.get(key.slice(pattern.length));
    return value === null || value === 0 || name === undefined ? []
      : [{ key, cells: [name, formatQuantity(value, 'MWh'),
        drawnMwh === 0 ? '–' : formatQuantity(value / drawnMwh, 'fraction')] }];
  });
  return (
    <FactTable restsOn={first} title={supplyText.mix} help={supplyText.mixHelp}
      columns={supplyText.columns} rows={rows} />
  );
}
