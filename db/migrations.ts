import { bodyMigrations } from '../shared/project/body-migrations/list.ts';
import type { Connection } from './connect.ts';
import { migrateRecordBodies } from './migrations/record-bodies.ts';
import { addRuns } from './migrations/v2-runs.ts';
import { addAuthors } from './migrations/v3-authors.ts';

/**
 * A step from the layout before to `to`. Steps see the old world only: they import
 * nothing of today's code, are never edited once released, and each has a file of its
 * starting version in test/fixtures/projects.
 */
export interface Migration {
  readonly to: number;
  readonly reason: string;
  readonly run: (db: Connection) => void;
}

/** Steps of the tables. */
const tableMigrations: readonly Migration[] = [
  { to: 2,
    reason: 'Stores results of long runs, and which steps of the journal are one drag',
    run: addRuns },
  { to: 3, reason: 'Names who made each step and version', run: addAuthors },
];

/** Every step, of tables and of what records say, in the order of the versions they make. */
export const migrations: readonly Migration[] = [
  ...tableMigrations,
  ...bodyMigrations.map(({ to, reason, migrate: step }): Migration =>
    ({ to, reason, run: (db) => { migrateRecordBodies(db, step); } })),
].toSorted((a, b) => a.to - b.to);

/** Runs every step above `from` and up to `to`, inside the caller's transaction. */
export function migrate(db: Connection, from: number, to = Number.MAX_SAFE_INTEGER): void {
  for (const step of migrations) {
    if (step.to <= from || step.to > to) continue;
    step.run(db);
    db.pragma(`user_version = ${step.to}`);
  }
}
