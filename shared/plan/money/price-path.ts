import { endOfModel, lifeOf } from '../../catalog/model-life.ts';
import type { PricePath } from '../../economics/statement/types.ts';
import type { Values } from '../../project/resolve.ts';

/** When the maker ends the model of a class, and how often a successor follows. */
export interface Retirement {
  readonly month: number;
  readonly everyMonths: number;
}

/** The months a class states, else those of the life of its model. */
export function retirementOf(
  { model, retireMonth, successorMonths }: Values<'traffic'>, startMonth: string,
): Retirement {
  return { month: retireMonth ?? endOfModel(model, startMonth),
    everyMonths: successorMonths ?? lifeOf(model).value };
}

/**
 * The successors of a class within the horizon, each at its step over the price then.
 * @example successorsOf({ month: 10, everyMonths: 18 }, 0.5, 40).length // 2
 */
export function successorsOf(
  { month, everyMonths }: Retirement, step: number, lastMonth: number,
): PricePath['replacements'] {
  const count = month > lastMonth ? 0 : Math.floor((lastMonth - month) / everyMonths) + 1;
  return Array.from({ length: count }, (_, at) =>
    ({ month: month + at * everyMonths, priceFactor: null, step }));
}
