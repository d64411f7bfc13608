import { useDeferredValue } from 'react';
import type { ChartId } from '../../shared/report/types.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { pictureOf } from '../charts/plan-pictures.ts';
import { useLook } from '../charts/use-look.ts';
import { AssumedLink } from './AssumedLink.tsx';
import { usePlan } from '../state/use-plans.ts';

interface Props {
  readonly id: ChartId;
  /** Rack group whose serving is drawn; null for all. */
  readonly groupKey: string | null;
}

/** The figure a chart draws, month by month or part by part. */
const figures: Readonly<
  Record<Exclude<ChartId, 'frontier' | 'memory' | 'step-time'>, string>
> = {
  'cost-stack': 'headline.costPerMTokUsd', 'cash-flow':
    'headline.npvUsd', 'tokens-and-margin': 'headline.revenueUsd',
  'price-and-cost': 'headline.costPerMTokUsd', utilisation:
    'headline.tokensTotalM', energy: 'headline.energyUsd',
  capex: 'headline.capexUsd', climate:
    'headline.pueAnnual', pue: 'headline.pueAnnual', power: 'headline.facilityMw',
  supply: 'headline.facilityMw',
};

/** Serving is the rack group's; without one the plan's as a whole. */
const figureOf = (id: ChartId, groupKey: string | null): string =>
  id === 'frontier' || id === 'memory' || id === 'step-time'
    ? groupKey === null ? 'headline.tokensPerSecondPeak'
      : `group.${groupKey}.outputTokPerSecPerAccelerator`
    : figures[id];

/**
 * One chart of the plan on show. It follows an edit after the figures, so that typing
 * never waits for it.
 */
export function PlanChart({ id, groupKey }: Props) {
  const plan = useDeferredValue(usePlan());
  const look = useLook();
  if (!plan.ok) return null;
  return <ChartFigure picture={pictureOf(id, plan.value, look, groupKey)}
    mark={<AssumedLink figureKey={figureOf(id, groupKey)} />} />;
}
