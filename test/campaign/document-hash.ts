import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonical, type ProjectDocument } from '../../shared/project/record.ts';

/** The fingerprint of a document's records, whatever their order. */
export const hashOf = (document: ProjectDocument): string =>
  createHash('sha256')
    .update(Object.values(document).map(canonical).toSorted().join('\n'))
    .digest('hex')
    .slice(0, 16);

/** The fingerprint of a file's bytes. */
export const digestOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');
