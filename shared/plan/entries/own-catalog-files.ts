import Papa from 'papaparse';
import { z } from 'zod';
import type { Catalog } from '../../catalog/types.ts';
import type { Resolved } from '../../project/resolve.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import {
  entriesOf, figuresOf, isOwnCollection, readCatalogEntry, type OwnCollection,
  type StatedFigure,
} from './own-catalog.ts';

/** An entry as files carry it. */
export interface FiledEntry {
  readonly collection: OwnCollection;
  readonly entry: string;
  readonly basedOn: string;
  readonly name: string;
  readonly figures: Readonly<Record<string, StatedFigure>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Why a file is not taken: each fault with the line or entry it is in. */
export interface FileFault {
  readonly where: string;
  readonly detail: string;
}

export const catalogSchema = 'aifp.catalog/1';
/** Longest file that is read, characters, and the most entries of it. */
const mostText = 5_000_000;
const mostEntries = 500;
/** Text of a record's field. */
const mostFigures = 10_000;

const columns = [
  'collection', 'entry', 'basedOn', 'name', 'figure', 'value', 'unit', 'source', 'date',
  'evidence', 'note',
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;
/** A row that states a property carries its name after this, and its JSON as value. */
const propertyPrefix = 'property:';

type Values = Pick<Resolved<'catalogEntry'>['values'], 'name' | 'inUse' | 'collection'
  | 'entry' | 'basedOn' | 'figures' | 'properties'>;

/** The values a record keeps of an entry. */
export const valuesOf = ({ figures, properties, ...rest }: FiledEntry): Values => ({
  ...rest, inUse: true,
  figures: Object.keys(figures).length === 0 ? '' : JSON.stringify(figures),
  properties: Object.keys(properties).length === 0 ? '' : JSON.stringify(properties),
});

const parse = (raw: string): unknown => {
  try {
    return JSON.parse(raw === '' ? '{}' : raw);
  } catch {
    return {};
  }
};

/** An entry of the project as files carry it. */
export function fileEntry(
  { values }: Pick<Resolved<'catalogEntry'>, 'values'>,
): FiledEntry | null {
  const { collection, entry, basedOn, name } = values;
  if (!isOwnCollection(collection)) return null;
  return {
    collection, entry, basedOn, name, figures: parse(values.figures) as FiledEntry['figures'],
    properties: parse(values.properties) as FiledEntry['properties'],
  };
}

/**
 * Text that a spreadsheet would run as a formula is led by an apostrophe, which reading
 * takes off again.
 */
const guard = (text: string): string => (/^[=+\-@\t\r']/u.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'[=+\-@\t\r']/u.test(text) ? text.slice(1) : text);

/** Own entries as JSON. */
export const printEntries = (entries: readonly FiledEntry[]): string =>
  `${JSON.stringify({ schema: catalogSchema, entries }, null, 2)}\n`;

/** Own entries as CSV: a row for each figure and each property. */
export function printEntriesCsv(entries: readonly FiledEntry[]): string {
  const rows = entries.flatMap(({ collection, entry, basedOn, name, figures, properties }) => {
    const of = [collection, entry, basedOn, guard(name)];
    return [
      ...Object.entries(figures)
        .map(([figure, { value, unit, source, date, evidence, note }]) =>
          [...of, figure, String(value), unit, guard(source), date ?? '', evidence,
            guard(note ?? '')]),
      ...Object.entries(properties).map(([key, value]) => [...of, propertyPrefix + key,
        guard(JSON.stringify(value)), '', '', '', '', '']),
    ];
  });
  return `${Papa.unparse({ fields: [...columns], data: rows }, { newline: '\r\n' })}\r\n`;
}

/** A part of the catalogue as the same table: what others may check, change and read back. */
export const printCollection = (catalog: Catalog, collection: OwnCollection): string =>
  printEntriesCsv(Object.entries(entriesOf(catalog, collection)).map(([id, entry]) => ({
    collection, entry: id, basedOn: '',
    name: typeof entry['name'] === 'string' ? entry['name'] : id, properties: {},
    figures: Object.fromEntries(figuresOf(entry)
      .map(([path, { value, unit, source, date, evidence, note }]) =>
        [path,
          { value, unit, source, date, evidence, ...(note === undefined ? {} : { note }) }])),
  })));

const filed = z.strictObject({
  schema: z.literal(catalogSchema),
  entries: z.array(z.strictObject({
    collection: z.string().max(40), entry: z.string().max(120),
    basedOn: z.string().max(120).default(''), name: z.string().max(120).default(''),
    figures: z.record(z.string().max(120), z.unknown()).default({}),
    properties: z.record(z.string().max(60), z.unknown()).default({}),
  })).max(mostEntries),
});

type Draft = { readonly where: string }
  & Readonly<Record<'collection' | 'entry' | 'basedOn' | 'name', string>> & {
    readonly figures: Readonly<Record<string, unknown>>;
    readonly properties: Readonly<Record<string, unknown>>;
  };

const fault = (where: string, detail: string): Result<never, readonly FileFault[]> =>
  refuse([{ where, detail }]);

function readJson(text: string): Result<readonly Draft[], readonly FileFault[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return fault('file', `is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = filed.safeParse(parsed);
  if (read.success)
    return ok(read.data.entries.map((entry, at) => ({ ...entry, where: `entry ${at + 1}` })));
  return refuse(read.error.issues.slice(0, 20)
    .map(({ path, message }) => ({ where: path.join('.') || 'file', detail: message })));
}

/** The parts of a figure a row states; a value that is no number is told by the schema. */
const figureOfRow = ({ value, unit, source, date, evidence, note }: Row): unknown => ({
  value: value.trim() === '' ? null : Number(value), unit, source: unguard(source),
  date: date === '' ? null : date, evidence,
  ...(note === '' ? {} : { note: unguard(note) }),
});

function readCsv(text: string): Result<readonly Draft[], readonly FileFault[]> {
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: 'greedy' });
  const missing = columns.filter((column) => column !== 'note' && column !== 'basedOn'
    && meta.fields?.includes(column) !== true);
  if (missing.length > 0)
    return fault('line 1', `the columns ${missing.join(', ')} are missing`);
  const drafts = new Map<string, {
    where: string; row: Row; figures: [string, unknown][]; properties: [string, unknown][]
  }>();
  const faults: FileFault[] = [];
  data.forEach((row, at) => {
    const where = `line ${at + 2}`;
    const id = `${row.collection}/${row.entry}`;
    const draft = drafts.get(id) ?? { where, row, figures: [], properties: [] };
    drafts.set(id, draft);
    const isProperty = row.figure.startsWith(propertyPrefix);
    const list = isProperty ? draft.properties : draft.figures;
    const name = isProperty ? row.figure.slice(propertyPrefix.length) : row.figure;
    if (list.some(([known]) => known === name))
      faults.push({ where, detail: `states ${row.figure} of ${row.entry} twice` });
    list.push([name, isProperty ? parse(unguard(row.value)) : figureOfRow(row)]);
  });
  if (faults.length > 0) return refuse(faults);
  return ok([...drafts.values()].map(({ where, row, figures, properties }) => ({
    where, collection: row.collection, entry: row.entry, basedOn: row.basedOn ?? '',
    name: unguard(row.name), figures: Object.fromEntries(figures),
    properties: Object.fromEntries(properties),
  })));
}

/**
 * Own entries read from a JSON or CSV file. All or nothing: a file with a fault is not
 * taken, and every fault is told with its place.
 * @example readEntries(catalog, '{"schema":"aifp.catalog/1","entries":[]}') // { ok: true, value: [] }
 */
export function readEntries(
  catalog: Catalog, text: string,
): Result<readonly FiledEntry[], readonly FileFault[]> {
  if (text.length > mostText)
    return fault('file', `has ${text.length} characters; at most ${mostText} are read`);
  const drafts = /^\s*[[{]/u.test(text) ? readJson(text) : readCsv(text);
  if (!drafts.ok) return drafts;
  if (drafts.value.length > mostEntries) return fault('file',
    `holds ${drafts.value.length} entries; at most ${mostEntries} are read`);
  const faults: FileFault[] = [];
  const entries: FiledEntry[] = [];
  for (const { where, collection, ...rest } of drafts.value) {
    if (!isOwnCollection(collection)) {
      faults.push({ where,
        detail: `${collection.slice(0, 40) || 'nothing'} is no part of the catalogue` });
      continue;
    }
    // checked in the next line
    const entry =
      { ...rest, collection, name: rest.name === '' ? rest.entry : rest.name } as FiledEntry;
    const values = valuesOf(entry);
    const read = readCatalogEntry(catalog, values);
    if (!read.ok) faults.push({
      where, detail: `${entry.entry}: ${read.error.where} ${read.error.detail}`,
    });
    else if (values.figures.length > mostFigures)
      faults.push({ where,
        detail:
          `${entry.entry}: its figures and sources are longer than ${mostFigures} characters` });
    else entries.push(entry);
  }
  return faults.length > 0 ? refuse(faults) : ok(entries);
}
