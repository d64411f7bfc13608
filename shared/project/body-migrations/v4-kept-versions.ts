import type { PlainDocument } from './plain.ts';
import { mapRecords } from './steps.ts';

/** What every project was computed with before it said so. */
const keptBefore = { catalogVersion: '2026.11.1', defaultsVersion: '1' } as const;

/**
 * Projects state the versions of the catalogue and of the defaults they keep.
 * @example stateVersions({}) // {}
 */
export const stateVersions = (document: PlainDocument): PlainDocument =>
  mapRecords(document, (record) => (record.kind !== 'project' ? record
    : { ...record,
      body: { ...record.body, values: { ...keptBefore, ...record.body.values } } }));
