/** Edits (insert, delete, replace one character) that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/**
 * Ids that hold the wanted text come first, the shortest of them foremost; else the
 * fewest edits.
 */
function distanceTo(candidate: string, wanted: string): number {
  if (wanted !== '' && candidate.includes(wanted))
    return 1 - wanted.length / (candidate.length + 1);
  return 1 + editDistance(wanted, candidate);
}

/**
 * The known id a mistyped one most resembles, ignoring case, `_`, `-` and blanks; null
 * when none is known.
 * @example findNearestId('GB300', ['dgx_b300', 'gb300_nvl72']) // 'gb300_nvl72'
 */
export function findNearestId(id: string, known: readonly string[]): string | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[_\-\s]/g, '');
  const wanted = plain(id);
  let best: { readonly id: string; readonly distance: number } | null = null;
  for (const candidate of known) {
    const distance = distanceTo(plain(candidate), wanted);
    if (best === null || distance < best.distance) best = { id: candidate, distance };
  }
  return best?.id ?? null;
}
