import { z } from 'zod';
import { isSourced } from '../../catalog/lookup.ts';
import { catalogAt } from '../../catalog/history.ts';
import { replaceAt } from '../../catalog/paths.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { convertUnit, unitsLike } from '../../units/convert.ts';
import type { Warning } from '../../units/limit.ts';
import { evidenceClasses, type Sourced } from '../../units/provenance.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import { createMemo, type Memo } from './memo.ts';

/** Parts of the catalogue a project may add to or override. */
export const ownCollections = [
  'accelerators', 'systems', 'models', 'tokenPrices', 'sites', 'releases', 'switches',
  'transceivers',
] as const;
export type OwnCollection = (typeof ownCollections)[number];
export const isOwnCollection = (name: string): name is OwnCollection =>
  ownCollections.some((each) => each === name);

/** Why an entry of the project's own cannot be used. `where` names the figure or field. */
export interface EntryProblem {
  readonly where: string;
  readonly detail: string;
}

/** A figure as somebody stated it: any unit that measures the same. */
const statedFigure = z.strictObject({
  value: z.number(), unit: z.string().max(40),
  source: z.string().trim().min(1, 'a source is required').max(400),
  date: z.string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'a date is written 2026, 2026-11 or 2026-11-21')
    .nullable(),
  evidence: z.enum(evidenceClasses), note: z.string().max(1000).optional(),
});
export type StatedFigure = z.infer<typeof statedFigure>;

const mostFigures = 200;
const key = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,119}$/iu);
const ids = z.array(key).max(50);
const word = z.string().max(200);
const count = z.number().int().min(0).max(1e9);

/**
 * Properties that are no figures, by part: those a plan or a reader of the catalogue can
 * use.
 */
const propertySchemas: Readonly<
  Record<OwnCollection, z.ZodType<Readonly<Record<string, unknown>>>>
> = {
  accelerators: z.strictObject({ vendor: word, availability: word, nic: word }).partial(),
  systems: z.strictObject({
    acceleratorId: key, form: z.enum(['server', 'rack', 'pod']), cooling: word,
    cpus: word, powerSupply: word,
    priceCovers: z.enum(['system', 'accelerators']),
  }).partial(),
  models: z.strictObject({
    source: word, context: count, mtpLayers: count, nativePrecision: word,
    paramsTotal: z.number().positive(), paramsActive: z.number().positive(),
  }).partial(),
  tokenPrices: z.strictObject({
    modelId: key, model: word, provider: word, condition: word,
    kind: z.enum(['list', 'conditional', 'history']),
  }).partial(),
  sites: z.strictObject({ region: word, latitude: z.number().min(-90)
    .max(90), longitude: z.number().min(-180).max(180),
  climateOnly: z.boolean() }).partial(),
  releases: z.strictObject({ framework: word, month: z.string()
    .regex(/^\d{4}-\d{2}$/u), accelerators: ids, models: ids }).partial(),
  switches: z.strictObject({
    fabric: z.enum(['infiniband', 'spectrum-x', 'roce', 'ethernet', 'nvlink']),
  }).partial(),
  transceivers: z
    .strictObject({ medium: z.enum(['single-mode', 'multi-mode', 'copper']) })
    .partial(),
};

const isRecord = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** Entries of a part by key. */
export function entriesOf(
  catalog: Catalog, collection: OwnCollection,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const table: unknown = catalog[collection];
  const entries: readonly unknown[] = Array.isArray(table) ? table
    : Object.values(isRecord(table) ? table : {});
  return Object.fromEntries(
    entries.flatMap((entry) => (isRecord(entry)
      && typeof entry['id'] === 'string' ? [[entry['id'], entry] as const] : [])),
  );
}

/** Cited figures of an entry by their path, such as `scaleUp/oneWayGBs`. */
export function figuresOf(
  entry: unknown, path = '',
): readonly (readonly [path: string, figure: Sourced])[] {
  if (isSourced(entry)) return [[path, entry]];
  const within = (child: unknown, name: string) =>
    figuresOf(child, path === '' ? name : `${path}/${name}`);
  if (Array.isArray(entry))
    return entry.flatMap((child: unknown, at) => within(child, String(at)));
  return isRecord(entry) ? Object.entries(entry)
    .flatMap(([name, child]) => within(child, name)) : [];
}

const units = new WeakMap<Catalog, Map<OwnCollection, ReadonlyMap<string, string>>>();

