const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a chart takes over whole: its length says nothing of the parts a chart consists of. */
const whole: ReadonlySet<string> = new Set(['data', 'customValues']);

/**
 * Whether two options have the same parts with the same settings given, so that one can be laid
 * over the other without leaving anything of it behind. Values may differ.
 * @example sameShape({ yAxis: { min: 0 } }, { yAxis: { min: 5 } }) // true
 * @example sameShape({ yAxis: { min: 0 } }, { yAxis: {} }) // false
 */
export function sameShape(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => sameShape(each, b[i]));
  if (!isPlain(a) || !isPlain(b)) return typeof a === typeof b;
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return own.length === other.length && own.every((key) => Object.hasOwn(b, key)
    && (key === 'type' ? a[key] === b[key] : whole.has(key) || sameShape(a[key], b[key])));
}
