import type { BodyMigration } from './plain.ts';
import { stateVersions } from './v4-kept-versions.ts';

/**
 * Every step that changed what records say, oldest first; its numbers are those of
 * `db/migrations`.
 */
export const bodyMigrations: readonly BodyMigration[] = [
  { to: 4, reason: 'States the catalogue and the defaults a project keeps',
    migrate: stateVersions },
];