/** Figures that entries of a part may state, with the unit each is kept in. */
export function figureUnits(
  catalog: Catalog, collection: OwnCollection,
): ReadonlyMap<string, string> {
  const held = units.get(catalog) ?? new Map<OwnCollection, ReadonlyMap<string, string>>();
  units.set(catalog, held);
  const present = held.get(collection);
  if (present !== undefined) return present;
  const found = new Map(Object.values(entriesOf(catalog, collection)).flatMap((entry) =>
    figuresOf(entry).map(([path, { unit }]) => [path, unit] as const)));
  held.set(collection, found);
  return found;
}

function parseJson(raw: string): unknown {
  try {
    return raw.trim() === '' ? {} : JSON.parse(raw);
  } catch {
    return undefined;
  }
}

const problem = (where: string, detail: string): Result<never, EntryProblem> =>
  refuse({ where, detail });

/** Whether a value can be of its unit at all. */
function isPossible(value: number, unit: string): boolean {
  if (unit === 'fraction') return value >= 0 && value <= 1;
  return unit === 'C' ? value > -90 && value < 90 : value >= 0;
}

/**
 * Stated figures with their values in the catalogue's units, or what is wrong with the
 * first bad one.
 */
export function readFigures(
  catalog: Catalog, collection: OwnCollection, raw: string,
): Result<readonly (readonly [path: string, figure: Sourced])[], EntryProblem> {
  const parsed = parseJson(raw);
  if (!isRecord(parsed)) return problem('figures', 'is not JSON of figures by name');
  const stated = Object.entries(parsed);
  if (stated.length > mostFigures) return problem('figures',
    `states ${stated.length} figures; at most ${mostFigures} are read`);
  const known = figureUnits(catalog, collection);
  const figures: (readonly [string, Sourced])[] = [];
  for (const [path, figure] of stated) {
    const unit = known.get(path);
    if (unit === undefined) return problem(path.slice(0, 80),
      `is no figure of ${collection}; known: ${[...known.keys()].join(', ')}`);
    const read = statedFigure.safeParse(figure);
    if (!read.success)
      return problem(path,
        `${read.error.issues[0]?.path.join('.') ?? ''}: ${read.error.issues[0]?.message ?? 'malformed'}`);
    const { note, ...rest } = read.data;
    const value = convertUnit(rest.value, rest.unit, unit);
    if (value === null)
      return problem(path,
        `the unit ${rest.unit.slice(0, 40)} is not known here; give ${unitsLike(unit).join(', ')}`);
    if (!isPossible(value, unit)) return problem(path, `${rest.value} ${rest.unit} cannot be`);
    figures.push([path, { ...rest, value, unit, ...(note === undefined ? {} : { note }) }]);
  }
  return ok(figures);
}

/** An entry read, ready to be laid into the catalogue. */
export interface ReadEntry {
  readonly collection: OwnCollection;
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

type Values = Resolved<'catalogEntry'>['values'];

/** What a site is worth only where it is: another one does not take it over. */
const ofThePlace: ReadonlySet<string> = new Set(['industrialUsdPerKwh', 'commercialUsdPerKwh',
  'wholesaleUsdPerKwh', 'carbonGPerKwh', 'region', 'note']);

/** A site that takes the climate of another, and nothing else of it. */
function climateOf(base: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !ofThePlace.has(name)));
}

/** A listing of the project's own was read on the day of its newest price. */
function ownListing(figures: readonly (readonly [path: string, figure: Sourced])[]) {
  const checked = figures.flatMap(([, { date }]) => date ?? []).toSorted().at(-1);
  return checked === undefined ? {} : { own: true, checked, kind: 'list', condition: '' };
}

/**
 * An entry of the project's own: the figures and properties it states, over those of the
 * entry it is based on.
 * @returns the entry, or which part of it cannot be used and why
 */
