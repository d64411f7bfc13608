/**
 * Tables and indexes of the first layout as it was released. Frozen: what files of old
 * versions have to look like before anything of theirs is evaluated is made of these and
 * the steps.
 */
export const firstLayout: readonly string[] = [
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
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
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
    document TEXT NOT NULL CHECK (json_valid(document))
  ) STRICT`,
];
