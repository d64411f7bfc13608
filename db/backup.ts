/** One backup of a project, as its name and its directory entry tell. */
export interface BackupEntry {
  /** ISO time (UTC) of the clock when it was written; the clock may have been wrong. */
  readonly stamp: string;
  /**
   * Rises with every backup of a project: the order in which they were written, whatever
   * the clock said.
   */
  readonly sequence: number;
  readonly bytes: number;
}

/** The latest, however close together. */
const keepLatest = 5;
/** Then the last of each hour and of each day, so that an older state can still be found. */
const keepHours = 12;
const keepDays = 14;
/** All backups of one project together, bytes; the two latest are kept even beyond. */
const keepBytes = 256 * 1024 * 1024;
const keepAnyway = 2;

/**
 * The later written first. Names of older versions have no sequence: there the clock is
 * all there is.
 */
export const byAge = (a: BackupEntry, b: BackupEntry): number =>
  b.sequence - a.sequence || (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : 0);

/**
 * Which backups of one project have had their time: beyond the latest 5, the last of 12
 * hours and of 14 days, and 256 MB in all. At most 31 stay. A clock that was set back or
 * forth spoils no order: that is the sequence's.
 * @param backups any order
 * @returns those to delete; never the two latest
 * @example expiredBackups([1, 2, 3, 4, 5, 6].map((sequence) => ({ stamp: '2027', sequence, bytes: 1 }))).length // 1
 */
export function expiredBackups<T extends BackupEntry>(backups: readonly T[]): readonly T[] {
  const hours = new Set<string>();
  const days = new Set<string>();
  let kept = 0;
  let bytes = 0;
  return backups.toSorted(byAge).filter((backup) => {
    const hour = backup.stamp.slice(0, 13);
    const day = backup.stamp.slice(0, 10);
    const wanted = kept < keepLatest || isNew(hours, hour, keepHours)
      || isNew(days, day, keepDays);
    const keeps = wanted && (kept < keepAnyway || bytes + backup.bytes <= keepBytes);
    hours.add(hour);
    days.add(day);
    if (!keeps) return true;
    kept += 1;
    bytes += backup.bytes;
    return false;
  });
}

const isNew = (seen: ReadonlySet<string>, name: string, most: number): boolean =>
  !seen.has(name) && seen.size < most;