export function readCatalogEntry(
  catalog: Catalog, values: Values,
): Result<ReadEntry, EntryProblem> {
  const { collection, entry: id, basedOn, name } = values;
  if (!isOwnCollection(collection))
    return problem('collection', `${String(collection)} is no part of the catalogue`);
  if (!key.safeParse(id).success)
    return problem('entry', 'a key is made of letters, digits, . _ and -');
  const known = entriesOf(catalog, collection);
  const base = Object.hasOwn(known, basedOn === '' ? id : basedOn)
    ? known[basedOn === '' ? id : basedOn]
    : undefined;
  if (base === undefined)
    return problem('basedOn',
      `there is no ${basedOn === '' ? id : basedOn} among the ${collection}: name the entry it is based on`);
  const figures = readFigures(catalog, collection, values.figures);
  if (!figures.ok) return figures;
  const stated = figures.value.filter(([path, { value }]) => {
    const present = Object.hasOwn(known, id) ? known[id]?.[path] : undefined;
    return !isSourced(present) || present.value !== value;
  });
  const undated = collection !== 'tokenPrices' ? undefined
    : stated.find(([, { unit, date }]) => unit.startsWith('USD') && date === null);
  if (undated !== undefined)
    return problem(undated[0], 'has no date: a price holds on the day it was read; give one');
  const parsed = propertySchemas[collection].safeParse(parseJson(values.properties));
  if (!parsed.success)
    return problem('properties',
      `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? 'malformed'}`);
  const { climateOnly, ...properties } = parsed.data;
  const named = Object.hasOwn(known, id) ? {} : { name };
  const listed = collection === 'tokenPrices' ? ownListing(stated) : {};
  const entry = figures.value.reduce<unknown>((so, [path, figure]) =>
    replaceAt(so, path.split('/'), figure),
    { ...(climateOnly === true ? climateOf(base) : base), ...named, ...listed, ...properties,
      id });
  return isRecord(entry) ? ok({ collection, id, entry })
    : problem('figures', 'do not fit the entry');
}

/** The catalogue with one entry added or replaced. */
function layEntry(catalog: Catalog, { collection, id, entry }: ReadEntry): Catalog {
  const table: unknown = catalog[collection];
  const next: unknown = Array.isArray(table)
    ? [...table.filter((each: unknown) => !(isRecord(each) && each['id'] === id)), entry]
    : { ...(isRecord(table) ? table : {}), [id]: entry };
  return { ...catalog, [collection]: next };
}

/** The catalogue a scenario plans with. */
export interface OwnCatalog {
  readonly catalog: Catalog;
  readonly warnings: readonly Warning[];
  /** Changes when own entries do; empty without any. */
  readonly key: string;
}

/**
 * The catalogue of the version a project was made with: an update of the program changes
 * no saved plan.
 */
function pinned(catalog: Catalog, version: string): OwnCatalog {
  const earlier = catalogAt(catalog, version);
  if (earlier.ok) return { catalog: earlier.value, warnings: [],
    key: earlier.value === catalog ? '' : version };
  const text =
    `The project was made with catalogue ${version.slice(0, 40)}, which this program does not know: `
    + `the values of ${catalog.version} are used.`;
  return { catalog,
    warnings: [{ code: 'catalog-version-unknown', where: 'project.catalogVersion', text }],
    key: '' };
}

/** Catalogues with own entries held at once, per catalogue they build on. */
const catalogsHeld = 24;
const held = new WeakMap<Catalog, Memo<unknown, Omit<OwnCatalog, 'key'>>>();

function layAll(
  catalog: Catalog, records: ScenarioInputs['catalogEntry'],
): Omit<OwnCatalog, 'key'> {
  let so = catalog;
  const warnings: Warning[] = [];
  for (const { key: record, values } of records) {
    const read = readCatalogEntry(so, values);
    if (read.ok) so = layEntry(so, read.value);
    else {
      warnings.push({
        code: 'catalog-entry-refused', where: `catalogEntry.${record}`,
        text:
          `The own catalogue entry ${values.name} is not used: ${read.error.where} ${read.error.detail}.`,
      });
    }
  }
  return { catalog: so, warnings };
}

/**
 * The catalogue of a scenario: that of the project's version, with the scenario's own
 * entries added beside, or in place of, the built-in ones. An entry that cannot be read
 * is left out with a warning that names it.
 */
export function withOwnEntries(
  current: Catalog, inputs: Pick<ScenarioInputs, 'project' | 'catalogEntry'>,
): OwnCatalog {
  const base = pinned(current, inputs.project.values.catalogVersion);
  const { catalog } = base;
  const inUse = inputs.catalogEntry.filter(({ values }) => values.inUse);
  if (inUse.length === 0) return base;
  const memo = held.get(catalog) ?? createMemo<unknown, Omit<OwnCatalog, 'key'>>(catalogsHeld);
  held.set(catalog, memo);
  const records = inUse.map((record) => [record.key, record.values] as const);
  const laid = memo.get(records, () => layAll(catalog, inUse));
  return { catalog: laid.catalog, warnings: [...base.warnings, ...laid.warnings],
    key: `${base.key} ${JSON.stringify(records)}` };
}
