import type { CostBasis, PlanCore } from '../plan/types.ts';

const names: readonly (readonly [keyof CostBasis, string])[] = [
  ['tokens', 'Tokens counted'],
  ['allocation', 'Cost divided'],
  ['utilisation', 'Spread over'],
  ['tier', 'Ownership'],
  ['priceYear', 'Prices of'],
];

/** The labels' codes in words. */
const words: Readonly<Record<string, string>> = {
  total: 'input and output',
  output: 'output only',
  input: 'input only',
  resource: 'by accelerator time',
  price: 'by price',
  inferencex: 'InferenceX rule',
  usage: 'tokens served',
  reservation: 'tokens that capacity could serve',
  own: 'owned',
  lease: 'leased systems',
  colo: 'colocation',
  rental: 'rented by the hour',
};

/** The five labels without which a cost per million tokens means nothing, in words. */
export const costLabels = ({
  costBasis,
}: PlanCore): readonly { readonly name: string; readonly value: string }[] =>
  names.map(([key, name]) => ({
    name,
    value:
      key === 'allocation' && costBasis[key] === 'total'
        ? 'all tokens alike'
        : (words[costBasis[key]] ?? costBasis[key]),
  }));
