import type { FileProblem } from '../shared/backend.ts';
import type { ProjectDocument } from '../shared/project/record.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { maxJournalEntries } from './journal.ts';
import { openProject } from './open.ts';
import { toFileProblem } from './problem.ts';

/**
 * The largest document: a thousand scenarios of a hundred records fit twice. It is sent
 * to pages whole.
 */
export const maxDocumentBytes = 64 * 1024 * 1024;

const bytesOf = (document: ProjectDocument): number =>
  Object.values(document).reduce((sum, record) => sum + JSON.stringify(record).length, 0);

/**
 * Reads a stranger's project file as far as the application ever will, and leaves it as
 * it was. Meant for a process that can be ended: what the file asks for may take for
 * ever.
 * @returns null when it may be opened where people wait, or why not
 */
export function vetProject(path: string): Result<null, FileProblem> {
  const opened = openProject(path, { mode: 'read', backupPath: () => path });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    for (const list of [() => store.journal(maxJournalEntries), store.snapshots.list,
      store.attachments.list])
      tryOut(list);
    const bytes = bytesOf(store.document());
    return bytes <= maxDocumentBytes ? ok(null)
      : refuse({ code: 'too-large', path, bytes, maxBytes: maxDocumentBytes });
  } catch (error) {
    return refuse(toFileProblem(error, path));
  } finally {
    store.close();
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
