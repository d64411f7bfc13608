/** Places in SQLite's header and in a trunk page of its list of free pages. */
const pageSizeAt = 16;
const firstTrunkAt = 32;
const leavesAt = 8;

/**
 * Whether two images of a database hold the same: byte for byte, apart from pages that are
 * free. SQLite never reads those, and does not write one that a command changed before
 * freeing it, so that what a connection remembers of it is not what is on the disk.
 * @example holdSame(Buffer.from('a'), Buffer.from('b')) // false
 */
export function holdSame(a: Buffer, b: Buffer): boolean {
  if (a.equals(b)) return true;
  const bytes = pageSizeOf(a);
  if (a.length !== b.length || bytes === null) return false;
  const free = freePages(a, bytes);
  for (let at = 0, page = 1; at < a.length; at += bytes, page++) {
    if (!free.has(page) && !a.subarray(at, at + bytes).equals(b.subarray(at, at + bytes)))
      return false;
  }
  return true;
}

/** Null where there is no header; the largest size does not fit its two bytes and is 1. */
function pageSizeOf(image: Buffer): number | null {
  if (image.length < firstTrunkAt + 4) return null;
  const stored = image.readUInt16BE(pageSizeAt);
  const bytes = stored === 1 ? 65_536 : stored;
  return bytes >= 512 ? bytes : null;
}

/** Free pages that hold nothing; those that list the others hold the list, and count. */
function freePages(image: Buffer, pageBytes: number): ReadonlySet<number> {
  const free = new Set<number>();
  const seen = new Set<number>();
  let trunk = image.readUInt32BE(firstTrunkAt);
  while (trunk > 0 && trunk * pageBytes <= image.length && !seen.has(trunk)) {
    seen.add(trunk);
    const start = (trunk - 1) * pageBytes;
    const count = Math.min(image.readUInt32BE(start + 4), (pageBytes - leavesAt) / 4);
    for (let leaf = 0; leaf < count; leaf++)
      free.add(image.readUInt32BE(start + leavesAt + 4 * leaf));
    trunk = image.readUInt32BE(start);
  }
  return free;
}
