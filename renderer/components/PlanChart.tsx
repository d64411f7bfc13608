import { useDeferredValue } from 'react';
import type { ChartId } from '../../shared/report/types.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { pictureOf } from '../charts/plan-pictures.ts';
import { useLook } from '../charts/use-look.ts';
import { usePlan } from '../state/use-plans.ts';

interface Props {
  readonly id: ChartId;
  /** Rack group whose serving is drawn; null for all. */
  readonly groupKey: string | null;
}

/** One chart of the plan on show. It follows an edit after the figures, so that typing never waits for it. */
export function PlanChart({ id, groupKey }: Props) {
  const plan = useDeferredValue(usePlan());
  const look = useLook();
  return plan.ok ? <ChartFigure picture={pictureOf(id, plan.value, look, groupKey)} /> : null;
}
