import type { Connection } from '../connect.ts';

export function addRuns(db: Connection): void {
  db.exec(`CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY,
    scenario_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    inputs_hash TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    samples BLOB NOT NULL
  ) STRICT`);
  db.exec('ALTER TABLE journal ADD COLUMN merge_key TEXT');
}
