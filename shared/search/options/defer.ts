import { finite, notNegative, positive } from './terms.ts';

/** What waiting is worth beside investing at once, where waiting is never obliged. */
const waitingValue = (option: number, now: number): number => option - Math.max(now, 0);

export interface PerpetualDeferral {
  /**
   * Exponent of the value in the option's value; null where waiting has a certain end.
   */
  readonly beta: number | null;
  /** Value at which to invest; null: never. */
  readonly criticalValue: number | null;
  readonly optionValue: number;
  readonly investNow: boolean;
  readonly npvNow: number;
  /** Option value less max(NPV now, 0). */
  readonly valueOfWaiting: number;
}

/**
 * Right to pay a cost and receive a project at any time for ever, whose value follows a
 * geometric Brownian motion: V* = beta / (beta - 1) I with beta = 1/2 - (r - q) / s^2 +
 * sqrt((1/2 - (r - q) / s^2)^2 + 2 r / s^2), and below V* the option is worth (V* - I)
 * (V / V*)^beta.
 * Source: McDonald and Siegel, Quarterly Journal of Economics 101 (1986), 707-727;
 * Dixit and Pindyck, Investment under Uncertainty (1994), ch. 5.
 * @param yields what the project loses per year by waiting, continuous; 0: investing
 *   never pays
 * @throws RangeError for a value, cost or rate that is not above 0, negative yield or
 *   volatility
 * @example deferPerpetual(1, 1, 0.04, 0.04, 0.2).optionValue // 0.25
 */
export function deferPerpetual(
  value: number, cost: number, rate: number, yields: number, volatility: number,
): PerpetualDeferral {
  positive('value', value);
  positive('cost', cost);
  positive('rate', rate);
  notNegative('yield', yields);
  notNegative('volatility', volatility);
  const npvNow = value - cost;
  const end = (beta: number | null, criticalValue: number | null, option: number) => {
    const optionValue = criticalValue !== null && value >= criticalValue ? npvNow
      : option;
    return { beta, criticalValue, optionValue, npvNow,
      investNow: criticalValue !== null && value >= criticalValue,
      valueOfWaiting: waitingValue(optionValue, npvNow) };
  };
  if (yields === 0) return end(1, null, value);
  const growth = rate - yields;
  if (volatility === 0 && growth <= 0) return end(null, cost, 0);
  const beta = volatility === 0 ? rate / growth : exponent(rate, growth, volatility ** 2);
  const critical = (beta / (beta - 1)) * cost;
  return end(beta, critical, (critical - cost) * (value / critical) ** beta);
}

function exponent(rate: number, growth: number, variance: number): number {
  const half = 0.5 - growth / variance;
  return half + Math.sqrt(half * half + (2 * rate) / variance);
}

export interface TwoPeriodDeferral {
  readonly npvNow: number;
  readonly npvWait: number;
  readonly valueOfWaiting: number;
  readonly investNow: boolean;
}

/**
 * One unit a year for ever at a price that moves once: investing now earns today's
 * price at once and the new one each year from year 1; waiting pays the cost in year 1,
 * where it pays at all, and earns the new price from year 1.
 * Source: Dixit and Pindyck (1994), ch. 2.
 * @param chance of the higher price
 * @throws RangeError for a rate that is not above 0 and a chance outside 0 to 1
 * @example deferTwoPeriods({ priceNow: 200, priceUp: 300, priceDown: 100, chanceUp: 0.5, cost: 1600, rate: 0.1 }).npvNow // 600
 */
export function deferTwoPeriods({ priceNow, priceUp, priceDown, chanceUp, cost, rate }: {
  readonly priceNow: number; readonly priceUp: number; readonly priceDown: number;
  readonly chanceUp: number; readonly cost: number; readonly rate: number;
}): TwoPeriodDeferral {
  for (const [name, each] of Object.entries({ priceNow, priceUp, priceDown, cost }))
    finite(name, each);
  positive('rate', rate);
  if (!(chanceUp >= 0 && chanceUp <= 1))
    throw new RangeError('the chance of a rise must lie between 0 and 1');
  const worth = (price: number): number => Math.max(0, price / rate - cost / (1 + rate));
  const npvNow = priceNow - cost
    + (chanceUp * priceUp + (1 - chanceUp) * priceDown) / rate;
  const npvWait = chanceUp * worth(priceUp) + (1 - chanceUp) * worth(priceDown);
  return { npvNow, npvWait, investNow: npvNow > 0 && npvNow >= npvWait,
    valueOfWaiting: waitingValue(Math.max(npvNow, npvWait), npvNow) };
}

export interface CertainDeferral {
  /** Years to wait; null: never invest. */
  readonly waitYears: number | null;
  readonly npv: number;
  readonly npvNow: number;
}

/**
 * When to buy what gets cheaper, without uncertainty: maximises e^(-r T) (V e^(a T) - I
 * e^(-g T)) over T >= 0; inside, T = ln((r + g) I / ((r - a) V)) / (a + g).
 * Source: Dixit and Pindyck (1994), ch. 5.1, with a cost that falls.
 * @param growth of the value per year, continuous; below the rate
 * @param decline of the cost per year, continuous
 * @throws RangeError for a value or cost that is not above 0, and a growth that is not
 *   below the rate, where waiting longer is always better
 * @example deferCertain(100, -0.05, 40, 0.1, 0.1).waitYears // 0
 */
export function deferCertain(
  value: number, growth: number, cost: number, decline: number, rate: number,
): CertainDeferral {
  positive('value', value);
  positive('cost', cost);
  for (const [name, each] of Object.entries({ growth, decline, rate }))
    finite(name, each);
  if (growth >= rate)
    throw new RangeError('the value must grow by less than the rate: else waiting never ends');
  const worth = (years: number): number => Math.exp(-rate * years)
    * (value * Math.exp(growth * years) - cost * Math.exp(-decline * years));
  const npvNow = worth(0);
  const inside = decline + growth > 0 && rate + decline > 0;
  const turn = inside
    ? Math.log(((rate + decline) * cost) / ((rate - growth) * value))
      / (decline + growth) : 0;
  const waitYears = Math.max(0, turn);
  const npv = worth(waitYears);
  return npv < 0 ? { waitYears: null, npv: 0, npvNow } : { waitYears, npv, npvNow };
}
