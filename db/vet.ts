import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileProblem } from '../shared/backend.ts';
import type { ProjectDocument } from '../shared/project/record.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { maxJournalEntries } from './journal.ts';
import { openProject } from './open.ts';
import { toFileProblem } from './problem.ts';

/** The largest document: a thousand scenarios of a hundred records fit twice. It is sent to pages whole. */
export const maxDocumentBytes = 64 * 1024 * 1024;

/** Copied together: after a crash SQLite needs the journal to make the file sound again. */
const companions = ['', '-journal', '-wal'];

const bytesOf = (document: ProjectDocument): number =>
  Object.values(document).reduce((sum, record) => sum + JSON.stringify(record).length, 0);

/**
 * Reads a stranger's project file as far as the application ever will, and leaves it as it was. Meant for a
 * process that can be ended: what the file asks for may take for ever.
 * @returns null when it may be opened where people wait, or why not
 */
export function vetProject(path: string): Result<null, FileProblem> {
  const read = readAll(path, path);
  if (read.ok || read.error.code !== 'read-only') return read;
  // Something beside the file has to be rolled back first, which is done to a copy.
  const folder = mkdtempSync(join(tmpdir(), 'aifp-vet-'));
  try {
    const copy = join(folder, basename(path));
    for (const end of companions) {
      if (existsSync(path + end)) copyFileSync(path + end, copy + end, constants.COPYFILE_FICLONE);
    }
    return readAll(copy, path);
  } catch (error) {
    return refuse(toFileProblem(error, path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What cannot be listed is told where it is listed; the rest of the project is sound. */
function tryOut(list: () => unknown): void {
  try {
    list();
  } catch {
    // Only how long it takes matters here.
  }
}

/** @param known the path people know the file by */
function readAll(path: string, known: string): Result<null, FileProblem> {
  const backupPath = (): string => join(tmpdir(), `aifp-vet-${process.pid}.aifp`);
  const opened = openProject(path, { mode: 'read', backupPath });
  if (!opened.ok) return refuse({ ...opened.error, path: known });
  const store = opened.value;
  try {
    for (const list of [() => store.journal(maxJournalEntries), store.snapshots.list, store.attachments.list]) tryOut(list);
    const bytes = bytesOf(store.document());
    return bytes <= maxDocumentBytes ? ok(null)
      : refuse({ code: 'too-large', path: known, bytes, maxBytes: maxDocumentBytes });
  } catch (error) {
    return refuse(toFileProblem(error, known));
  } finally {
    store.close();
  }
}
