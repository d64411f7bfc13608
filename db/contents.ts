import { createHash, type Hash } from 'node:crypto';
import type { Connection } from './connect.ts';

/**
 * SHA-256 of everything a file says, part by part: each table, the schema, what the
 * header says it is.
 */
export type ContentDigests = Readonly<Record<string, string>>;

/** The one row a signature cannot cover: the signature. */
export const sealKey = 'seal';

/** Keeps these digests from being taken for digests of anything else. */
const domain = 'AI Factory Planner contents 1';

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

/** What SQLite hands over of one cell, integers in full. */
type Cell = null | bigint | number | string | Buffer;

/** Type, length and bytes, so that no two rows read alike: 1, 1.0, '1' and x'31' all differ. */
function addCell(hash: Hash, cell: Cell): void {
  const [type, bytes] = encode(cell);
  hash.update(`${type}${bytes.length}:`).update(bytes);
}

function encode(cell: Cell): readonly [type: string, bytes: Buffer] {
  if (cell === null) return ['n', Buffer.alloc(0)];
  if (typeof cell === 'bigint') return ['i', Buffer.from(String(cell))];
  if (typeof cell === 'string') return ['t', Buffer.from(cell)];
  if (typeof cell !== 'number') return ['b', cell];
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(cell);
  return ['r', bytes];
}

function digestCells(cells: readonly Cell[]): string {
  const hash = createHash('sha256');
  for (const cell of cells) addCell(hash, cell);
  return hash.digest('hex');
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A package holds thousands; a stranger's file may not fill the memory. */
const mostRows = 500_000;

/** Rows in no order of their own: where SQLite keeps them is no content. */
function digestTable(db: Connection, name: string): string {
  const rows = db.prepare<[], Cell[]>(`SELECT * FROM ${quoted(name)}`).raw().safeIntegers();
  const columns = rows.columns().map((column) => column.name);
  const digests: string[] = [];
  for (const row of rows.iterate()) {
    if (name === 'meta' && row[columns.indexOf('key')] === sealKey) continue;
    if (digests.length === mostRows) return 'too many rows';
    digests.push(digestCells(row));
  }
  return digestCells([domain, name, ...columns, ...digests.toSorted()]);
}

/**
 * No column that is computed at every reading, no table that is a program, no comment
 * that could hide either.
 */
const isPlain = (sql: string | null): boolean =>
  sql !== null && /^\s*create\s+table\b/iu.test(sql)
    && !/\bas\s*\(|\bgenerated\b|\/\*|--/iu.test(sql);

/** Every object of the schema, read as data. */
const schemaOf = (db: Connection): readonly SchemaRow[] =>
  db.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all();

/**
 * Whether a table of that name is there that may be read without running anything of a
 * stranger's.
 */
export const hasPlainTable = (db: Connection, name: string): boolean =>
  schemaOf(db).some((row) => row.type === 'table' && row.name === name && isPlain(row.sql));

/**
 * Digests of all a file holds, whatever layout it has, the signature apart. Tables that
 * compute are named and not read. Free space between the rows is no content.
 */
export function digestContents(db: Connection): ContentDigests {
  const schema = schemaOf(db);
  const header =
    ['application_id', 'user_version'].map((name) => String(db.pragma(name, { simple: true })));
  const objects =
    schema.map(({ type, name, tbl_name: of, sql }) => digestCells([type, name, of, sql]));
  const tables =
    schema.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name, sql }) =>
      [`table ${name}`, isPlain(sql) ? digestTable(db, name) : 'not plain'] as const);
  return {
    header: digestCells([domain, ...header]),
    schema: digestCells([domain, ...objects.toSorted()]),
    ...Object.fromEntries(tables),
  };
}
