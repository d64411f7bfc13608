import type { Catalog, ModelSpec } from '../../../catalog/types.ts';

/** Totals of the same model differ by what was left out of either count. */
const within = 0.01;

const words = (text: string): string =>
  ` ${text.toLowerCase().replaceAll(/[^a-z0-9.]+/gu, ' ').trim()} `;

/** Length of the longest of an entry's names that stands in a name as whole words. */
function likeness(name: string, { id, name: title }: ModelSpec): number {
  return Math.max(...[id, ...title.split('/')].map((one) =>
    (words(one).trim() !== '' && words(name).includes(words(one)) ? one.trim().length : 0)));
}

/** Whether two entries have the same layers, heads, experts and counts. */
function isSame(a: ModelSpec, b: ModelSpec): boolean {
  return a.layers === b.layers && a.hidden === b.hidden && a.heads === b.heads
    && a.vocab === b.vocab && a.attention === b.attention
    && (a.attention === 'mla' || a.kvHeads === b.kvHeads)
    && a.moe?.experts === b.moe?.experts && a.moe?.activeExperts === b.moe?.activeExperts
    && a.moe?.expertIntermediate === b.moe?.expertIntermediate
    && (a.kvCompression === undefined) === (b.kvCompression === undefined)
    && Math.abs(a.paramsTotal / b.paramsTotal - 1) <= within;
}

/**
 * The catalogue's entry of the same architecture; of several that with the same index, then
 * the longest name within the given one, then the same context.
 * @returns its id, or null
 */
export function builtInOf(model: ModelSpec, name: string, catalog: Catalog): string | null {
  const score = (entry: ModelSpec): number =>
    ((entry.sparseIndex === undefined) === (model.sparseIndex === undefined) ? 1e6 : 0)
    + likeness(name, entry) * 10 + (entry.context === model.context ? 1 : 0);
  const found = Object.values(catalog.models).filter((entry) => isSame(entry, model)).toSorted((a,
    b) => score(b) - score(a));
  return found[0]?.id ?? null;
}
