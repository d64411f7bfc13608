import { kinds } from '../../shared/project/kinds.ts';
import type { CostBasis } from '../../shared/plan/types.ts';

/** Figures that carry the five labels of a unit cost. */
export const isUnitCost = (key: string): boolean => /^headline\.(costPerMTok|lcot)/.test(key);

const tokens: Readonly<Record<string, string>> = { total: 'input and output',
  input: 'input', output: 'output' };
const utilisation: Readonly<Record<string, string>> = {
  usage: 'tokens served',
  reservation: 'tokens the capacity could serve',
};

/** The label of a choice of the finance table, or the code itself. */
function choiceLabel(field: string, code: string): string {
  const found = kinds.finance.fields.find((each) => each.key === field);
  const choices = found?.type === 'choice' ? found.choices : [];
  return choices.find(({ value }) => value === code)?.label ?? code;
}

/**
 * The five labels in words: which tokens, which allocation, over which use, owned how, in
 * whose money.
 */
export const describeBasis = (
  basis: CostBasis,
): readonly { readonly name: string; readonly value: string }[] => [
  { name: 'Tokens', value: tokens[basis.tokens] ?? basis.tokens },
  { name: 'Allocation', value: choiceLabel('allocation', basis.allocation) },
  { name: 'Divided by', value: utilisation[basis.utilisation] ?? basis.utilisation },
  { name: 'Ownership', value: choiceLabel('ownership', basis.tier) },
  { name: 'Prices of', value: basis.priceYear },
];
