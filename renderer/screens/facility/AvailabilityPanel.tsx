import { useDeferredValue } from 'react';
import type { StageResults } from '../../../shared/plan/stages.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { facilityText } from './text.ts';

/** Capacity that every rack group delivers, with its interval and what takes the rest. */
export function AvailabilityPanel() {
  const plan = useDeferredValue(usePlan());
  if (!plan.ok) return null;
  const spares = plan.value.figures['facility.spareAccelerators']?.value ?? null;
  return (
    <FactTable
      restsOn={`group.${plan.value.stages.groups[0]?.record.key ?? ''}.availability`}
      title={facilityText.availability}
      help={`${facilityText.availabilityHelp} ${facilityText.spares(formatQuantity(spares, 'count'))}`}
      columns={facilityText.availabilityColumns}
      rows={plan.value.stages.groups.map((group) =>
        (plan.value.figures[`group.${group.record.key}.availability`]?.value == null
          ? unserved(group) : rowOf(group)))}
    />
  );
}

/** A group whose software does not run delivers nothing. */
const unserved = ({ record }: StageResults['groups'][number]): FactRow => ({
  key: record.key,
  cells: [record.values.name, ...facilityText.availabilityColumns.slice(1).map(() => '–')],
});

function rowOf({ record, delivery, point }: StageResults['groups'][number]): FactRow {
  const share = (value: number): string => formatQuantity(value, 'fraction');
  const lost = (name: string): string => {
    const found = delivery.lost.find((cause) => cause.name === name);
    return found === undefined ? '–' : `${(found.share * 100).toFixed(3)} %`;
  };
  const { mean, low, high } = delivery;
  return {
    key: record.key,
    cells: [
      record.values.name, formatQuantity(point?.accelerators ?? null, 'count'),
      `${(mean * 100).toFixed(2)} %`,
      low === high ? share(mean)
        : facilityText.between((low * 100).toFixed(2), (high * 100).toFixed(2)),
      lost('planned'), lost('facility'), lost('accelerators'),
    ],
  };
}
