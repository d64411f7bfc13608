/**
 * A record whose entries are made when they are first asked for, and whose keys are
 * listed when somebody lists them.
 * @param list all keys, in order
 * @param make the entry of a key, or undefined where there is none
 * @example Object.keys(createLateRecord(() => ['a'], (key) => (key === 'a' ? 1 : undefined))) // ['a']
 */
export function createLateRecord<T>(
  list: () => readonly string[], make: (key: string) => T | undefined,
): Readonly<Record<string, T>> {
  const made = new Map<string, T | undefined>();
  const entry = (key: string): T | undefined => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
  const target: Record<string, T> = {};
  return new Proxy(target, {
    get: (_target, key) => (typeof key === 'string' ? entry(key) : undefined),
    has: (_target, key) => typeof key === 'string' && entry(key) !== undefined,
    ownKeys: () => [...list()],
    getOwnPropertyDescriptor: (_target, key) => {
      const value = typeof key === 'string' ? entry(key) : undefined;
      return value === undefined ? undefined
        : { value, enumerable: true, configurable: true, writable: false };
    },
    set: () => false,
    deleteProperty: () => false,
    defineProperty: () => false,
  });
}
