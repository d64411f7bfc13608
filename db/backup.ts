/** Backups of one project kept at most: three of the newest day, one of each day before, ten in all. */
const keepOfNewestDay = 3;
const keepInAll = 10;

/**
 * Which backups have had their time.
 * @param stamps ISO times (UTC), any order
 * @returns the stamps to delete
 * @example expiredBackups(['2027-01-02T10Z', '2027-01-01T09Z', '2027-01-01T08Z']) // ['2027-01-01T08Z']
 */
export function expiredBackups(stamps: readonly string[]): readonly string[] {
  const newestFirst = [...new Set(stamps)].toSorted().toReversed();
  const newestDay = newestFirst[0]?.slice(0, 10);
  const perDay = new Map<string, number>();
  let kept = 0;
  return newestFirst.filter((stamp) => {
    const day = stamp.slice(0, 10);
    const ofDay = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, ofDay);
    const keeps = ofDay <= (day === newestDay ? keepOfNewestDay : 1) && kept < keepInAll;
    if (keeps) kept += 1;
    return !keeps;
  });
}
