import Database from 'better-sqlite3';
import type { Displacement, Told } from '../shared/backend.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import type { Connection } from './connect.ts';
import { makeRescueCopy } from './rescue.ts';
import type { PlaceState } from './held-file.ts';
import { holdSame } from './same-contents.ts';
import type { StoreProblem, StoreSource } from './store.ts';

/**
 * A file of up to so many bytes is compared with what the connection holds after every
 * command: another program may have written into it in the same moment. About a
 * millisecond; larger ones wait for a look between commands.
 */
const comparedAtOnce = 512 * 1024;
const comparedAtAll = 32 * 1024 * 1024;

/**
 * How closely a file is looked at: its entry and header, or every byte that was not
 * compared since it was written.
 */
export type Look = 'entry' | 'contents';

/**
 * Where an open project sits: its connection, which may have to move to a copy while work
 * goes on.
 */
export interface Seat {
  readonly at: () => StoreSource;
  /** Makes sure that the file is the one that was opened; see `ProjectStore.attend`. */
  readonly attend: (look: Look) => Result<Displacement | null, StoreProblem>;
  readonly displaced: () => Displacement | null;
  /**
   * Runs one transaction, in the copy if the file turns out to be gone; returns once it
   * is on the disk. The first answer after the file was gone says so, whoever noticed it.
   */
  readonly write: <T extends object>(
    run: (db: Connection) => T) => Result<Told<T>, StoreProblem>;
  readonly close: () => void;
}

export function createSeat(first: StoreSource): Seat {
  let source = first;
  let last: Displacement | null = null;
  let untold: Displacement | null = null;
  let isCompared = true;

  function moveTo(next: StoreSource): void {
    source.close();
    source = next;
  }

  /** The same bytes under another number, as a sync client leaves them, are one project. */
  function takeUpAgain(): boolean {
    const again = sameAgain(source);
    if (again !== null && again !== source) moveTo(again);
    return again !== null;
  }

  function wrote(): void {
    source.held?.remember();
    isCompared = sizeOf(source) > comparedAtAll;
  }

  function stateOf({ held, db }: StoreSource, look: Look): PlaceState {
    const state = !db.open || held === null ? 'same' : held.look();
    if (state !== 'same' || isCompared || look === 'entry') return state;
    isCompared = holdsOurBytes(source);
    return isCompared ? 'same' : 'suspect';
  }

  function attend(look: Look): Result<Displacement | null, StoreProblem> {
    const { db, path, rescueFolders, onDisplaced } = source;
    const state = stateOf(source, look);
    if (state === 'same' || (state === 'suspect' && takeUpAgain())) return ok(null);
    const code = state === 'suspect' ? 'replaced' : state;
    const copy = makeRescueCopy(db, path, rescueFolders);
    const next = copy === null ? null : source.reopen(copy);
    if (next === null) return refuse({ code, path });
    moveTo(next);
    isCompared = true;
    last = { code, original: path, path: next.path };
    untold = last;
    onDisplaced(last);
    return ok(last);
  }

  return {
    attend,
    at: () => source,
    write: (run) => {
      const written = writeAttended({ at: () => source, attend, wrote }, run);
      const displaced = untold;
      if (!written.ok || displaced === null) return written;
      untold = null;
      return ok({ ...written.value, displaced });
    },
    displaced: () => last,
    close: () => { if (source.db.open) source.close(); },
  };
}

const sizeOf = ({ held }: StoreSource): number => held?.bytes() ?? 0;

interface Attended extends Pick<Seat, 'at' | 'attend'> {
  /** The contents are our own again, and not yet compared with the file's. */
  readonly wrote: () => void;
}

/** Looks, writes, and looks again: acknowledged is what is in a file that is at its place. */
function writeAttended<T extends object>(
  { at, attend, wrote }: Attended, run: (db: Connection) => T,
): Result<T, StoreProblem> {
  const before = attend('entry');
  if (!before.ok) return before;
  let written = runTransaction(at(), run);
  if (written.ok) wrote();
  const after = attend(sizeOf(at()) <= comparedAtOnce ? 'contents' : 'entry');
  // Written, then gone, and no folder takes a copy: the connection has it, and the next
  // command is refused by name.
  if (!after.ok) return written.ok ? written : after;
  // Gone before it could be written: once more, in the copy.
  if (!written.ok && after.value !== null) written = runTransaction(at(), run);
  return written;
}

/**
 * The project at its path if that still holds the same bytes, by a new connection where
 * it is another file.
 */
function sameAgain(source: StoreSource): StoreSource | null {
  if (source.held === null || !holdsOurBytes(source)) return null;
  if (!source.held.isAtPlace()) return source.reopen(source.path);
  source.held.remember();
  return source;
}

/**
 * Whether the file at the path holds what the connection does. One that cannot be read
 * does not: a copy is safe.
 */
function holdsOurBytes({ held, db }: StoreSource): boolean {
  try {
    const ours = db.serialize();
    const present = held?.readPlace(ours.length) ?? null;
    return present !== null && holdSame(ours, present);
  } catch {
    return false;
  }
}

function runTransaction<T>(
  { db, path }: StoreSource, run: (db: Connection) => T,
): Result<T, StoreProblem> {
  try {
    return ok(db.transaction(() => run(db)).immediate());
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const { code } = error;
    if (code === 'SQLITE_FULL') return refuse({ code: 'disk-full', path });
    // The rollback journal lies beside the file: a folder that may not be written is a
    // read-only file.
    if (/^SQLITE_(READONLY|CANTOPEN)/.test(code)) return refuse({ code: 'read-only', path });
    if (/^SQLITE_(IOERR|CORRUPT)/.test(code))
      return refuse({ code: 'disk-error', path, detail: code });
    throw error;
  }
}
