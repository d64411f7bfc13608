import Database from 'better-sqlite3';
import type { Connection } from './connect.ts';
import { createLayout, fileVersion } from './layout.ts';
import { migrate } from './migrations.ts';
import { firstLayout } from './migrations/v1-layout.ts';

interface StoredObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/**
 * What SQLite keeps for itself and may have put into a file that another tool has looked
 * after.
 */
const ownTables: ReadonlySet<string> = new Set([
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]);

/** SQL as written and SQL after ALTER TABLE differ in spacing only. */
const normalise = (sql: string | null): string =>
  (sql ?? '').replaceAll(/\s+/g, ' ').replaceAll(/ ?([(),]) ?/g, '$1');

/** Tables and indexes, as comparable text. Reading the list evaluates nothing of the file's. */
function listStored(db: Connection): readonly StoredObject[] {
  return db.prepare<[], StoredObject>('SELECT type, name, sql FROM sqlite_schema').all()
    .filter(({ type, name }) => type === 'table' || type === 'index' || isReserved(name))
    .filter((object) => !isSqlitesOwn(object))
    .map(({ type, name, sql }) => ({ type, name, sql: normalise(sql) }));
}

const isReserved = (name: string): boolean => /^sqlite_/i.test(name);

/**
 * An index that SQLite makes for a key has no SQL, and so no expression that could be
 * evaluated.
 */
const isSqlitesOwn = ({ type, name, sql }: StoredObject): boolean =>
  isReserved(name)
    && (type === 'index' ? sql === null : type === 'table' && ownTables.has(normalise(sql)));

const known = new Map<number, ReadonlyMap<string, string>>();

/** What a file of a version has to hold, by name. */
function releasedLayout(version: number): ReadonlyMap<string, string> {
  const found = known.get(version);
  if (found !== undefined) return found;
  const db = new Database(':memory:');
  try {
    if (version === fileVersion) createLayout(db);
    else buildOld(db, version);
    const layout = new Map(listStored(db).map(({ name, sql }) => [name, sql ?? '']));
    known.set(version, layout);
    return layout;
  } finally {
    db.close();
  }
}

function buildOld(db: Connection, version: number): void {
  for (const sql of firstLayout) db.exec(sql);
  migrate(db, 1, version);
}

/**
 * Names the first table or index that is not what files of `version` have, or null when
 * all agree. Asked before any statement that evaluates what a stranger may have written
 * into the schema: checks, generated columns, indexes on expressions.
 * @param version layout version from 1 to today's
 */
export function findLayoutDifference(db: Connection, version: number): string | null {
  const released = releasedLayout(version);
  const present = listStored(db);
  const names = new Set(present.map(({ name }) => name));
  const altered =
    present.find(({ name, sql }) => released.has(name) && released.get(name) !== sql)?.name
    ?? [...released.keys()].find((name) => !names.has(name));
  if (altered !== undefined) return `table or index ${altered} is missing or altered`;
  const foreign = present.find(({ name }) => !released.has(name));
  if (foreign !== undefined) return `unexpected table or index ${foreign.name.slice(0, 80)}`;
  return present.length === released.size ? null
    : 'a table or index stands in the schema twice';
}
