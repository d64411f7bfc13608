/** Expected refusals are values; misuse throws. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(
  value: T,
): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <E>(
  error: E,
): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Ends an exhaustive switch and names the place where an impossible value arrived. */
export function unreachable(value: never, where: string): never {
  throw new Error(`${where}: unexpected ${JSON.stringify(value)}`);
}

/**
 * Stops NaN and Infinity where they arise.
 * @throws RangeError naming the quantity
 * @example finite(2, 'racks') // 2
 */
export function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${what} is ${value}`);
  return value;
}
