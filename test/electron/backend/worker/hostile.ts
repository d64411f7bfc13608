import Database from 'better-sqlite3';
import { makeProject } from '../../../db/support.ts';

/**
 * An expression SQLite needs longer for than anybody waits, once per row, out of two
 * short words.
 */
const endless = `instr(zeroblob(20000000), zeroblob(10000000) || x'01')`;

/**
 * A sound project whose table of records has a further column or constraint that takes
 * for ever.
 */
function withRecordTable(change: (sql: string) => string): string {
  const path = makeProject();
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('writable_schema = ON');
  const { sql } = db
    .prepare<[], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = 'record'`)
    .get() ?? { sql: '' };
  db.prepare(`UPDATE sqlite_schema SET sql = ? WHERE name = 'record'`).run(change(sql));
  db.close();
  return path;
}

/** A stranger's CHECK that never ends. */
export const endlessCheck = (): string =>
  withRecordTable(
    (sql) => sql.replace('json_valid(body)', `json_valid(body) AND ${endless} = 0`),
  );

/** A stranger's generated column that never ends. */
export const endlessColumn = (): string =>
  withRecordTable((sql) => sql.replace('position REAL NOT NULL,',
    `position REAL NOT NULL, x INTEGER GENERATED ALWAYS AS (${endless}) VIRTUAL CHECK (x = 0),`));

/** A record whose text is so large that reading it takes all the memory there is. */
export function giantJson(megabytes: number): string {
  const path = makeProject();
  const db = new Database(path);
  // Nested lists cost many times their letters once they are parsed.
  const body = `[${'[],'.repeat((megabytes * 1024 * 1024) / 3)}[]]`;
  db.prepare(`UPDATE record SET body = ? WHERE kind = 'project'`).run(body);
  db.close();
  return path;
}

/** A sound project of so many records that looking at each takes seconds. */
export function crowded(): string {
  const path = makeProject();
  const db = new Database(path);
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
    INSERT INTO record SELECT 'r' || i, 'traffic', 'base', 'k' || i, i, '{"values":{}}' FROM n`);
  db.close();
  return path;
}
