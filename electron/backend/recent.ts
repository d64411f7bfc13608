import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentFile } from '../../shared/backend.ts';
import { readJson, writeJson } from './json-file.ts';
import { projectExtension } from './paths.ts';

/** Enough to find last month's work; more is what folders are for. */
const maxRecent = 20;

const entry = z.object({ path: z.string(), openedAt: z.string() });
type Entry = z.infer<typeof entry>;

/**
 * Newest first. A file that is gone stays listed until it is forgotten: its drive may
 * only be unplugged.
 */
export function listRecent(file: string): readonly RecentFile[] {
  return stored(file).map(({ path, openedAt }) =>
    ({ path, name: basename(path, projectExtension), openedAt, exists: existsSync(path) }));
}

export function rememberRecent(file: string, path: string, nowMs: number): void {
  const others = stored(file).filter((e) => e.path !== path);
  writeJson(file,
    [{ path, openedAt: new Date(nowMs).toISOString() }, ...others].slice(0, maxRecent));
}

export function forgetRecent(file: string, path: string): void {
  writeJson(file, stored(file).filter((e) => e.path !== path));
}

/** Entries that can be read; a spoilt one costs itself only. */
function stored(file: string): readonly Entry[] {
  const content = readJson(file);
  if (content.state !== 'read' || !Array.isArray(content.value)) return [];
  return content.value.flatMap((raw: unknown) => {
    const parsed = entry.safeParse(raw);
    return parsed.success ? [parsed.data] : [];
  });
}
