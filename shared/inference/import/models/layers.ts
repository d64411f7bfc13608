import type { Keys } from './keys.ts';
import type { Sizes } from './sizes.ts';

export type Kind = 'full' | 'window' | 'chunk' | 'linear' | 'mamba' | 'convolution';

/** Words of `layer_types` in the classes known here. */
const kinds: Readonly<Record<string, Kind>> = {
  full_attention: 'full', attention: 'full', global_attention: 'full', global: 'full', full: 'full',
  deepseek_sparse_attention: 'full', minimax_m3_sparse: 'full', sparse_attention: 'full',
  sliding_attention: 'window', sliding_window: 'window', sliding: 'window', local: 'window',
  local_attention: 'window', sliding_window_attention: 'window', swa: 'window',
  chunked_attention: 'chunk', linear_attention: 'linear', mamba: 'mamba', mamba2: 'mamba',
  conv: 'convolution',
};

/**
 * A list with one entry a layer; those of extra prediction layers behind them are left off.
 * Any other length is refused.
 */
export function layerList(
  keys: Keys, name: string, { layers, mtpLayers }: Pick<Sizes, 'layers' | 'mtpLayers'>,
): readonly unknown[] | null {
  const list = keys.list(name);
  if (list === null) return null;
  if (list.length !== layers && list.length !== layers + mtpLayers)
    keys.complain('bad-value', name);
  return list.slice(0, layers);
}

/** One number a layer, from a list or from one number for all. */
export function perLayer(
  keys: Keys, names: string | readonly string[], sizes: Pick<Sizes, 'layers' | 'mtpLayers'>,
  otherwise?: number,
): readonly number[] {
  const all = typeof names === 'string' ? [names] : names;
  const listed = all.find((name) => Array.isArray(keys.peek(name)));
  if (listed === undefined) {
    const one = keys.size(all, otherwise, otherwise !== undefined);
    return Array.from({ length: sizes.layers }, () => one);
  }
  keys.pass(...all);
  const list = layerList(keys, listed, sizes) ?? [];
  return list.map((value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    keys.complain('bad-value', listed);
    return 1;
  });
}

/** Kinds from `layer_types`, or null where there is no such list. */
export function listedKinds(
  keys: Keys, sizes: Pick<Sizes, 'layers' | 'mtpLayers'>, name = 'layer_types',
): readonly Kind[] | null {
  const list = layerList(keys, name, sizes);
  return list === null ? null : list.map((word) => {
    const kind = typeof word === 'string' && Object.hasOwn(kinds, word) ? kinds[word] : undefined;
    if (kind === undefined) keys.complain('bad-value', name);
    return kind ?? 'full';
  });
}

/** How layers with a window stand between full ones where the file has no list. */
export type WindowRule =
  /** Every layer, once a window is stated. */
  | 'all'
  /** Those from `max_window_layers` on, and only with `use_sliding_window`. */
  | 'late'
  /** All but every n-th; the number may stand under a key. */
  | { readonly fullEvery: number; readonly keys?: readonly string[] }
  /** Every other layer, beginning with the first. */
  | 'even' | 'none';

const alternate = (layers: number, isFull: (layer: number) => boolean): readonly Kind[] =>
  Array.from({ length: layers }, (_, i) => (isFull(i) ? 'full' : 'window'));

function byRule(keys: Keys, layers: number, rule: WindowRule): readonly Kind[] {
  if (rule === 'all') return alternate(layers, () => false);
  if (rule === 'none') return alternate(layers, () => true);
  if (rule === 'even') return alternate(layers, (i) => i % 2 === 1);
  if (rule === 'late') {
    const from = keys.count('max_window_layers', layers);
    return alternate(layers, (i) => i < from);
  }
  const stated = (rule.keys ?? []).filter((key) => keys.has(key))
    .map((key) => [key, patternPeriod(keys, key)] as const);
  const [, every = rule.fullEvery] = stated[0] ?? [];
  const differing = stated.find(([, period]) => period !== every);
  if (differing !== undefined) keys.complain('bad-value', differing[0]);
  return alternate(layers, (i) => (i + 1) % every === 0);
}

/** A period as a number, or as letters: `LLLG` is four. */
function patternPeriod(keys: Keys, key: string): number {
  const value = keys.peek(key);
  if (typeof value !== 'string') return keys.size(key, 1);
  keys.pass(key);
  if (/^L+G$/u.test(value)) return value.length;
  keys.complain('bad-value', key);
  return 1;
}

/** Kinds of the layers and the window of those that have one. */
export function readWindows(
  keys: Keys, sizes: Sizes, rule: WindowRule, otherwise = 0,
): { readonly kinds: readonly Kind[]; readonly window: number } {
  const isOn = keys.flag('use_sliding_window', rule !== 'late');
  if (keys.peek('sliding_window_size') === keys.peek('sliding_window'))
    keys.pass('sliding_window_size');
  const window = keys.peek('sliding_window') === null ? 0
    : keys.size('sliding_window', otherwise, otherwise === 0 || !isOn);
  const listed = listedKinds(keys, sizes);
  const ruled = byRule(keys, sizes.layers, rule);
  if (rule === 'none' && window > 0 && listed === null)
    keys.note('sliding_window is stated, but its class does not use it');
  keys.pass('max_window_layers');
  if (listed !== null) return checkWindows(keys, listed, window);
  if (window === 0 || !isOn) return { kinds: alternate(sizes.layers, () => true), window: 0 };
  if (window >= sizes.context) {
    keys.note(`the window of ${window} holds the whole context, so every layer counts as full`);
    return { kinds: alternate(sizes.layers, () => true), window: 0 };
  }
  return { kinds: ruled, window };
}

function checkWindows(keys: Keys, kinds: readonly Kind[], window: number) {
  if (kinds.includes('window') && window === 0) keys.complain('missing-key', 'sliding_window');
  return { kinds, window };
}
