import { isSourced } from '../catalog/lookup.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Sourced } from '../units/provenance.ts';

/** What becomes of figures. References name where they stand, without the prefix. */
interface Remake {
  readonly figure: (figure: Sourced, ref: string) => Sourced;
  /** Whether anything below a reference is remade; the rest of the catalogue stays the very same. */
  readonly reaches: (ref: string) => boolean;
}

const isObject = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null;

/** The same thing with every cited figure in it remade: its shape stays, which is what the cast says. */
function remakeFigures<T>(thing: T, ref: string, remake: Remake): T {
  if (!remake.reaches(ref)) return thing;
  const within = (child: unknown, key: string | number): unknown =>
    remakeFigures(child, ref === '' ? String(key) : `${ref}/${key}`, remake);
  const made: unknown = isSourced(thing) ? remake.figure(thing, ref)
    : Array.isArray(thing) ? thing.map(within)
    : isObject(thing) ? Object.fromEntries(Object.entries(thing).map(([key, child]) => [key, within(child, key)])) : thing;
  return made as T;
}

/**
 * The catalogue with every cited figure remade. Figures of token prices are named by the model they are listed for,
 * as their median is in traces; those of models nobody plans with by their own id.
 */
export function remakeCatalog(catalog: Catalog, remake: Remake): Catalog {
  const { tokenPrices, ...tables } = catalog;
  return {
    ...remakeFigures(tables, '', remake),
    tokenPrices: tokenPrices.map((price) => remakeFigures(price, `tokenPrices/${price.modelId ?? price.id}`, remake)),
  };
}

/** The catalogue with the values at some references multiplied; shares stay within 0 and 1. */
export function scaleCatalog(catalog: Catalog, factors: ReadonlyMap<string, number>): Catalog {
  const refs = [...factors.keys()];
  return remakeCatalog(catalog, {
    figure: (figure, ref) => {
      const factor = factors.get(ref);
      return factor === undefined ? figure : { ...figure, value: withinUnit(figure, figure.value * factor) };
    },
    reaches: (ref) => ref === '' || refs.some((each) => each === ref || each.startsWith(`${ref}/`)),
  });
}

const withinUnit = ({ unit }: Sourced, value: number): number =>
  unit === 'fraction' ? Math.min(1, Math.max(0, value)) : value;

/** The catalogue, which notes the reference of every figure whose value is read. */
export function watchCatalog(catalog: Catalog, read: (ref: string) => void): Catalog {
  const watched = ({ value, ...rest }: Sourced, ref: string): Sourced => ({
    ...rest,
    get value() {
      read(ref);
      return value;
    },
  });
  return remakeCatalog(catalog, { figure: watched, reaches: () => true });
}
