import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultsAt, newestDefaults } from '../shared/project/defaults.ts';
import type { FieldValue } from '../shared/project/field.ts';
import { kindNames } from '../shared/project/kinds.ts';

/** Every default of one version by path, as it was shipped. */
export type DefaultsRecord = Readonly<Record<string, FieldValue>>;

const folder = join(import.meta.dirname, '../test/fixtures/defaults');

/** The file that keeps what a version's defaults were. */
export const recordPath = (version: string): string => join(folder, `v${version}.json`);

/** The defaults recorded of a version; none where nothing was. */
export function readRecord(version: string): DefaultsRecord {
  const path = recordPath(version);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as DefaultsRecord : {};
}

/** Every default of a version as the tables and the history give it. */
export function defaultsOfVersion(version: string): DefaultsRecord {
  const { fields } = defaultsAt({ defaultsVersion: version, newerDefaults: '' });
  return Object.fromEntries(kindNames.flatMap((kind) =>
    fields(kind).map((field) => [`${kind}.${field.key}`, field.default] as const)));
}

/** Adds fields that the newest version's record lacks. What is recorded is never changed. */
export function recordNewFields(): void {
  const { defaultsVersion } = newestDefaults();
  const record = { ...defaultsOfVersion(defaultsVersion), ...readRecord(defaultsVersion) };
  const sorted = Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(recordPath(defaultsVersion),
    `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
}
