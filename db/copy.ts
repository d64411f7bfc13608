import { existsSync } from 'node:fs';
import type { FileProblem } from '../shared/backend.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import {
  connect, connectBytes, findDamage, lockExclusively, type Connection,
} from './connect.ts';
import { writeWhole } from './files.ts';
import { inspectEntry, maxFileBytes, readHeader } from './header.ts';
import { Refusal, toFileProblem } from './problem.ts';
import { writeMeta } from './records.ts';
import { readWhole } from './whole-copy.ts';

/**
 * Writes a compact, checked copy of an open project and puts it in place of `target` in
 * one step.
 * @param projectId identity of the copy; null keeps the original's, as a backup does
 */
export function copyDatabase(
  db: Connection, target: string, projectId: string | null,
): Result<null, FileProblem> {
  try {
    requireUnused(target);
    writeWhole(target, (temporary) => {
      db.prepare<[string]>('VACUUM INTO ?').run(temporary);
      finishCopy(temporary, projectId);
    });
    return ok(null);
  } catch (error) {
    return refuse(toFileProblem(error, target));
  }
}

/** Writes a checked copy of a file that is not open for writing, with nothing in it changed. */
export function copyFileOf(path: string, target: string): Result<null, FileProblem> {
  try {
    const { size } = inspectEntry(path, maxFileBytes);
    const db = connectBytes(readWhole(path, readHeader(path, Number(size))).bytes);
    try {
      return copyDatabase(db, target, null);
    } finally {
      db.close();
    }
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

/** A project open here or elsewhere must not be replaced under its user. */
function requireUnused(target: string): void {
  if (!existsSync(target)) return;
  const { size } = inspectEntry(target, Number.MAX_SAFE_INTEGER);
  if (!isProject(target, Number(size))) return;
  const present = connect(target, 'write');
  try {
    lockExclusively(present);
  } finally {
    present.close();
  }
}

/** Anything else may be replaced: whoever named it was asked. */
function isProject(path: string, bytes: number): boolean {
  try {
    return readHeader(path, bytes).fileVersion > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function finishCopy(path: string, projectId: string | null): void {
  const copy = connect(path, 'write');
  try {
    if (projectId !== null) writeMeta(copy, 'projectId', projectId);
    const damage = findDamage(copy, 'quick');
    if (damage !== null) throw new Refusal({ code: 'damaged', path, detail: damage });
  } finally {
    copy.close();
  }
}
