import Database from 'better-sqlite3';

export type Connection = Database.Database;

/**
 * Long enough for another process to finish a commit or a check, short enough not to
 * freeze a window.
 */
const busyWaitMs = 400;

/**
 * Pages of an open project that stay in memory, KiB. They are those the check at opening
 * has read: all of a file of up to this size, so that it can still be copied when another
 * program cuts it off or its drive is gone.
 */
const keptPagesKib = 256 * 1024;

/**
 * Opens an existing SQLite file with nothing trusted and every default stated.
 * @throws SqliteError when the file cannot be opened
 */
export function connect(path: string, mode: 'read' | 'write'): Connection {
  const readonly = mode === 'read';
  const db = harden(new Database(path, { fileMustExist: true, readonly, timeout: busyWaitMs }));
  if (!readonly) db.pragma(`cache_size = -${keptPagesKib}`);
  return db;
}

/** A project held in memory: the bytes of a file that must not be written. */
export const connectBytes = (bytes: Buffer): Connection => harden(new Database(bytes));

/**
 * Settings that change nothing in the file. Functions with side effects are out of the
 * schema's reach.
 */
function harden(db: Connection): Connection {
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Settings for writing: one file, every commit on the disk before it is acknowledged.
 * `maxBytes` bounds growth; beyond it SQLite answers as for a full disk.
 */
export function prepareWriting(db: Connection, maxBytes: number): void {
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = FULL');
  // Elsewhere the same; on macOS a plain sync leaves the data in the drive's own memory.
  db.pragma('fullfsync = ON');
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  db.pragma(`max_page_count = ${Math.floor(maxBytes / pageSize)}`);
}

/**
 * Shuts out every other process, readers included, until the connection closes.
 * The exclusive mode alone would still let readers in before our first write.
 */
export function lockExclusively(db: Connection): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('BEGIN EXCLUSIVE; COMMIT');
}

/** First complaint of SQLite's own check, or null when the file is sound. */
export function findDamage(db: Connection, depth: 'quick' | 'full'): string | null {
  const check = depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)';
  const answer = String(db.pragma(check, { simple: true }));
  return answer === 'ok' ? null : answer.slice(0, 300);
}
