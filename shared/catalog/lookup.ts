import type { Sourced } from '../units/provenance.ts';
import { evidenceClasses } from '../units/provenance.ts';
import type { Result } from '../units/result.ts';
import { ok, refuse } from '../units/result.ts';
import { findNearestId } from './nearest.ts';
import type {
  Accelerator, Catalog, Constant, Entry, ModelSpec, Site, SoftwareRelease, SwitchModel, System,
} from './types.ts';

/** Collections addressed by id. */
export type Collection =
  'accelerators' | 'systems' | 'switches' | 'transceivers' | 'models' | 'sites'
    | 'releases' | 'constants';

export interface UnknownEntry {
  readonly code: 'unknown-entry';
  readonly collection: Collection;
  readonly id: string;
  /** The known id it most resembles, null in an empty collection. */
  readonly nearest: string | null;
}

export interface MissingFigure {
  readonly code: 'missing-figure';
  readonly id: string;
  readonly name: string;
  /** Property that has no sourced value, e.g. `maxPowerKw`. */
  readonly figure: string;
}

function findEntry<T extends Entry>(
  entries: Readonly<Record<string, T>>, collection: Collection, id: string,
): Result<T, UnknownEntry> {
  const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
  if (entry !== undefined) return ok(entry);
  return refuse({ code: 'unknown-entry', collection, id,
    nearest: findNearestId(id, Object.keys(entries)) });
}

/** The accelerator of that id, or `unknown-entry` with the nearest id. */
export const findAccelerator = (
  catalog: Catalog, id: string,
): Result<Accelerator, UnknownEntry> =>
  findEntry(catalog.accelerators, 'accelerators', id);

/**
 * The system of that id, or `unknown-entry` with the nearest id.
 * @example findSystem(builtInCatalog, 'gb300') // { ok: false, error: { nearest: 'gb300_nvl72', ... } }
 */
export const findSystem = (catalog: Catalog, id: string): Result<System, UnknownEntry> =>
  findEntry(catalog.systems, 'systems', id);

/** The switch of that id, or `unknown-entry` with the nearest id. */
export const findSwitch = (catalog: Catalog, id: string): Result<SwitchModel, UnknownEntry> =>
  findEntry(catalog.switches, 'switches', id);

/** The model of that id, or `unknown-entry` with the nearest id. */
export const findModel = (catalog: Catalog, id: string): Result<ModelSpec, UnknownEntry> =>
  findEntry(catalog.models, 'models', id);

/** The site of that id, or `unknown-entry` with the nearest id. */
export const findSite = (catalog: Catalog, id: string): Result<Site, UnknownEntry> =>
  findEntry(catalog.sites, 'sites', id);

/** The software release of that id, or `unknown-entry` with the nearest id. */
export const findRelease = (
  catalog: Catalog, id: string,
): Result<SoftwareRelease, UnknownEntry> =>
  findEntry(catalog.releases, 'releases', id);

/** The cited constant of that id, or `unknown-entry` with the nearest id. */
export const findConstant = (catalog: Catalog, id: string): Result<Constant, UnknownEntry> =>
  findEntry(catalog.constants, 'constants', id);

/** The accelerator a system is built from. */
export const acceleratorOf = (
  catalog: Catalog, system: System,
): Result<Accelerator, UnknownEntry> =>
  findAccelerator(catalog, system.acceleratorId);

/** Names of the cited figures an entry may have. */
export type FigureKey<E> = {
  [K in keyof E]-?: NonNullable<E[K]> extends Sourced ? K & string : never
}[keyof E];

/**
 * A figure of an entry, or a refusal naming what is missing; nothing stands in for an
 * absent figure.
 * @example requireFigure(system, 'maxPowerKw') // { ok: true, value: { value: 142, unit: 'kW', ... } }
 */
export function requireFigure<E extends Entry>(entry: E, figure: FigureKey<E>): Result<Sourced,
MissingFigure> {
  const found: unknown = entry[figure];
  if (isSourced(found)) return ok(found);
  return refuse({ code: 'missing-figure', id: entry.id, name: entry.name, figure });
}

const isObject = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null;

/**
 * Whether a thing is a complete cited figure: finite value, unit, source, date or null,
 * evidence class.
 */
export function isSourced(thing: unknown): thing is Sourced {
  if (!isObject(thing)) return false;
  const { value, unit, source, date, evidence } = thing;
  return typeof value === 'number' && Number.isFinite(value)
    && typeof unit === 'string' && unit !== ''
    && typeof source === 'string' && source !== ''
    && (date === null || typeof date === 'string')
    && evidenceClasses.some((known) => known === evidence);
}

/** A cited figure and the reference under which traces name it. */
export interface CatalogFigure {
  readonly ref: string;
  readonly figure: Sourced;
}

/**
 * The reference of a figure, as traces carry it.
 * @example refOf('systems', 'gb300_nvl72', 'maxPowerKw') // 'catalog:systems/gb300_nvl72/maxPowerKw'
 */
export function refOf(
  collection: Collection | 'tokenPrices', id: string, figure: string,
): string {
  return `catalog:${collection}/${id}/${figure}`;
}

function collectFigures(thing: unknown, ref: string, into: CatalogFigure[]): void {
  if (isSourced(thing)) {
    into.push({ ref, figure: thing });
    return;
  }
  if (Array.isArray(thing)) thing.forEach((item,
    index) => { collectFigures(item, `${ref}/${index}`, into); });
  else if (isObject(thing)) {
    for (const [key, child] of Object.entries(thing))
      collectFigures(child, `${ref}/${key}`, into);
  }
}

/**
 * Every cited figure of a catalogue with its reference, in the order of the tables.
 * @example listFigures(builtInCatalog)[0]?.ref // 'catalog:accelerators/h100_sxm/bf16Tflops'
 */
export function listFigures(catalog: Catalog): readonly CatalogFigure[] {
  const figures: CatalogFigure[] = [];
  const { tokenPrices, ...byId } = catalog;
  collectFigures(byId, 'catalog:', figures);
  for (const price of tokenPrices)
    collectFigures(price, `catalog:tokenPrices/${price.id}`, figures);
  return figures.map(
    ({ ref, figure }) => ({ ref: ref.replace('catalog:/', 'catalog:'), figure }),
  );
}

export type Citation = Pick<Sourced, 'source' | 'date' | 'evidence' | 'note'>;

/**
 * What stands behind a reference of a trace: the figure's own citation, or that of the
 * table it belongs to (model configuration, climate). Null when the catalogue has no such
 * entry.
 * @example findCitation(builtInCatalog, 'catalog:models/deepseek-r1/layers')?.evidence // 'vendor'
 */
export function findCitation(catalog: Catalog, ref: string): Citation | null {
  const [collection = '', id = '', ...path] = ref.replace('catalog:', '').split('/');
  if (collection === 'models') {
    const model = findModel(catalog, id);
    return model.ok ? {
      source: model.value.source, date: model.value.date, evidence: 'vendor',
    } : null;
  }
  const tables: Readonly<Record<string, unknown>> = { ...catalog };
  const table = collection === 'tokenPrices'
    ? Object.fromEntries(catalog.tokenPrices.map((price) => [price.id, price]))
    : tables[collection];
  const figure = [
    id, ...path,
  ].reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined),
    table);
  if (isSourced(figure)) return figure;
  const site = collection === 'sites' ? findSite(catalog, id) : null;
  return site?.ok === true ? {
    source: site.value.climateSource, date: null, evidence: 'derived',
  } : null;
}
