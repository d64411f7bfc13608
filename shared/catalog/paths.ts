import { isSourced } from './lookup.ts';
import type { CatalogValue } from './changes/types.ts';

const isRecord = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/** Whether an item of a list is the one a step of a path names, by id or place. */
const isNamed = (item: unknown, at: number, key: string): boolean =>
  (isRecord(item) && item['id'] === key) || String(at) === key;

/**
 * A thing with what stands at a path replaced, or taken out; lists of entries are
 * addressed by id.
 */
export function replaceAt(
  thing: unknown, [key, ...rest]: readonly string[], value: unknown,
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(thing)) {
    const takesOut = rest.length === 0 && value === undefined;
    return thing.flatMap((each: unknown, at): readonly unknown[] =>
      (!isNamed(each, at, key) ? [each] : takesOut ? [] : [replaceAt(each, rest, value)]));
  }
  if (!isRecord(thing)) return thing;
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== key));
  }
  return { ...thing, [key]: replaceAt(thing[key], rest, value) };
}

/**
 * What stands at a path: a figure, a word or a number; null where there is none of them.
 * @example readAt({ systems: { a: { cooling: 'air' } } }, 'systems/a/cooling') // 'air'
 */
export function readAt(thing: unknown, path: string): CatalogValue | null {
  const found = path.split('/').reduce<unknown>((part, key) => {
    if (Array.isArray(part))
      return part.find((item: unknown, at) => isNamed(item, at, key));
    return isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined;
  }, thing);
  return typeof found === 'string' || typeof found === 'number' || isSourced(found) ? found : null;
}
