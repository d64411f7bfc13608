/** Who made a model and sells it, and when its maker ended it. */
export interface Maker {
  /** Beginning of the ids of its models. */
  readonly family: string;
  /** Providers that are the maker itself. */
  readonly providers: readonly string[];
}

export const makers: readonly Maker[] = [
  { family: 'deepseek-', providers: ['deepseek'] },
  { family: 'kimi-', providers: ['moonshotai'] },
  { family: 'glm-', providers: ['zai', 'zhipuai'] },
  { family: 'minimax-', providers: ['minimax'] },
  { family: 'gpt-oss-', providers: ['openai'] },
  { family: 'qwen', providers: ['alibaba'] },
];

/**
 * Models their maker no longer sells under any name: what a host asked before that day
 * says nothing of what it asks since.
 */
export const endedModels: Readonly<Record<string, string>> = {
  'deepseek-r1': '2026-07-24', 'deepseek-v3.2': '2026-07-24',
};

/**
 * Providers that count as large, each with why: a price of theirs is one that much of the
 * market pays. Routers are none: they pass the prices of others on.
 */
export const largeProviders: Readonly<Record<string, { readonly name: string;
  readonly why: string }>> = {
  fireworks: { name: 'Fireworks AI', why: 'more than 10 T tokens a day (2026-05)' },
  together: { name: 'Together AI',
    why: '2 T tokens a day (2025-09), 1 B USD a year (2026-05)' },
  aws: { name: 'AWS Bedrock', why: 'hyperscale cloud' },
  azure: { name: 'Microsoft Foundry', why: 'hyperscale cloud: 100 T tokens in 2025 Q1' },
  google: { name: 'Google Vertex AI', why: 'hyperscale cloud: 19 B tokens a minute (2026-05)' },
  groq: { name: 'Groq', why: 'public list price, hardware of its own' },
  cerebras: { name: 'Cerebras', why: 'public list price, hardware of its own' },
};
