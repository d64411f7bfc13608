import { allocationRules } from '../../economics/statement/types.ts';
import type {
  Allocation, EconomicsResult, Metric,
} from '../../economics/statement/result-types.ts';
import type { StageResults } from '../stages.ts';
import { costStack } from './cost-stack.ts';
import type { FigureFamily, FigureText } from './declare.ts';
import { salesByTraffic } from './sales.ts';

/** Members are listed only where there is money, so a member that is asked for has it. */
function moneyOf({ economics }: StageResults): EconomicsResult {
  if (economics === null) throw new Error('a figure of the money without the money');
  return economics;
}

const isSold = ({ economics, priced }: StageResults): boolean => economics !== null
  && priced.unpricedTokens.length === 0;

function allocationOf(stages: StageResults, rule: string): Allocation {
  const found = moneyOf(stages).unitCost.allocations.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`no allocation rule ${rule}`);
  return found;
}

const rules = ({ economics }: StageResults): readonly string[] =>
  (economics === null ? [] : allocationRules);

const allocation = (
  part: string, text: FigureText, read: (allocation: Allocation) => number | Metric,
): FigureFamily => ({
  pattern: `economics.allocation.*.${part}`, text, members: rules,
  value: (s, rule) => read(allocationOf(s, rule)),
  of: () => ['headline.costPerMTokUsd'],
});

/** Cost per million tokens under every rule, and what each rule over- or under-recovers. */
export const allocationFigures: readonly FigureFamily[] = [
  allocation('input', {
    label: 'Cost per M input tokens', unit: 'USD/Mtok',
    definition: 'Under the rule, whatever the plan uses.', formula: 'economics.allocation',
  }, (a) => a.inputUsdPerMtok),
  allocation('output', {
    label: 'Cost per M output tokens', unit: 'USD/Mtok',
    definition: 'Under the rule, whatever the plan uses.', formula: 'economics.allocation',
  }, (a) => a.outputUsdPerMtok),
  allocation('error',
    { label: 'Conservation error', unit: 'fraction',
      definition: 'What the rule recovers over the cost, less one.',
      formula: 'economics.conservation' },
    (a) => a.conservationError),
];

const classes = ({ economics }: StageResults): readonly string[] =>
  (economics === null ? [] : Object.keys(economics.totals.capexByClass));

/** Investment by class. */
export const classFigures: readonly FigureFamily[] = [{
  pattern: 'economics.capex.*', members: classes, of: () => ['headline.capexUsd'],
  text: { label: 'Investment of a class', unit: 'USD',
    definition: 'Items of one class bought within the horizon.',
    formula: 'economics.capexClass' },
  value: (s, name) => moneyOf(s).totals.capexByClass[name] ?? 0,
}];

const sold = (s: StageResults): readonly string[] =>
  (isSold(s) ? salesByTraffic(s).map(({ key }) => key) : []);
const saleOf = (s: StageResults, key: string) => {
  const found = salesByTraffic(s).find((each) => each.key === key);
  if (found === undefined) throw new Error(`nothing is sold of ${key}`);
  return found;
};

/** Every rate of return, and what each traffic class earns. */
export const returnFigures: readonly FigureFamily[] = [
  {
    pattern: 'economics.irr.*',
    of: () => ['headline.revenueUsd', 'headline.opexUsd', 'headline.capexUsd'],
    members: (s) =>
      (isSold(s) ? moneyOf(s).equity.returns.roots.map((_, at) => String(at + 1)) : []),
    text: { label: 'IRR', unit: 'fraction/year',
      definition: 'One of the yearly rates at which the NPV is nought, ascending.',
      formula: 'economics.irr' },
    value: (s, root) => moneyOf(s).equity.returns.roots[Number(root) - 1]
      ?? { value: null, absent: { code: 'not-convergent', detail: 'rate of return' } },
  },
  {
    pattern: 'economics.revenue.*', members: sold, of: () => ['headline.revenueUsd'],
    text: { label: 'Revenue of a traffic class', unit: 'USD',
      definition: 'What the tokens of the class earn over the horizon.',
      formula: 'economics.trafficRevenue' },
    value: (s, key) => saleOf(s, key).revenueUsd,
  },
  {
    pattern: 'economics.margin.*', members: sold,
    of: (key) => [`economics.revenue.${key}`, 'economics.economicCostUsd'],
    text: { label: 'Margin of a traffic class', unit: 'USD',
      definition: 'Revenue of the class less its share of the economic cost.',
      formula: 'economics.trafficMargin' },
    value: (s, key) => saleOf(s, key).marginUsd,
  },
];

/** The cost of a million tokens by line. */
export const layerFigures: readonly FigureFamily[] = [{
  pattern: 'layer.*', members: (s) => costStack(s).map(({ key }) => key),
  of: () => ['headline.costPerMTokUsd'],
  text: { label: 'Part of the unit cost', unit: 'USD/Mtok',
    definition: 'What one line adds to the cost of a million tokens.',
    formula: 'economics.layer' },
  value: (s, key) => costStack(s).find((layer) => layer.key === key)?.usdPerMTok ?? 0,
}];
