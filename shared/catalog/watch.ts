import type { Sourced } from '../units/provenance.ts';
import { note, type Source } from '../units/reading.ts';
import { isSourced } from './lookup.ts';
import type { Catalog } from './types.ts';

/**
 * A figure of the catalogue, or an entry that is cited as a whole, as something that can
 * be read.
 */
export class CatalogSource implements Source {
  readonly kind = 'catalog';
  /** As traces name it, without prefix: `systems/gb300_nvl72/maxPowerKw`. */
  readonly path: string;
  /** What stands there, as the catalogue has it. */
  readonly thing: object;
  /** The figure, where it is one; null for an entry as a whole. */
  readonly figure: Sourced | null;

  constructor(path: string, thing: object) {
    this.path = path;
    this.thing = thing;
    this.figure = isSourced(thing) ? thing : null;
  }
}

/** Factors on figures by their reference. */
export type CatalogFactors = ReadonlyMap<string, number>;

/**
 * Collections whose entries are cited as a whole: configurations of models and climates
 * of sites are no figures.
 */
const wholes: ReadonlySet<string> = new Set(['models', 'sites']);

const isObject = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null;

const withinUnit = ({ unit }: Sourced, value: number): number =>
  (unit === 'fraction' ? Math.min(1, Math.max(0, value)) : value);

/** The value of a figure under factors; shares stay within 0 and 1. */
export function movedValue(figure: Sourced, ref: string, factors: CatalogFactors): number {
  const factor = factors.get(ref);
  return factor === undefined ? figure.value : withinUnit(figure, figure.value * factor);
}

const sources = new WeakMap<object, CatalogSource>();

function sourceOf(thing: object, ref: string): CatalogSource {
  const known = sources.get(thing);
  if (known?.path === ref) return known;
  const source = new CatalogSource(ref, thing);
  sources.set(thing, source);
  return source;
}

/** A figure that notes when its value is read. */
function viewFigure(figure: Sourced, ref: string, factors: CatalogFactors): Sourced {
  const source = sourceOf(figure, ref);
  const value = movedValue(figure, ref, factors);
  const { value: _value, ...rest } = figure;
  return {
    ...rest,
    get value() {
      note(source, value);
      return value;
    },
  };
}

const figured = new WeakMap<object, boolean>();

/**
 * Whether there is a figure anywhere in a thing; most lists and tables hold none and need
 * no view.
 */
function holdsFigures(thing: unknown): boolean {
  if (!isObject(thing)) return false;
  const known = figured.get(thing)
    ?? (isSourced(thing) || Object.values(thing).some(holdsFigures));
  figured.set(thing, known);
  return known;
}

/**
 * A part of the catalogue whose figures note when they are read; parts are made when they
 * are first looked at.
 */
function viewPart(thing: unknown, ref: string, factors: CatalogFactors): unknown {
  if (!isObject(thing) || !holdsFigures(thing)) return thing;
  if (isSourced(thing)) return viewFigure(thing, ref, factors);
  if (Array.isArray(thing))
    return thing.map((each: unknown, at) => viewPart(each, `${ref}/${at}`, factors));
  return viewEntries(thing, (name) => `${ref}/${name}`, factors, null);
}

function viewEntries(
  thing: Readonly<Record<string, unknown>>, refOf: (name: string) => string,
  factors: CatalogFactors, whole: string | null,
): object {
  const view = {};
  for (const [name, child] of Object.entries(thing)) {
    if (whole === null && !holdsFigures(child))
      Object.defineProperty(view, name, { enumerable: true, value: child });
    else Object.defineProperty(view, name,
      { enumerable: true, get: lateView(child, refOf(name), factors, whole !== null) });
  }
  return view;
}

function lateView(
  child: unknown, ref: string, factors: CatalogFactors, whole: boolean,
): () => unknown {
  let made: { readonly view: unknown } | null = null;
  return () => {
    if (whole && isObject(child)) note(sourceOf(child, ref), child);
    return (made ??= { view: viewPart(child, ref, factors) }).view;
  };
}

/** Listings stand in a list and are named by their ids. */
const viewPrices = (
  prices: Catalog['tokenPrices'], factors: CatalogFactors,
): Catalog['tokenPrices'] =>
  prices.map((price) =>
    viewPart(price, `tokenPrices/${price.id}`, factors) as typeof price);

const unmoved: CatalogFactors = new Map();
const made = new WeakMap<Catalog, Catalog>();

/**
 * The catalogue, which notes what is read of it: figures by their references,
 * configurations and climates whole.
 * @param factors figures to multiply; shares stay within 0 and 1
 * @example watchCatalog(builtInCatalog).accelerators['gb300']?.memoryGb?.value // 288
 */
export function watchCatalog(catalog: Catalog, factors: CatalogFactors = unmoved): Catalog {
  const known = factors.size === 0 ? made.get(catalog) : undefined;
  if (known !== undefined) return known;
  const { version, tokenPrices, ...collections } = catalog;
  const view = { version };
  for (const [name, entries] of Object.entries(collections)) {
    const refOf = (id: string): string => `${name}/${id}`;
    const seen = viewEntries(entries, refOf, factors, wholes.has(name) ? name : null);
    Object.defineProperty(view, name, { enumerable: true, value: seen });
  }
  let prices: Catalog['tokenPrices'] | null = null;
  Object.defineProperty(view, 'tokenPrices',
    { enumerable: true, get: () => (prices ??= viewPrices(tokenPrices, factors)) });
  if (factors.size === 0) made.set(catalog, view as Catalog);
  return view as Catalog;
}
