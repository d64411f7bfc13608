import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expiredBackups } from '../../db/backup.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { BackupFile } from '../../shared/backend.ts';
import { projectExtension, safeName } from './paths.ts';

/** Copies made before a migration are kept beside the others and do not expire. */
const beforeMigration = 'before-migration';

/** `2027-03-01T12-00-00-000Z r17 Name.aifp`: sorts by time, names what it holds, valid on every system. */
const pattern = /^(\d{4}-\d\d-\d\dT[\d-]+Z) [rv]\d+ (.+)\.aifp$/;

const stampOf = (nowMs: number): string => new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
const nameOf = (path: string): string => safeName(basename(path, projectExtension));

/** The project's own folder. Its id comes out of a file and is not to be trusted as a name. */
const folderOf = (root: string, projectId: string): string =>
  join(root, createHash('sha256').update(projectId).digest('hex').slice(0, 16));

/** Where the file as it was goes before its layout is changed; makes the folder. */
export function migrationBackupPath(root: string, path: string, fromVersion: number, nowMs: number): string {
  const folder = join(root, beforeMigration);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${stampOf(nowMs)} v${fromVersion} ${nameOf(path)}${projectExtension}`);
}

/**
 * Copies an open project to its backup folder unless this revision is there already, then lets old ones go.
 * @returns why it could not, null when all is well
 */
export function backUpProject(root: string, store: ProjectStore, nowMs: number): string | null {
  const folder = folderOf(root, store.projectId);
  const mark = `r${store.history().revision}`;
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).some((name) => name.split(' ')[1] === mark && pattern.test(name))) return null;
  const name = `${stampOf(nowMs)} ${mark} ${nameOf(store.path)}${projectExtension}`;
  const copied = store.copyTo(join(folder, name), null);
  if (!copied.ok) return copied.error.code;
  removeExpired(folder);
  return null;
}

function removeExpired(folder: string): void {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  const expired = new Set(expiredBackups(names.map((name) => name.split(' ')[0] ?? '')));
  for (const name of names) if (expired.has(name.split(' ')[0] ?? '')) rmSync(join(folder, name));
}

/** Every backup, newest first. */
export function listBackups(root: string): readonly BackupFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((name): BackupFile[] => {
    const [, stamp, projectName] = pattern.exec(basename(name)) ?? [];
    if (stamp === undefined || projectName === undefined) return [];
    const path = join(root, name);
    return [{ path, projectName, savedAt: timeOf(stamp), bytes: statSync(path).size }];
  }).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** @example timeOf('2027-03-01T12-00-00-000Z') // '2027-03-01T12:00:00.000Z' */
const timeOf = (stamp: string): string => stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z');
