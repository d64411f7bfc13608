import type { Catalog } from '../catalog/types.ts';
import { acceptanceOf } from './speculation.ts';

/** Tables of accepted lengths by model, longest name first: a thinking model drafts as one. */
const tables: readonly (readonly [model: string, table: string])[] = [
  ['deepseek-v4-pro', 'deepseek-v4-pro-thinking'], ['glm-5.2', 'glm-5.2'],
  ['kimi-k2.5', 'kimi-k2.5'], ['kimi-k3', 'kimi-k3'], ['minimax-m3', 'minimax-m3'],
  ['qwen3.5-397b-a17b', 'qwen3.5-397b'],
];

/** Draft counts the tables hold. */
const MOST_DRAFTS = 8;

/**
 * Tokens committed per step with 1, 2, 3 ... drafted ones, as measured for a model with its
 * own draft head on coding text; null where no table holds the model.
 * @example acceptedLengths('kimi-k3', builtInCatalog.constants)?.[2] // 2.87
 */
export function acceptedLengths(
  modelId: string, constants: Catalog['constants'],
): readonly number[] | null {
  const table = tables.find(([model]) => model === modelId)?.[1];
  if (table === undefined) return null;
  return Array.from({ length: MOST_DRAFTS }, (_, i) => i + 1)
    .flatMap((drafts) => constants[`accepted-${table}-${drafts}`]?.figure.value ?? []);
}

/**
 * Chance that a drafted token is accepted, given the ones before it were: the one stated, or
 * the one at which `draft` tokens give the length measured; null where neither says.
 * @param stated a chance, or tokens committed per step by number drafted
 * @example acceptanceFor(2, [1.5, 1.75])?.toFixed(2) // '0.50'
 */
export function acceptanceFor(
  draft: number, stated: number | readonly number[] | undefined,
): number | null {
  if (draft <= 0 || stated === undefined) return null;
  if (typeof stated === 'number') return stated;
  const length = stated[Math.min(draft, stated.length) - 1];
  return length === undefined ? null : acceptanceOf(Math.min(draft, stated.length), length);
}
