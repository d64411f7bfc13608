/**
 * A value made when it is first asked for, and kept.
 * @example const two = once(() => 1 + 1); two() // 2
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
