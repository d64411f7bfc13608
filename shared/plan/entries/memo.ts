/**
 * Remembers the latest results of a pure stage by its inputs, so that an edit recomputes
 * only what it touches.
 */
export interface Memo<A, R> {
  readonly get: (key: A, compute: () => R) => R;
}

/**
 * A memo that holds at most `size` results and drops the oldest.
 * Keys are compared by value, as JSON: lists and records are built in one order, and one
 * of another order would only be computed again. The stage must be a pure function of its
 * key.
 */
export function createMemo<A, R>(size: number): Memo<A, R> {
  const held = new Map<string, R>();
  return {
    get: (key, compute) => {
      const id = JSON.stringify(key);
      const known = held.get(id);
      if (known !== undefined) return known;
      const result = compute();
      held.set(id, result);
      if (held.size > size) {
        const oldest = held.keys().next();
        if (oldest.done !== true) held.delete(oldest.value);
      }
      return result;
    },
  };
}
