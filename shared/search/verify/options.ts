import { bermudanOption } from '../options/bermudan.ts';
import { deferCertain, deferPerpetual, deferTwoPeriods } from '../options/defer.ts';
import { europeanOption, exchangeOption, expandOption } from '../options/european.ts';
import { simulatedOption, valueOfPaths } from '../options/lsm.ts';
import {
  continuousLife, equivalentAnnualCosts, replacementSchedule,
} from '../options/replacement.ts';
import { payoffOf, type OptionTerms } from '../options/terms.ts';
import { americanOption, binomialOption } from '../options/tree.ts';
import { ArgumentError, choiceOf, type Arguments } from './arguments.ts';
import type { Answer } from './compare.ts';

const termsOf = (a: Arguments): OptionTerms => ({
  kind: choiceOf(a, 'kind', ['call', 'put']), spot: a.number('spot'),
  strike: a.number('strike'), rate: a.number('rate'), yield: a.number('yield', 0),
  volatility: a.number('volatility'), years: a.number('years'),
});

type Valued = ReturnType<typeof americanOption>;

const early = (terms: OptionTerms, { value, european,
  earlyExercisePremium }: Valued): Answer => ({
  value, european, early_exercise_premium: earlyExercisePremium,
  value_of_waiting: value - payoffOf(terms)(terms.spot),
});

/** Powers of the basis a case writes as "1, x, x^2". */
function powersOf(basis: string): readonly number[] {
  return basis.split(',').map((term) => {
    const text = term.trim();
    if (text === '1') return 0;
    const power = /^x(?:\^(\d+))?$/.exec(text);
    if (power === null)
      throw new ArgumentError(`argument basis has "${text}", which is no power of x`);
    return Number(power[1] ?? 1);
  });
}

function fixedPaths(a: Arguments): Answer {
  const { value, european, exerciseStep } = valueOfPaths({ paths: a.table('paths'),
    strike: a.number('strike'), rate: a.number('rate'), dt: a.number('dt', 1),
    kind: choiceOf(a, 'kind', ['call', 'put']),
      powers: powersOf(a.text('basis', '1, x, x^2')) });
  return { value, european, exercise_step: exerciseStep };
}

function lsm(a: Arguments): Answer {
  const { value, standardError } = simulatedOption(termsOf(a), a.whole('exercises'),
    a.whole('paths'), a.whole('seed'));
  return { value, standard_error: standardError };
}

function perpetual(a: Arguments): Answer {
  const found = deferPerpetual(a.number('value'), a.number('cost'), a.number('rate'),
    a.number('yield'), a.number('volatility'));
  return { beta: found.beta, critical_value: found.criticalValue,
    option_value: found.optionValue, invest_now: found.investNow, npv_now: found.npvNow,
    value_of_waiting: found.valueOfWaiting };
}

function twoPeriods(a: Arguments): Answer {
  const found = deferTwoPeriods({ priceNow: a.number('price_now'),
    priceUp: a.number('price_up'),
    priceDown: a.number('price_down'), chanceUp: a.number('probability_up'),
    cost: a.number('cost'), rate: a.number('rate') });
  return { npv_now: found.npvNow, npv_wait: found.npvWait, invest_now: found.investNow,
    value_of_waiting: found.valueOfWaiting };
}

function certain(a: Arguments): Answer {
  const { waitYears, npv, npvNow } = deferCertain(a.number('value'),
    a.number('value_growth'),
    a.number('cost'), a.number('cost_decline'), a.number('rate'));
  return { wait_years: waitYears, npv, npv_now: npvNow };
}

const exchange = (a: Arguments): Answer => ({ value: exchangeOption({
  value: a.number('value'), cost: a.number('cost'),
    valueYield: a.number('value_yield', 0),
  costYield: a.number('cost_yield', 0), valueVolatility: a.number('value_volatility'),
  costVolatility: a.number('cost_volatility'), correlation: a.number('correlation'),
  years: a.number('years') }) });

function expand(a: Arguments): Answer {
  const { value, optionValue } = expandOption({ value: a.number('value'),
    expansionShare: a.number('expansion_share'), cost: a.number('cost'),
      rate: a.number('rate'),
    volatility: a.number('volatility'), years: a.number('years') });
  return { value, option_value: optionValue };
}

function annualCosts(a: Arguments): Answer {
  const { life, annual } = equivalentAnnualCosts(a.number('purchase'),
    a.numbers('salvage'),
    a.numbers('operating'), a.number('rate'));
  return { life, eac: annual };
}

function schedule(a: Arguments): Answer {
  const { cost, replaceAt } = replacementSchedule({ horizon: a.whole('horizon'),
    purchase: a.numbers('purchase'), salvage: a.numbers('salvage'),
    operating: a.numbers('operating'), rate: a.number('rate') });
  return { cost, replace_at: replaceAt };
}

function continuous(a: Arguments): Answer {
  const { life, averageCost } = continuousLife(a.number('purchase'),
    a.number('base_cost'),
    a.number('cost_growth'));
  return { life, average_cost: averageCost };
}

const american = (a: Arguments): Answer => early(termsOf(a), americanOption(termsOf(a)));
const bermudan = (a: Arguments): Answer =>
  early(termsOf(a), bermudanOption(termsOf(a), a.whole('exercises')));

/** Options and replacement, by the name a case gives them. */
export const optionFunctions: Readonly<Record<string, (a: Arguments) => Answer>> = {
  EUROPEAN_OPTION: (a) => ({ value: europeanOption(termsOf(a)) }),
  AMERICAN_OPTION: american,
  BERMUDAN_OPTION: bermudan,
  BINOMIAL_OPTION: (a) => ({ value: binomialOption(termsOf(a), a.whole('steps'),
    choiceOf(a, 'style', ['american', 'european'])) }),
  LSM_OPTION: lsm,
  LSM_FIXED_PATHS: fixedPaths,
  DEFER_PERPETUAL: perpetual,
  DEFER_TWO_PERIOD: twoPeriods,
  DEFER_CERTAIN: certain,
  EXCHANGE_OPTION: exchange,
  EXPAND_OPTION: expand,
  REPLACEMENT_EAC: annualCosts,
  REPLACEMENT_CONTINUOUS: continuous,
  REPLACEMENT_SCHEDULE: schedule,
};
