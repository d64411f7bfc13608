/** Reading of parsed JSON from a stranger: nothing is assumed of its shape. */
export type JsonNode = Readonly<Record<string, unknown>>;

export const isNode = (thing: unknown): thing is JsonNode =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** The value at a path of keys, undefined where it leads nowhere. */
export function at(node: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isNode(inner) ? inner[key] : undefined), node);
}

/** A finite number, also when written as text; null otherwise. */
export function numberAt(node: unknown, ...path: readonly string[]): number | null {
  const value = at(node, ...path);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function textAt(node: unknown, ...path: readonly string[]): string {
  const value = at(node, ...path);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** True for `true`, `"true"` and 1, as result files variously write it. */
export function flagAt(node: unknown, ...path: readonly string[]): boolean {
  const value = at(node, ...path);
  return value === true || value === 1
    || (typeof value === 'string' && /^(true|1|yes)$/i.test(value));
}
