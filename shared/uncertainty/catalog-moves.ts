import { isSourced } from '../catalog/lookup.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Sourced } from '../units/provenance.ts';

/** Makes a figure of another one; the reference names where it stands, without the prefix. */
type Remake = (figure: Sourced, ref: string) => Sourced;

const isObject = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null;

function remakeWithin(thing: unknown, ref: string, remake: Remake): unknown {
  if (isSourced(thing)) return remake(thing, ref);
  if (Array.isArray(thing)) return thing.map((item, at) => remakeWithin(item, `${ref}/${at}`, remake));
  if (!isObject(thing)) return thing;
  return Object.fromEntries(Object.entries(thing).map(([key, child]) => [key, remakeWithin(child, `${ref}/${key}`, remake)]));
}

/**
 * The catalogue with every cited figure remade. Figures of token prices are named by the model they are listed for,
 * as their median is in traces; those of models nobody plans with by their own id.
 */
export function remakeCatalog(catalog: Catalog, remake: Remake): Catalog {
  const { tokenPrices, version, ...tables } = catalog;
  const remade = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, remakeWithin(table, name, remake)]));
  const prices = tokenPrices.map((price) => remakeWithin(price, `tokenPrices/${price.modelId ?? price.id}`, remake));
  // Every figure is replaced by a figure: the shape is the catalogue's own.
  return { version, ...remade, tokenPrices: prices } as unknown as Catalog;
}

/** The catalogue with the values at some references multiplied; shares stay within 0 and 1. */
export function scaleCatalog(catalog: Catalog, factors: ReadonlyMap<string, number>): Catalog {
  return remakeCatalog(catalog, (figure, ref) => {
    const factor = factors.get(ref);
    return factor === undefined ? figure : { ...figure, value: withinUnit(figure, figure.value * factor) };
  });
}

const withinUnit = ({ unit }: Sourced, value: number): number =>
  unit === 'fraction' ? Math.min(1, Math.max(0, value)) : value;

/** The catalogue, which notes the reference of every figure whose value is read. */
export function watchCatalog(catalog: Catalog, read: (ref: string) => void): Catalog {
  return remakeCatalog(catalog, (figure, ref) => {
    const { value, ...rest } = figure;
    return {
      ...rest,
      get value() {
        read(ref);
        return value;
      },
    };
  });
}
