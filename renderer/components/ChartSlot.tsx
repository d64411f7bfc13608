import { Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import './chart-slot.css';

/** Places on the screens where a chart stands. */
export type ChartId = 'workload.demand' | 'facility.power' | 'facility.climate' | 'economics.capex' | 'economics.cost' | 'lifecycle.months';

/** The chart of each place; a place without one takes no room. */
const charts: Partial<Record<ChartId, LazyExoticComponent<ComponentType>>> = {};

export function ChartSlot({ id }: { readonly id: ChartId }) {
  const Chart = charts[id];
  if (Chart === undefined) return null;
  return <div className="chart-slot"><Suspense fallback={null}><Chart /></Suspense></div>;
}
