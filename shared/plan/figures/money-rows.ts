import type { EconomicsResult, Metric } from '../../economics/statement/result-types.ts';
import type { StageResults } from '../stages.ts';
import { notPriced } from '../money/costs.ts';
import { whyNoCost } from './absences.ts';
import type { FigureRow, FigureText } from './declare.ts';

/** How a figure is read from the money of a plan that has some. */
export type ReadMoney = (economics: EconomicsResult, stages: StageResults) => number | Metric;

/** A figure of the money that stands on cost alone. */
export const cost = (
  text: FigureText, read: ReadMoney, of: readonly string[] = [],
): FigureRow => ({
  ...text, of, value: (s) =>
    (s.economics === null ? { value: null, absent: whyNoCost(s) } : read(s.economics, s)),
});

/** A figure of the money that needs the tokens to be priced too. */
export const sale = (
  text: FigureText, read: ReadMoney, of: readonly string[] = [],
): FigureRow => cost(text, (economics, s) => {
  const { unpricedTokens } = s.priced;
  return unpricedTokens.length > 0
    ? { value: null, absent: notPriced(unpricedTokens) }
    : read(economics, s);
}, of);
