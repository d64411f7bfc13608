/**
 * Paths of every number that is not finite in a value, at most ten. A number of one's own
 * making may stand anywhere, in a list or behind a getter.
 * @example findNonFinite({ a: [1, Infinity] }) // ['a.1']
 */
export function findNonFinite(value: unknown): readonly string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const look = (part: unknown, path: string): void => {
    if (found.length >= 10) return;
    if (typeof part === 'number' && !Number.isFinite(part)) found.push(path);
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    for (const [key, inner] of Object.entries(part))
      look(inner, path === '' ? key : `${path}.${key}`);
  };
  look(value, '');
  return found;
}
