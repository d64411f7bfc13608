import type { Catalog, Precision } from '../catalog/types.ts';

/**
 * Spellings of benchmark tables, tried in order on the name in lower case without vendor
 * or spaces.
 */
const accelerators: readonly (readonly [RegExp, string])[] = [
  [/^gb300/, 'gb300'], [/^gb200/, 'gb200'], [/^b300/, 'b300_sxm'], [/^b200/, 'b200_sxm'],
  [/^h200/, 'h200_sxm'], [/^h100/, 'h100_sxm'], [/^h20$|^h20sxm/, 'h20_sxm'],
  [/^(vr200|rubincpx|mi300x|mi325x|mi350x|mi355x|mi455x|gaudi3)/, '$1'],
  [/^(verarubin|vr)/, 'vr200'], [/^tpu(v7|7x)|^ironwood/, 'tpu7x'],
  [/^(tpuv6e|v6e|trillium)/, 'tpu_v6e'], [/^(tpuv5p|v5p)/, 'tpu_v5p'],
  [/^(tpuv5e|v5e)/, 'tpu_v5e'], [/^(trainium|trn)2/, 'trn2'],
  [/^(trainium|trn)3/, 'trn3'],
];

/**
 * PCIe cards and other variants differ in bandwidth and links: their results must not stand for
 * the SXM part.
 */
const VARIANTS = /nvl$|pcie/;

/**
 * The catalogue id behind an accelerator's name in a benchmark table, or null.
 * @example acceleratorIdOf('GB200-NVL72', builtInCatalog) // 'gb200'
 */
export function acceleratorIdOf(name: string, catalog: Catalog): string | null {
  if (Object.hasOwn(catalog.accelerators, name)) return name;
  const short = name.toLowerCase().replace(/nvidia|amd|instinct|google|aws|intel|[\s_-]/g, '');
  const own = Object.keys(catalog.accelerators).find((id) => id.replaceAll('_', '') === short);
  if (own !== undefined) return own;
  if (VARIANTS.test(short)) return null;
  const known = accelerators.find(([pattern]) => pattern.test(short));
  if (known === undefined) return null;
  const id = known[1] === '$1'
    ? (known[0].exec(short)?.[1] ?? '').replace('rubincpx', 'rubin_cpx')
    : known[1];
  return Object.hasOwn(catalog.accelerators, id) ? id : null;
}

/**
 * Models whose blocks are those of a catalogue entry under another name or a later
 * training.
 */
const sameBlocks: readonly (readonly [RegExp, string])[] = [
  [/^deepseek-(v3\.2|v3-2)/, 'deepseek-v3.2'],
  [/^(deepseek-)?(v3|r1)(\.1)?(-(?!\d+(\.\d+)?b\b)|$)|^dsr1/, 'deepseek-r1'],
  [/^dsv?4-?flash/, 'deepseek-v4-flash'], [/^dsv?4(-?pro|$)/, 'deepseek-v4-pro'],
  [/^(meta-)?llama-?3\.[13]-70b/, 'llama-3.1-70b'],
  [/^(meta-)?llama-?3\.1-(8b|405b)/, 'llama-3.1-$2'],
  [/^(meta-)?llama-?3-(8b|70b)/, 'llama-3.1-$2'], [/^llama-?2-70b/, 'llama-2-70b'],
  [/^llama-?4-maverick/, 'llama-4-maverick'], [/^llama-?4-scout/, 'llama-4-scout'],
  [/^kimi-?k2\.[567]/, 'kimi-k2.5'], [/^kimi-?k2/, 'kimi-k2'], [/^kimi-?k3/, 'kimi-k3'],
  [/^glm-?5\.2/, 'glm-5.2'], [/^glm-?5(\.1)?(-|$)/, 'glm-5'],
  [/^glm-4\.[567]-air(?!x)/, 'glm-4.5-air'], [/^glm-4\.[567](?!-(flash|airx|x)|v)/, 'glm-4.5'],
  [/^minimax-?m2\.7/, 'minimax-m2.7'], [/^minimax-?m2/, 'minimax-m2.5'],
  [/^minimax-?m3/, 'minimax-m3'], [/^qwen-?3\.5-122b/, 'qwen3.5-122b-a10b'],
  [/^qwen-?3\.5(-397b|$)/, 'qwen3.5-397b-a17b'], [/^qwen-?3-235b/, 'qwen3-235b-a22b'],
  [/^qwen-?3-30b/, 'qwen3-30b-a3b'], [/^qwen-?3-coder-480b/, 'qwen3-coder-480b-a35b'],
  [/^gpt-?oss-?(20b|120b)/, 'gpt-oss-$1'],
];

/**
 * Smaller models trained on the answers of a larger one have the blocks of the model they
 * started from, which their names give last.
 */
const distilled: readonly (readonly [RegExp, string | null])[] = [
  [/distill-llama-70b/, 'llama-3.1-70b'], [/distill-llama-8b/, 'llama-3.1-8b'],
  [/r1-0528-qwen-?3-8b/, 'qwen3-8b'], [/distill-(qwen-?3-(8b|32b))/, 'qwen3-$2'],
  [/distill|r1-0528-qwen/, null],
];

/** Whether a name is an id with a variant behind it; `glm-5.3` is no variant of `glm-5`. */
const isVariantOf = (name: string, id: string): boolean =>
  name.startsWith(id) && /^([-:@]|$)/.test(name.slice(id.length));

/** Blocks that have an entry under their id, with groups of the name filled in. */
function lookUp(
  table: readonly (readonly [RegExp, string | null])[], name: string, catalog: Catalog,
): { readonly isNamed: boolean; readonly id: string | null } {
  for (const [pattern, target] of table) {
    const match = pattern.exec(name);
    if (match === null) continue;
    if (target === null) return { isNamed: true, id: null };
    const id = target.replace(/\$(\d)/, (_, group: string) => match[Number(group)] ?? '');
    if (Object.hasOwn(catalog.models, id)) return { isNamed: true, id };
  }
  return { isNamed: false, id: null };
}

/**
 * The catalogue id behind a model's name or checkpoint, or null.
 * @example modelIdOf('nvidia/DeepSeek-R1-0528-FP4-V2', builtInCatalog) // 'deepseek-r1'
 */
export function modelIdOf(name: string, catalog: Catalog): string | null {
  if (Object.hasOwn(catalog.models, name)) return name;
  const short = name.toLowerCase().replace(/^.*\//, '').replace(/[\s_]+/g, '-')
    .replace(/^nvidia-/, '');
  if (Object.hasOwn(catalog.models, short)) return short;
  const smaller = lookUp(distilled, short, catalog);
  if (smaller.isNamed) return smaller.id;
  const known = lookUp(sameBlocks, short, catalog);
  if (known.id !== null) return known.id;
  const prefixes = Object.keys(catalog.models).filter((id) => isVariantOf(short, id));
  return prefixes.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The precision a table means by its word for it, or null. */
export function precisionOf(word: string): Precision | null {
  const short = word.toLowerCase();
  if (/int4|w4a16|w4a8|gptq|awq/.test(short)) return 'int4';
  if (/fp4|f4|w4/.test(short)) return 'fp4';
  if (/fp8|f8|int8|w8/.test(short)) return 'fp8';
  return /bf16|fp16|float16|half/.test(short) ? 'bf16' : null;
}
