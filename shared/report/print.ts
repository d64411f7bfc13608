import type { PlanCore } from '../plan/types.ts';
import { printOf } from '../project/print.ts';
import type { Print } from '../units/print.ts';

/**
 * How a report prints the amounts of a plan: as the project does, with as many digits as
 * the plan was handed over with. A table for a spreadsheet asks for all of them.
 */
export function printOfPlan(
  { inputs, digits }: Pick<PlanCore, 'inputs'>
    & { readonly digits?: Print['digits'] | undefined },
): Print {
  const print = printOf(inputs.project.values);
  return digits === undefined ? print : { ...print, digits };
}
