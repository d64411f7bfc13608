/** Why a configuration was not taken. */
export interface ConfigProblem {
  readonly code: 'not-a-config' | 'missing-key' | 'bad-value' | 'not-understood'
    | 'no-context' | 'not-text' | 'not-generating';
  /** The key; several, separated by commas, where more than one is not understood. */
  readonly key: string;
  /** The model's type as the file states it, where it matters. */
  readonly family?: string;
}

/**
 * A problem in words.
 * @example explainConfig({ code: 'missing-key', key: 'vocab_size' }) // 'the key vocab_size is missing'
 */
export function explainConfig({ code, key, family = '' }: ConfigProblem): string {
  const of = family === '' ? 'the file names no model type'
    : `the model type ${family} is not known`;
  switch (code) {
    case 'not-a-config': return 'it is no JSON object with the keys of a configuration';
    case 'missing-key': return `the key ${key} is missing`;
    case 'bad-value': return `the key ${key} has a value that cannot be`;
    case 'no-context':
      return 'the file states no longest context: state it, as max_position_embeddings';
    case 'not-text': return `the model type ${family} is not one of text with a cache of keys and values`;
    case 'not-generating':
      return `${key} says that it answers at once, with scores, vectors or a whole text, and not token by token`;
    case 'not-understood':
      return family === 'known'
        ? `not understood, and each may change sizes: ${key}`
        : `${of}, and these keys say that it is more than a plain decoder: ${key}`;
  }
}
