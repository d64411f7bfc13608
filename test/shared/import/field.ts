import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file of test/fixtures/field. */
export const fieldFile = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../fixtures/field', name));

export const fieldText = (name: string): string => new TextDecoder().decode(fieldFile(name));
