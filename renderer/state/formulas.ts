import { formulas } from '../../shared/plan/figures/formulas.ts';
import type { Formula } from '../../shared/units/figure.ts';

const byId: ReadonlyMap<string, Formula> =
  new Map(formulas.map((formula) => [formula.id, formula]));

/** The entry of the formula register, or null while the register does not list it. */
export const findFormula = (id: string): Formula | null => byId.get(id) ?? null;
