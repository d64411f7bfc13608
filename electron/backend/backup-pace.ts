/** Commands after which a version is kept, for a file of ordinary size. */
const everyWrites = 50;
/**
 * Larger files are copied less often: a copy of so many bytes takes about as long as so
 * many commands.
 */
const bytesPerStep = 8 * 1024 * 1024;
/** A change is in a backup after this long at the latest, milliseconds. */
const everyMs = 5 * 60_000;

/**
 * When a project that is being worked on is backed up; keeps time by a clock that only
 * goes forward.
 */
export interface BackupPace {
  readonly wrote: (atMs: number) => void;
  /**
   * Whether enough has been done, or what was done has waited long enough. `bytes` is the
   * size of the file.
   */
  readonly isDue: (atMs: number, bytes: number) => boolean;
  /** A backup was made, or tried. */
  readonly reset: () => void;
}

/**
 * The pace of one project: due after 50 commands (100 for a file of 8 MB, 150 for 16 MB,
 * ...) or 5 minutes after the first command that is in no backup.
 * @example createBackupPace().isDue(9e9, 0) // false
 */
export function createBackupPace(): BackupPace {
  let writes = 0;
  let firstAtMs = 0;
  return {
    wrote: (atMs) => {
      if (writes === 0) firstAtMs = atMs;
      writes += 1;
    },
    isDue: (atMs, bytes) => {
      const enough = everyWrites * (1 + Math.floor(bytes / bytesPerStep));
      return writes >= enough || (writes > 0 && atMs - firstAtMs >= everyMs);
    },
    reset: () => { writes = 0; },
  };
}
