import { shippedRate } from '../../catalog/exchange-rates.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { curveOfTraffic } from '../life/demand-params.ts';
import type { StageResults } from '../stages.ts';

/** Share of a class's demand lost above which a reader is told. */
const tellLossAbove = 0.001;

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/**
 * What the months leave out: racks after the horizon, demand beyond capacity, spikes
 * without a base.
 */
export function lifeWarnings(
  { inputs, lifecycle, groups, economics }: StageResults,
): readonly Warning[] {
  const { horizonMonths, mode } = inputs.demand.values;
  const late = groups.filter((g) => g.record.values.startMonth > horizonMonths)
    .map((g): Warning => ({
      code: 'starts-after-horizon', where: `rackGroup.${g.record.key}.startMonth`,
      text:
        `${g.record.values.name} serve from month ${g.record.values.startMonth}, after the horizon of ${horizonMonths} months: nothing of them is counted.`,
    }));
  const lost = lifecycle.traffic.flatMap((months): readonly Warning[] => {
    const share = sum(months.lostMtok) / Math.max(Number.MIN_VALUE, sum(months.demandMtok));
    const name = inputs.traffic.find((t) => t.key === months.key)?.values.name ?? months.key;
    return share <= tellLossAbove ? [] : [{
      code: 'demand-lost', where: `traffic.${months.key}`,
      text:
        `${name}: ${formatQuantity(share, 'fraction')} of the tokens asked for exceed capacity in their hour and are lost.`,
    }];
  });
  const idle = inputs.spike.filter(({ values }) => values.inUse && values.queries > 0
    && mode === 'utilisation'
    && curveOfTraffic(inputs, values.traffic) === undefined)
      .map(({ key, values }): Warning => ({
      code: 'spike-without-base', where: `spike.${key}.queries`,
      text:
        `${values.name}: queries on top need demand in tokens or a load curve; with demand stated as a share of capacity they are not counted.`,
    }));
  const { currency, usdPerUnit } = inputs.project.values;
  const unrated: readonly Warning[] = currency === 'USD' || usdPerUnit !== null
    || shippedRate(currency) !== null ? [] : [{
      code: 'no-exchange-rate', where: 'project.usdPerUnit',
      text:
        `There is no exchange rate for ${currency}: amounts are shown in US dollars until one is entered.`,
    }];
  return [...late, ...lost, ...idle, ...notInUse(inputs), ...debtWarnings(economics),
    ...unrated];
}

/** Demand in tokens that somebody stated while the plan follows a share of capacity. */
function notInUse({ demand, traffic }: StageResults['inputs']): readonly Warning[] {
  if (demand.values.mode !== 'utilisation') return [];
  const stated = [
    ...(demand.set.has('tokensPerDay')
      ? [{ where: 'demand.tokensPerDay', what: 'Demand per traffic class' }] : []),
    ...traffic.filter(({ set, values }) => set.has('tokensPerDay') && values.tokensPerDay !== null)
      .map(({ key, values }) =>
        ({ where: `traffic.${key}.tokensPerDay`, what: `Demand of ${values.name}` })),
  ];
  return stated.map(({ where, what }): Warning => ({ code: 'demand-not-in-use', where,
    text: `${what} is stated in tokens a day and not in use: demand is a share of capacity `
      + '(demand.mode).' }));
}

/**
 * Racks that serve longer than the accounts give their systems: nothing ages here, so a plan
 * beyond their life earns with machines it never replaces.
 */
export function lifeLimits({ inputs, groups }: StageResults): readonly Limit[] {
  const lifeMonths = inputs.finance.values.systemLifeYears * 12;
  const { horizonMonths } = inputs.demand.values;
  return groups.flatMap(({ record: { key, values }, racks }): readonly Limit[] => {
    const { startMonth, retireMonth, refreshAtLife, name } = values;
    const months = Math.min(horizonMonths, retireMonth ?? horizonMonths) - startMonth + 1;
    return racks === 0 || refreshAtLife || months <= lifeMonths ? [] : [{
      code: 'beyond-book-life', where: `rackGroup.${key}.retireMonth`, limit: lifeMonths,
      value: months, unit: 'month', broken: false,
      nearestFix:
        `${name} serve beyond the book life of their systems. Have them replaced when it ends, or retire them after month ${startMonth + lifeMonths - 1}.`,
      fix: [{ path: `rackGroup.${key}.refreshAtLife`, value: true }],
    }];
  });
}

function debtWarnings(economics: StageResults['economics']): readonly Warning[] {
  const debt = economics?.debt ?? null;
  if (debt === null) return [];
  const where = 'finance.debtShare';
  return [
    ...(debt.equityUsd < 0 ? [
      { code: 'negative-equity', where,
        text:
          `Debt exceeds what it pays for by ${formatQuantity(-debt.equityUsd, 'USD')}: the owner puts nothing in, and no return on equity exists.` },
    ] : []),
    ...(debt.balloonUsd > 1 ? [
      { code: 'debt-outlasts-horizon', where: 'finance.tenorMonths',
        text:
          `${formatQuantity(debt.balloonUsd, 'USD')} of debt is still owed at the horizon and is repaid from the last month.` },
    ] : []),
    ...(debt.limitedByShare ? [{
      code: 'debt-limited-by-share', where,
      text: 'The debt share, not the cash flow, sets the size of the sculpted debt.',
    }] : []),
    ...(debt.dscrYearMin.value !== null
      && debt.dscrYearMin.value < 1 ? [
        { code: 'dscr-below-one', where: 'headline.dscrMin',
          text:
            `Cash after tax does not cover debt service in the tightest twelve months: cover of ${formatQuantity(debt.dscrYearMin.value, 'ratio')}.` },
      ] : []),
  ];
}
