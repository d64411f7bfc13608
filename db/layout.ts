import type { Connection } from './connect.ts';
import { kindViews } from './views.ts';

/** 'AIFP' in the SQLite header: tells the operating system and us whose file this is. */
export const applicationId = 0x41494650;

/**
 * 'AIFK': the same for a client-safe package; older versions leave it alone, not knowing
 * what it is.
 */
export const packageApplicationId = 0x4149464b;

/**
 * Layout this program writes (`user_version`). A file with a greater one is refused
 * untouched.
 */
export const fileVersion = 4;

const tables = [
  `CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE record (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    scenario_id TEXT,
    key TEXT NOT NULL,
    position REAL NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX record_identity ON record (kind, ifnull(scenario_id, ''), key)`,
  `CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    merge_key TEXT,
    author TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    step_s REAL NOT NULL,
    samples BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE snapshot (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    author TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY,
    scenario_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    inputs_hash TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    samples BLOB NOT NULL
  ) STRICT`,
] as const;

/** Lays out an empty database as a project of the current version. */
export function createLayout(db: Connection): void {
  for (const sql of tables) db.exec(sql);
  createViews(db);
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${fileVersion}`);
}

/** The views are made from the field tables, so they are renewed rather than migrated. */
export function createViews(db: Connection): void {
  for (const { sql } of kindViews) db.exec(sql);
}

/** One object of a database's schema. */
interface SchemaObject {
  readonly type: 'table' | 'index' | 'view' | 'trigger';
  readonly name: string;
  readonly sql: string | null;
}

function listObjects(db: Connection): readonly SchemaObject[] {
  return db.prepare<[], SchemaObject>('SELECT type, name, sql FROM sqlite_schema').all()
    .filter(({ name }) => !name.startsWith('sqlite_'));
}

const isStored = (o: SchemaObject): boolean => o.type === 'table' || o.type === 'index';

/**
 * Whether every view is ours as of today and no trigger exists: nothing of a stranger's
 * can run.
 */
export function hasOnlyOurViews(db: Connection): boolean {
  const active = listObjects(db).filter((o) => !isStored(o));
  const ours = new Map(kindViews.map((v) => [v.name, v.sql]));
  return active.length === ours.size
    && active.every((o) => o.type === 'view' && ours.get(o.name) === o.sql);
}

/** Removes every trigger and view, whoever made them. */
export function dropActiveObjects(db: Connection): void {
  const active = listObjects(db).filter((o) => !isStored(o));
  // A view's INSTEAD OF triggers go with it, hence IF EXISTS.
  for (const { type, name } of active) db.exec(`DROP ${type} IF EXISTS ${quoteName(name)}`);
}

const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
