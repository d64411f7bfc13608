/** What became of the faults of a room. */
export interface Tally {
  readonly room: string;
  readonly killed: number;
  /** Found because the tests do not end. */
  readonly endless: number;
  readonly survived: number;
  readonly equivalent: number;
}

/**
 * Share of the faults that change something which the tests find.
 * @example effectiveShare({ room: 'db', killed: 8, endless: 1, survived: 1, equivalent: 2 }) // 0.9
 */
export const effectiveShare = ({ killed, endless, survived }: Tally): number =>
  killed + endless + survived === 0 ? 1 : (killed + endless) / (killed + endless + survived);

/** The table printed at the end, one line a room. */
export function printTable(tallies: readonly Tally[]): string {
  const rows = tallies.map((tally) => [tally.room, tally.killed, tally.endless, tally.survived,
    tally.equivalent,
    `${(effectiveShare(tally) * 100).toFixed(0)} %`]);
  return [['room', 'killed', 'endless', 'survived', 'equivalent', 'found'], ...rows]
    .map((row) => row.map((cell, at) =>
      at === 0 ? String(cell).padEnd(12) : String(cell).padStart(10)).join(' '))
    .join('\n');
}
