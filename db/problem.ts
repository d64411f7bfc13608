import Database from 'better-sqlite3';
import type { FileProblem } from '../shared/backend.ts';

/** A refusal on its way out of the opening sequence; never leaves `db/`. */
export class Refusal extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * The problem behind an error of SQLite or of the file system.
 * @throws the error itself when it is neither: a mistake of ours must not look like a
 *   damaged file
 */
export function toFileProblem(error: unknown, path: string): FileProblem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof Database.SqliteError) return fromSqlite(error.code, error.message, path);
  const code = errnoOf(error);
  const problem = code === null ? null : fromErrno(code, path);
  if (problem === null) throw error;
  return problem;
}

function fromSqlite(code: string, message: string, path: string): FileProblem {
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return { code: 'busy', path };
  if (code === 'SQLITE_FULL') return { code: 'disk-full', path };
  if (code.startsWith('SQLITE_READONLY')) return { code: 'read-only', path };
  if (/^SQLITE_(CANTOPEN|PERM|AUTH)/.test(code)) return { code: 'denied', path };
  // A read that ends early is a file that was cut off; other faults of the disk are not
  // the file's.
  if (code.startsWith('SQLITE_IOERR') && code !== 'SQLITE_IOERR_SHORT_READ') {
    return { code: 'disk-error', path, detail: code };
  }
  return { code: 'damaged', path, detail: message };
}

function fromErrno(code: string, path: string): FileProblem | null {
  switch (code) {
    case 'ENOENT': case 'ENOTDIR': return { code: 'missing', path };
    case 'EACCES': case 'EPERM': return { code: 'denied', path };
    case 'EROFS': return { code: 'read-only', path };
    case 'EEXIST': return { code: 'exists', path };
    case 'EISDIR': return { code: 'not-ours', path };
    case 'EBUSY': case 'ETXTBSY': return { code: 'busy', path };
    case 'ENOSPC': case 'EDQUOT': return { code: 'disk-full', path };
    case 'EIO': return { code: 'damaged', path, detail: 'the disk reports a read error' };
    case 'ENAMETOOLONG': return { code: 'name-too-long', path };
    case 'ELOOP': return { code: 'link-loop', path };
    // Codes of the file system are letters and digits; those of Node itself (ERR_...) are
    // mistakes of ours.
    default:
      return /^E[A-Z0-9]+$/.test(code) ? { code: 'disk-error', path, detail: code } : null;
  }
}

/**
 * The system's name of an error, null when it has none.
 * @example errnoOf(Object.assign(new Error('x'), { code: 'ENOENT' })) // 'ENOENT'
 */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error
    && typeof error.code === 'string' ? error.code : null;
}
