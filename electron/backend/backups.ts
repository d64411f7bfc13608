import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byAge, expiredBackups, type BackupEntry } from '../../db/backup.ts';
import { listEntries } from '../../db/files.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { BackupFile } from '../../shared/backend.ts';
import { canonical } from '../../shared/project/record.ts';
import { projectExtension, safeName } from './paths.ts';

/** Copies made before a migration are kept beside the others and do not expire. */
const beforeMigration = 'before-migration';

/**
 * `2027-03-01T12-00-00-000Z r17 s4-0a1b2c3d Name.aifp`: says when, which revision, the
 * how-manieth backup of the project and a mark of its contents; valid on every system.
 * Earlier versions wrote no sequence and mark.
 */
const pattern = /^(\d{4}-\d\d-\d\dT[\d-]+Z) [rv]\d+ (?:s(\d+)-([0-9a-f]{8}) )?(.+)\.aifp$/;

/** A backup as its name and directory entry tell. */
interface Backup extends BackupEntry {
  readonly path: string;
  readonly mark: string;
  readonly projectName: string;
}

const stampOf = (nowMs: number): string =>
  new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
const nameOf = (path: string): string => safeName(basename(path, projectExtension));

/**
 * The name of the project that a backup was made of, null when the name is not one that
 * we give.
 * @example backedUpName('2027-03-01T12-00-00-000Z r17 s4-0a1b2c3d Lake.aifp') // 'Lake'
 */
export const backedUpName = (fileName: string): string
  | null => pattern.exec(fileName)?.[4] ?? null;

/** The project's own folder. Its id comes out of a file and is not to be trusted as a name. */
const folderOf = (root: string, projectId: string): string =>
  join(root, createHash('sha256').update(projectId).digest('hex').slice(0, 16));

/**
 * Tells states of a project apart that have the same revision: a file may have been put
 * back and gone on from.
 */
function markOf(store: ProjectStore): string {
  const beside = [store.history(), store.snapshots.list(),
    store.attachments.list().map(({ id }) => id)];
  return createHash('sha256').update(canonical([store.document(), beside])).digest('hex')
    .slice(0, 8);
}

/** Where the file as it was goes before its layout is changed; makes the folder. */
export function migrationBackupPath(
  root: string, path: string, fromVersion: number, nowMs: number,
): string {
  const folder = join(root, beforeMigration);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${stampOf(nowMs)} v${fromVersion} ${nameOf(path)}${projectExtension}`);
}

/**
 * Copies an open project to its backup folder unless the latest there holds the same,
 * then lets old ones go.
 * @param nowMs milliseconds since 1970; only names what is written, the order is the sequence's
 * @returns why it could not, null when all is well
 */
export function backUpProject(root: string, store: ProjectStore, nowMs: number): string | null {
  const folder = folderOf(root, store.projectId);
  mkdirSync(folder, { recursive: true });
  const latest = readBackups(folder).toSorted(byAge)[0];
  const mark = markOf(store);
  if (latest?.mark === mark) return null;
  const order = `r${store.history().revision} s${(latest?.sequence ?? 0) + 1}-${mark}`;
  const copied = store.copyTo(
    join(folder, `${stampOf(nowMs)} ${order} ${nameOf(store.path)}${projectExtension}`),
    null,
  );
  if (!copied.ok) return copied.error.code;
  for (const { path } of expiredBackups(readBackups(folder))) rmSync(path, { force: true });
  return null;
}

/** Backups in one folder. One that another process has just let go is none. */
function readBackups(folder: string): readonly Backup[] {
  return listEntries(folder).flatMap(({ name }): Backup[] => {
    const [, stamp, sequence, mark, projectName] = pattern.exec(name) ?? [];
    const path = join(folder, name);
    const entry = stamp === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    if (stamp === undefined || projectName === undefined || entry?.isFile() !== true) return [];
    return [{ path, stamp, sequence: Number(sequence ?? 0), mark: mark ?? '', projectName,
      bytes: entry.size }];
  });
}

/**
 * The folders below the backups' own: one for each project, and one for what was migrated.
 * @example backupFolders('/none') // []
 */
export const backupFolders = (root: string): readonly string[] =>
  listEntries(root).filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));

/**
 * Every backup, newest first.
 * @example listBackups('/none') // []
 */
export function listBackups(root: string): readonly BackupFile[] {
  return backupFolders(root).flatMap((folder) => readBackups(folder))
    .toSorted((a, b) =>
      (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : b.sequence - a.sequence))
    .map(({ path, projectName, stamp, bytes }) => ({
      path, projectName, savedAt: timeOf(stamp), bytes,
    }));
}

/** @example timeOf('2027-03-01T12-00-00-000Z') // '2027-03-01T12:00:00.000Z' */
const timeOf = (stamp: string): string =>
  stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z');
