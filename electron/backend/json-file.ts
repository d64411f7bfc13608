import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../../db/files.ts';

/** What a small settings file holds; 'damaged' when it is there and is not JSON. */
export type JsonContent =
  | { readonly state: 'absent' | 'damaged' }
  | { readonly state: 'read'; readonly value: unknown };

export function readJson(path: string): JsonContent {
  try {
    return { state: 'read', value: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return { state: existsSync(path) ? 'damaged' : 'absent' };
  }
}

/**
 * Replaces a settings file in one step, durably. One that could not be read is set aside first:
 * somebody may have edited it by hand and will want it back.
 */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  if (readJson(path).state === 'damaged') renameSync(path, `${path}.damaged`);
  writeWhole(path,
    (temporary) => { writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`); });
}
