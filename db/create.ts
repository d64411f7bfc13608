import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { FileProblem } from '../shared/backend.ts';
import type { ProjectRecord } from '../shared/project/record.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { putAttachment, type Attachment } from './attachments.ts';
import { checkRecordAlone, checkRecordsTogether } from './check-document.ts';
import type { Connection } from './connect.ts';
import { digestContents, sealKey, type ContentDigests } from './contents.ts';
import { writeWhole } from './files.ts';
import { createLayout, fileVersion, packageApplicationId } from './layout.ts';
import { Refusal, toFileProblem } from './problem.ts';
import { writeMeta, writeRecords } from './records.ts';
import { createStore, type ProjectStore } from './store.ts';

/** What a client-safe package says of itself, and who vouches for it. */
export interface NewPackage {
  readonly about: string;
  /** Signs digests of everything else in the file; the answer is stored as it is. */
  readonly seal: (digests: ContentDigests) => string;
}

/** What a new file starts with. */
export interface NewProject {
  readonly records: readonly ProjectRecord[];
  readonly projectId: string;
  readonly appVersion: string;
  readonly nowMs: number;
  /** Pictures the records refer to. */
  readonly attachments?: readonly Attachment[];
  /** Makes a client-safe package of it, read-only for ever. */
  readonly package?: NewPackage;
}

/**
 * Makes a project file that appears complete or not at all.
 * @throws Error when the records themselves are unsound: templates are ours
 */
export function createProject(path: string, project: NewProject): Result<null, FileProblem> {
  requireSound(project.records);
  try {
    if (existsSync(path)) throw new Refusal({ code: 'exists', path });
    writeWhole(path, (temporary) => {
      const db = new Database(temporary);
      try {
        db.transaction(() => fill(db, project)).immediate();
      } finally {
        db.close();
      }
    });
    return ok(null);
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

/**
 * A project without a file, read-only and gone when closed: what the command line prints
 * from a template.
 */
export function createDetached(name: string, project: NewProject): ProjectStore {
  requireSound(project.records);
  const db = new Database(':memory:');
  db.transaction(() => fill(db, project))();
  const document = Object.fromEntries(project.records.map((r) => [r.id, r]));
  const about = { path: name, readOnly: true, fileVersion, migrated: null, held: null,
    rescueFolders: [] };
  const alone = { onDisplaced: () => undefined, reopen: () => null,
    close: () => { db.close(); } };
  return createStore({ ...about, ...alone, db, document });
}

function fill(db: Connection, project: NewProject): void {
  createLayout(db);
  writeRecords(db, project.records);
  writeMeta(db, 'projectId', project.projectId);
  writeMeta(db, 'revision', '0');
  writeMeta(db, 'createdAt', new Date(project.nowMs).toISOString());
  writeMeta(db, 'createdWith', project.appVersion);
  for (const attachment of project.attachments ?? []) putAttachment(db, attachment);
  if (project.package !== undefined) markAsPackage(db, project.package);
}

function markAsPackage(db: Connection, { about, seal }: NewPackage): void {
  writeMeta(db, 'package', about);
  db.pragma(`application_id = ${packageApplicationId}`);
  writeMeta(db, sealKey, seal(digestContents(db)));
}

function requireSound(records: readonly ProjectRecord[]): void {
  const document = Object.fromEntries(records.map((r) => [r.id, r]));
  const fault = records.map(checkRecordAlone).find((f) => f !== null)
    ?? checkRecordsTogether(document);
  if (fault !== null) throw new Error(`record ${fault.id}: ${fault.detail}`);
  if (Object.keys(document).length !== records.length)
    throw new Error('two records with one id');
}
