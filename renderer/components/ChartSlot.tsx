import { lazy, Suspense } from 'react';
import type { ChartId } from '../../shared/report/types.ts';
import './chart-slot.css';

/** The drawing library is large and no form waits for it. */
const PlanChart = lazy(async () => ({ default: (await import('./PlanChart.tsx')).PlanChart }));

interface Props {
  readonly id: ChartId;
  readonly groupKey?: string | null;
}

/** The place of a chart on a screen; it keeps its room while the chart is on its way. */
export function ChartSlot({ id, groupKey = null }: Props) {
  return (
    <div className="chart-slot">
      <Suspense fallback={null}>
        <PlanChart id={id} groupKey={groupKey} />
      </Suspense>
    </div>
  );
}
