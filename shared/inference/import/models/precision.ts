import type { ModelSpec } from '../../../catalog/types.ts';
import { at, isNode, numberAt, textAt, type JsonNode } from '../json-node.ts';

/** Bits and kind of the weights of `compressed-tensors`, from its first group. */
function groupedWeights(quantization: JsonNode): string {
  const groups = at(quantization, 'config_groups');
  const first = isNode(groups) ? Object.values(groups)[0] : undefined;
  const bits = numberAt(first, 'weights', 'num_bits');
  if (bits === null) return 'compressed-tensors';
  const kind = textAt(first, 'weights', 'type');
  // Mixtures leave attention and shared experts out of it by name.
  const ignored = at(quantization, 'ignore');
  const experts = Array.isArray(ignored) && ignored.some((one) =>
    typeof one === 'string' && one.includes('self_attn')) ? ' experts' : '';
  return bits === 4 && kind === 'int' ? `int4${experts}` : bits === 4 ? 'fp4'
    : bits === 8 && kind === 'int' ? 'int8' : 'fp8';
}

/** AMD Quark names the type of its weights in a part of its own. */
function quarkWeights(quantization: JsonNode): string {
  const type = textAt(quantization, 'global_quant_config', 'weight',
    'dtype').toLowerCase();
  return /fp4/u.test(type) ? 'mxfp4' : /fp8/u.test(type) ? 'fp8'
    : /int4/u.test(type) ? 'int4' : /int8/u.test(type) ? 'int8' : 'quark';
}

function methodOf(quantization: JsonNode): string {
  const method = textAt(quantization, 'quant_method').toLowerCase();
  const algorithm = textAt(quantization, 'quant_algo').toLowerCase();
  if (/mxfp4/u.test(method)) return 'mxfp4 experts';
  if (method === 'compressed-tensors') return groupedWeights(quantization);
  if (/nvfp4|w4a4/u.test(algorithm)) return 'nvfp4';
  if (/fp8/u.test(algorithm)) return 'fp8';
  if (/w4a16/u.test(algorithm)) return 'int4';
  if (method === 'quark') return quarkWeights(quantization);
  if (/fp8/u.test(method)) return 'fp8';
  if (method === 'bitsandbytes')
    return at(quantization, 'load_in_4bit') === true ? 'int4'
      : at(quantization, 'load_in_8bit') === true ? 'int8' : method;
  const bits = numberAt(quantization, 'bits') ?? numberAt(quantization, 'w_bit') ?? 4;
  return /awq|gptq|auto-round/u.test(method) ? `int${bits}` : method;
}

/** Precision the weights are published in, where it is not that of their arithmetic. */
export function storedPrecision(
  core: JsonNode, outer: JsonNode | null,
): Pick<ModelSpec, 'nativePrecision'> {
  const found = [core, outer].flatMap((node) => ['quantization_config', 'compression_config']
    .map((key) => at(node, key))).find(isNode);
  const experts = textAt(core, 'expert_dtype') || textAt(outer, 'expert_dtype');
  const method = found === undefined ? '' : methodOf(found);
  const rest = method === 'fp8' ? ', fp8 attention' : '';
  if (experts === 'fp4') return { nativePrecision: `fp4 experts${rest}` };
  return method === '' ? {} : { nativePrecision: method };
}
