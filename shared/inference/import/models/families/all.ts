import type { Families, FamilyReader } from '../family.ts';
import { decoder } from './decoder.ts';
import { earlyFamilies } from './early.ts';
import { gemmaFamilies } from './gemma.ts';
import { latentFamilies } from './latent.ts';
import { linearFamilies } from './linear.ts';
import { llamaFamilies } from './llama.ts';
import { mambaFamilies } from './mamba.ts';
import { mixtureFamilies } from './mixture.ts';

/** Every family whose class is known, by the type its configurations name. */
export const families: Families = {
  ...llamaFamilies, ...mixtureFamilies, ...latentFamilies, ...gemmaFamilies, ...linearFamilies,
  ...mambaFamilies, ...earlyFamilies,
};

/** The first known type among those a file names. */
export function findFamily(
  types: readonly string[],
): { readonly type: string; readonly read: FamilyReader } | null {
  for (const type of types) {
    const read = Object.hasOwn(families, type) ? families[type] : undefined;
    if (read !== undefined) return { type, read };
  }
  return null;
}

const plain = decoder();
/** Activations of blocks with a gate; others leave open how many matrices there are. */
const GATED = /^(?:|silu|swish|swiglu|gelu_pytorch_tanh)$/u;

/** What a file of an unknown type is read as where it has none but well-known keys. */
export const plainDecoder: FamilyReader = (keys, outer) => {
  if (keys.has('sliding_window') && !keys.has('layer_types'))
    keys.complain('not-understood', 'sliding_window');
  if (!GATED.test(keys.word('hidden_act'))) keys.complain('not-understood', 'hidden_act');
  return plain(keys, outer);
};
