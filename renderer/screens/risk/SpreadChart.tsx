import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { spreadPicture, type Spread } from '../../charts/pictures/risk.ts';
import { useLook } from '../../charts/use-look.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { riskText as words } from '../../text/risk.ts';
import type { DrawnFigure, RiskView } from './risk-task.ts';
import { unitOfDrawn } from './units.ts';

interface Props {
  readonly view: RiskView | null;
  readonly figure: DrawnFigure;
}

function spreadOf(view: RiskView, figure: DrawnFigure, plan: number | null): Spread | null {
  const summary = view.summary.figures[figure];
  const bars = view.histograms[figure];
  if (summary === undefined || bars === null) return null;
  return {
    figure: words.figure[figure], unit: unitOfDrawn[figure], ...bars, plan,
    p10: summary.p10, p50: summary.p50, p90: summary.p90,
    absent: view.summary.done - summary.n, losesBelowZero: figure === 'headline.npvUsd',
  };
}

/** The spread of a figure, sharpening while futures are drawn. */
export function SpreadChart({ view, figure }: Props) {
  const look = useLook();
  const plan = planOf(useDocument(), useScenarioId());
  const own = plan.ok ? plan.value.figures[figure]?.value ?? null : null;
  const picture = useMemo(() => spreadPicture(
    view === null ? null : spreadOf(view, figure, own), words.figure[figure], look),
  [view, figure, own, look]);
  return <ChartFigure picture={picture} />;
}
