import { isSourced } from '../../../shared/catalog/lookup.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';

/**
 * Numbers that need no citation of their own: their table states one source for all of
 * them.
 */
const underTableSource = [
  /^models\/[^/]+\//,
  /^sites\/[^/]+\/(latitude|longitude|elevationM|bins\/\d+\/\w+)$/,
  /^switches\/[^/]+\/radix\/\d+\/gbps$/,
  /^releases\/[^/]+\/bandTokPerSecPerUser\/\d$/,
];

/** Paths of all numbers that stand in the catalogue without unit, source and evidence class. */
export function findUncitedNumbers(catalog: Catalog): readonly string[] {
  const found: string[] = [];
  const walk = (thing: unknown, path: string): void => {
    if (isSourced(thing)) return;
    if (typeof thing === 'number' && !underTableSource.some((rule) => rule.test(path)))
      found.push(path);
    if (typeof thing !== 'object' || thing === null) return;
    for (const [key, child] of Object.entries(thing))
      walk(child, path === '' ? key : `${path}/${key}`);
  };
  walk(catalog, '');
  return found;
}
