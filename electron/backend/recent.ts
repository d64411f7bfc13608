import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentFile } from '../../shared/backend.ts';
import { readJson, writeJson } from './json-file.ts';
import { projectExtension } from './paths.ts';

/** Enough to find last month's work; more is what folders are for. */
const maxRecent = 20;

const entry = z.object({
  path: z.string(), openedAt: z.string(),
  /** What the project was called when it was last seen; files of older hosts lack it. */
  name: z.string().optional(),
});
type Entry = z.infer<typeof entry>;

/**
 * Newest first. A file that is gone stays listed until it is forgotten: its drive may
 * only be unplugged.
 */
export function listRecent(file: string): readonly RecentFile[] {
  return stored(file).map(({ path, openedAt, name }) => ({
    path, name: name ?? basename(path, projectExtension), openedAt, exists: existsSync(path),
  }));
}

/** Puts a file first; without a name it goes by that of the file. */
export function rememberRecent(
  file: string, path: string, nowMs: number, name?: string,
): void {
  const others = stored(file).filter((e) => e.path !== path);
  const entered = { path, openedAt: new Date(nowMs).toISOString(),
    ...(name === undefined ? {} : { name }) };
  writeJson(file, [entered, ...others].slice(0, maxRecent));
}

/** Notes what a project is called now; one that is not listed stays so. */
export function renameRecent(file: string, path: string, name: string): void {
  const entries = stored(file);
  if (!entries.some((e) => e.path === path && e.name !== name)) return;
  writeJson(file, entries.map((e) => (e.path === path ? { ...e, name } : e)));
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
