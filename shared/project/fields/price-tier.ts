import { decide, number, reference, text } from '../define.ts';

/**
 * Part of a traffic class that is sold at another price, such as a premium speed or a
 * reserved contract.
 */
export const priceTierFields = [
  text('name', 'Price tier', 120, 'Premium', decide('Price tier', 'Name of the tier.')),
  reference('traffic', 'Traffic class', 'record:traffic', 'chat',
    decide('Price tier', 'Traffic class it is part of.')),
  number('share', 'Share of tokens', 'fraction', [0, 1], 0.2,
    decide('Price tier',
      'Share of the class’s tokens; shares of a class add up to at most 100 %, the rest is sold at list price.')),
  number('priceFactor', 'Price over list', 'ratio', [0, 100], 1.5,
    decide('Price tier', 'Price over the class’s list price.')),
] as const;
