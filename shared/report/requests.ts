import type { PlanCore } from '../plan/types.ts';

/** What a request of a traffic class costs, with its lengths. */
export interface RequestRow {
  readonly figureKey: string;
  readonly name: string;
  /** Mean tokens of a request, nominal. */
  readonly isl: number;
  readonly osl: number;
  /** USD; null with the reason in the figure. */
  readonly usdPerRequest: number | null;
  /** By the accelerator-hours in service for the class, and the figure that says so. */
  readonly usdOwnHours: number | null;
  readonly ownHoursKey: string;
}

/**
 * The costs of a request by class, in the order of the classes; classes that nothing
 * serves have none. 0.0025 USD for 1,500 input and 1,000 output tokens are 1 USD per
 * million.
 */
export function requestRows({ figures, inputs }: PlanCore): readonly RequestRow[] {
  return inputs.traffic.flatMap(({ key, values: { name, isl, osl } }) => {
    const figureKey = `economics.costPerRequest.${key}`;
    const ownHoursKey = `economics.costPerRequestOwnHours.${key}`;
    const figure = figures[figureKey];
    return figure === undefined ? [] : [{ figureKey, ownHoursKey, name, isl, osl,
      usdPerRequest: figure.value, usdOwnHours: figures[ownHoursKey]?.value ?? null }];
  });
}
