import { useCallback, useDeferredValue } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { layerName } from '../../../shared/report/figures.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { declinePicture, usePicture, waterfallPicture } from '../../charts/pictures/what-if.ts';
import { AssumedLink } from '../../components/AssumedLink.tsx';
import { useLook } from '../../charts/use-look.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { useSteps } from '../../state/use-steps.ts';
import { declinePoints, loadCurvesOf } from '../../state/what-if.ts';
import { explainAbsent } from '../../text/absent.ts';
import { resultsText } from './text.ts';
import { OwnerBreakEven } from './OwnerBreakEven.tsx';
import {
  AllocationTable, BreakEvenTable, FixedTable, RequestTable, TrafficTable,
} from './UnitCostTables.tsx';

/**
 * Where a million tokens' money goes, what of it is fixed, and what prices and load do to
 * it.
 */
export function UnitCostPart({ plan }: { readonly plan: Plan }) {
  const look = useLook();
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const { value: curves } =
    useSteps(useCallback(() => loadCurvesOf(document, scenarioId), [document, scenarioId]));
  const { value: declines } =
    useSteps(useCallback(() => declinePoints(document, scenarioId), [document, scenarioId]));
  const steps =
    plan.costStack.map((layer) => ({ label: layerName(layer), usdPerMTok: layer.usdPerMTok }));
  const headline = (key: string): number
    | null => plan.figures[`headline.${key}`]?.value ?? null;
  const [revenueUsd, tokensTotalM] = [headline('revenueUsd'), headline('tokensTotalM')];
  const price = revenueUsd === null || tokensTotalM === null ? null : revenueUsd / tokensTotalM;
  const absent = plan.figures['headline.costPerMTokUsd']?.absent;
  const why = absent === undefined ? null : `${explainAbsent(absent)}.`;
  const breakEven = plan.figures['economics.breakEvenDecline']?.value ?? null;
  return (
    <div className="results-grid">
      <div>
        <ChartFigure picture={waterfallPicture(price, steps, look)}
          mark={<AssumedLink figureKey="headline.costPerMTokUsd" />} />
      </div>
      <div>
        <ChartFigure picture={usePicture(curves ?? [], look,
          curves === null ? resultsText.computing : why)}
          mark={<AssumedLink figureKey="headline.costPerMTokUsd" />} />
      </div>
      <FixedTable plan={plan} />
      <AllocationTable plan={plan} />
      <div>
        <ChartFigure picture={declinePicture(declines ?? [], breakEven, look,
          declines === null ? resultsText.computing : null)}
          mark={<AssumedLink figureKey="headline.npvUsd" />} />
      </div>
      <div>
        <OwnerBreakEven plan={plan} />
        <BreakEvenTable plan={plan} />
        <RequestTable plan={plan} />
        <TrafficTable plan={plan} />
      </div>
    </div>
  );
}
