import type { Plan } from '../../../shared/plan/types.ts';
import { spentBefore, valuedAt } from '../../../shared/report/answer.ts';
import { isUnbuildable, printPrice } from '../../../shared/report/figures.ts';
import { statedError, type Ranged } from '../../../shared/report/ranking.ts';
import { freshRun } from '../../../shared/uncertainty/kept.ts';
import { usePrint, usePrinter } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';

interface Props {
  readonly plan: Plan;
  /** What it is worth with throughput off by the stated error; null until it is computed. */
  readonly range: Ranged | null;
}

/** The plan in one sentence, with its range. */
export function Verdict({ plan, range }: Props) {
  const print = usePrinter();
  const look = usePrint();
  const value = (key: string): number | null => plan.figures[`headline.${key}`]?.value ?? null;
  const [npv, cost, price] = [value('npvUsd'), value('costPerMTokUsd'),
    value('levelisedPriceUsd')];
  const error = statedError(plan);
  const spent = spentBefore(plan);
  const drawn = freshRun(plan)?.figures['headline.npvUsd'];
  const rate = print(plan.inputs.finance.values.discountRate, 'fraction/year');
  return (
    <section className="answer-verdict" data-tour="verdict" aria-label={words.verdict}>
      <p className="answer-sentence" data-broken={isUnbuildable(plan) || undefined}>
        {isUnbuildable(plan) && words.unbuildable}
        {npv !== null && words.worth(print(npv, 'USD'), rate, valuedAt(plan))}
        {cost !== null && words.cost(printPrice(cost, look))}
        {cost !== null && (price === null ? '.' : words.earns(printPrice(price, look)))}
      </p>
      {drawn !== undefined && drawn.p10 !== null && drawn.p90 !== null && (
        <p className="answer-range">
          {words.drawn(print(drawn.p10, 'USD'), print(drawn.p90, 'USD'))}
          {spent !== null && words.spent(spent)}
        </p>
      )}
      {drawn === undefined && range !== null && error !== null && (
        <p className="answer-range">
          {words.range(print(range.low, 'USD'), print(range.high, 'USD'),
            print(error, 'fraction'))}
          {spent !== null && words.spent(spent)}
        </p>
      )}
    </section>
  );
}
