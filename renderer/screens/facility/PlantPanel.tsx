import { useDeferredValue } from 'react';
import type { StageResults } from '../../../shared/plan/stages.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { plantText } from './plant-text.ts';

type Plant = NonNullable<StageResults['plant']>;

/** Power and cooling by their parts: what each is, and what it costs. */
export function PlantParts() {
  const plan = useDeferredValue(usePlan());
  const plant = plan.ok ? plan.value.stages.plant : null;
  if (!plan.ok || plant === null) return <p className="facility-none">{plantText.none}</p>;
  const { figures, stages } = plan.value;
  const bySurvey = stages.inputs.plant.values.pricing === 'survey';
  const perMw = figures['plant.usdPerMw']?.value ?? null;
  return (
    <FactTable
      restsOn="plant.partsUsd"
      title={plantText.parts}
      help={bySurvey ? plantText.surveyHelp : plantText.partsHelp(perMw)}
      columns={plantText.partColumns}
      rows={[...plant.parts.map(partRow), sumRow(plant)]}
    />
  );
}

function partRow({ key, count, ratingKw, usd }: Plant['parts'][number]): FactRow {
  return {
    key,
    cells: [
      plantText.part[key], count === null ? '–' : formatQuantity(count, 'count'),
      ratingKw === null ? '–' : formatQuantity(Math.round(ratingKw), 'kW'),
      ratingKw === null || ratingKw === 0 ? '–' : formatQuantity(usd / ratingKw,
        'USD/kW'),
      formatQuantity(usd, 'USD'),
    ],
  };
}

const sumRow = ({ usd }: Plant): FactRow => ({
  key: 'sum', strong: true,
  cells: [plantText.sum, '', '', '', formatQuantity(usd, 'USD')],
});

/** What takes power or cooling from the racks, in the share of a year and in minutes. */
export function PlantOutages() {
  const plan = useDeferredValue(usePlan());
  const plant = plan.ok ? plan.value.stages.plant : null;
  if (!plan.ok || plant === null) return null;
  const { outages, blocksSpared } = plant;
  const stated = plan.value.stages.inputs.resilience.values.facilityAvailability;
  return (
    <FactTable
      restsOn="plant.availability"
      title={plantText.outages}
      help={[
        plantText.maintainable(blocksSpared),
        ...(stated === null ? [] : [plantText.stated(stated)]),
      ].join(' ')}
      columns={plantText.outageColumns}
      rows={[
        ...outages.causes.map(({ cause, share }) => outageRow(cause,
          plantText.cause[cause], share)),
        { ...outageRow('all', plantText.all, 1 - outages.availability), strong: true },
      ]}
    />
  );
}

const minutesPerYear = 8766 * 60;

const outageRow = (key: string, name: string, share: number): FactRow => ({
  key,
  cells: [name, formatQuantity(share * minutesPerYear, 'min'),
    plantText.percent(1 - share)],
});
