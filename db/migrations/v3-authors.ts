import type { Connection } from '../connect.ts';

export function addAuthors(db: Connection): void {
  db.exec("ALTER TABLE journal ADD COLUMN author TEXT NOT NULL DEFAULT ''");
  db.exec("ALTER TABLE snapshot ADD COLUMN author TEXT NOT NULL DEFAULT ''");
}
