import { useDeferredValue } from 'react';
import { findFormula } from '../../../shared/plan/figures/formulas.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { npvProfilePicture } from '../../charts/pictures/what-if.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { FigureButton } from '../results/FigureButton.tsx';
import { economicsText as words } from './text.ts';

const debtFigures = [
  'economics.debtUsd', 'economics.equityUsd', 'economics.constructionInterestUsd',
  'economics.debtFeeUsd', 'headline.dscrMin', 'economics.dscrMonthMin', 'economics.dscrAverage',
  'economics.dscrYearMin', 'economics.llcr', 'economics.debtShortfallUsd',
  'economics.debtClosingUsd',
] as const;
const otherFigures = [
  'economics.taxUsd', 'economics.unusedLossUsd', 'headline.mirr', 'economics.xirr',
  'economics.projectNpvUsd', 'economics.projectIrr',
] as const;

/**
 * Who brings the money, what it costs, and the net present value over the rate it is
 * asked at.
 */
export function FinancingFacts() {
  const outcome = useDeferredValue(usePlan());
  const look = useLook();
  if (!outcome.ok || outcome.value.stages.economics === null) return null;
  const plan = outcome.value;
  const borrowed = plan.stages.economics?.debt !== null;
  const sold = plan.stages.priced.unpricedTokens.length === 0;
  const returns = sold ? plan.stages.economics?.equity.returns : undefined;
  return (
    <>
      <FactTable title={words.financing} columns={words.figureColumns}
        {...(borrowed ? {} : { help: words.noDebt })}
        rows={[...(borrowed ? debtFigures : []), ...otherFigures].map((key) => ({
          key, cells: [findFormula(plan.figures[key]?.formula ?? 'input').label,
            <FigureButton key={key} plan={plan} figureKey={key} />],
        }))} />
      <div className="chart-slot">
        <ChartFigure
          picture={npvProfilePicture(returns?.profile ?? [], returns?.roots ?? [], look)} />
      </div>
    </>
  );
}
