/**
 * Serving engines with constants of their own; every other name is served by the mean of
 * these.
 */
export const backends = ['trtllm', 'sglang', 'vllm', 'atom'] as const;
export type Backend = (typeof backends)[number] | 'other';

const spellings: readonly (readonly [RegExp, Backend])[] = [
  [/trt|tensorrt/, 'trtllm'], [/sglang/, 'sglang'], [/vllm/, 'vllm'], [/atom/, 'atom'],
];

/**
 * The engine behind a framework's name: orchestrators such as Dynamo run one of the known
 * engines.
 * @example backendOf('dynamo-trt') // 'trtllm'
 */
export function backendOf(framework: string): Backend {
  const name = framework.toLowerCase();
  return spellings.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
