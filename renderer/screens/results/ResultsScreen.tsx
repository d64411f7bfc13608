import { useDeferredValue } from 'react';
import { ChartSlot } from '../../components/ChartSlot.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { NoPlan } from './NoPlan.tsx';
import { HeadlineFigures } from './HeadlineFigures.tsx';
import { realityText } from './reality-text.ts';
import { RealityPart } from './RealityPart.tsx';
import './results.css';
import { StatementPanel } from './StatementPanel.tsx';
import { resultsText } from './text.ts';
import { unitCostText } from './unit-cost-text.ts';
import { UnitCostPart } from './UnitCostPart.tsx';

/**
 * Every figure of the plan: the headlines, where a million tokens' cost goes, and the
 * money month by month.
 */
export function ResultsScreen() {
  const plan = useDeferredValue(usePlan());
  if (!plan.ok)
    return (
      <ScreenFrame id="results">
        <NoPlan problem={plan.error} />
      </ScreenFrame>
    );
  return (
    <ScreenFrame
      id="results"
      parts={[
        {
          id: 'figures',
          label: resultsText.figures,
          content: (
            <div className="results-split">
              <div className="results-charts">
                <ChartSlot id="cash-flow" />
                <ChartSlot id="cost-stack" />
              </div>
              <HeadlineFigures plan={plan.value} />
            </div>
          ),
        },
        { id: 'reality', label: realityText.part,
          content: <RealityPart plan={plan.value} /> },
        { id: 'unit-cost', label: unitCostText.part,
          content: <UnitCostPart plan={plan.value} /> },
        { id: 'statement', label: resultsText.statement,
          content: <StatementPanel plan={plan.value} /> },
        {
          id: 'months',
          label: resultsText.months,
          content: (
            <div className="results-grid">
              <ChartSlot id="tokens-and-margin" />
              <ChartSlot id="price-and-cost" />
              <ChartSlot id="utilisation" />
              <ChartSlot id="energy" />
            </div>
          ),
        },
      ]}
    />
  );
}
