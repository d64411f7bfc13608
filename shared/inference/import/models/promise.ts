import type { ModelSpec } from '../../../catalog/types.ts';

/** Parameters a name states, in billions. */
export interface NamePromise {
  readonly totalB: number | null;
  readonly activeB: number | null;
}

const scale: Readonly<Record<string, number>> = { m: 1e-3, b: 1, t: 1e3 };
const billions = (digits: string | undefined, unit: string | undefined): number =>
  Number(digits) * (scale[(unit ?? 'b').toLowerCase()] ?? 1);

/**
 * What a model's name promises: `70B`, `30B-A3B`, and of `17B-16E` the active part.
 * @example promiseOf('Qwen3-30B-A3B') // { totalB: 30, activeB: 3 }
 */
export function promiseOf(name: string): NamePromise {
  const active = /(?:^|[-_ ])a(\d+(?:\.\d+)?)([bmt])(?![a-z0-9])/iu.exec(name);
  // `1B-7B` of a mixture: the active part, then all of it.
  const pair = /(?:^|[-_ ])(\d+(?:\.\d+)?)([bm])-(\d+(?:\.\d+)?)([bm])(?![a-z0-9])/iu.exec(name);
  if (pair !== null)
    return { activeB: billions(pair[1], pair[2]), totalB: billions(pair[3], pair[4]) };
  const perExpert = /(\d+(?:\.\d+)?)([bmt])[-_]\d+e(?![a-z0-9])/iu.exec(name);
  const product = /\d+x\d+(?:\.\d+)?[bmt]/iu.test(name);
  const total = /(?:^|[-_ .])(\d+(?:\.\d+)?)([bmt])(?![a-z0-9])/iu.exec(name);
  if (perExpert !== null)
    return { totalB: null, activeB: billions(perExpert[1], perExpert[2]) };
  return {
    totalB: total === null || product ? null : billions(total[1], total[2]),
    activeB: active === null ? null : billions(active[1], active[2]),
  };
}

/** How far counts may lie from a name, which rounds and may count embeddings otherwise. */
const totalWithin = 0.15;
const activeWithin = 0.25;

export interface PromiseCheck extends NamePromise {
  readonly agrees: boolean;
}

/** A name's promise held against what was read; null where the name states none. */
export function checkPromise(
  name: string, { paramsTotal, paramsActive }: Pick<ModelSpec, 'paramsTotal' | 'paramsActive'>,
): PromiseCheck | null {
  const { totalB, activeB } = promiseOf(name);
  if (totalB === null && activeB === null) return null;
  const near = (read: number, said: number | null, within: number): boolean =>
    said === null || Math.abs(read / 1e9 / said - 1) <= within;
  return { totalB, activeB, agrees: near(paramsTotal, totalB, totalWithin)
    && near(paramsActive, activeB, activeWithin) };
}
