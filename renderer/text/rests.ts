import type { AssumedInput } from '../../shared/plan/figures/rests-on.ts';

/** Inputs named in one line; the rest is counted. */
const mostNamed = 3;

const different = (labels: readonly string[]): readonly string[] => [...new Set(labels)];

/**
 * What the mark of a figure says: how many assumed inputs it rests on, and which are nearest.
 * @example describeAssumed([]) // ''
 */
export function describeAssumed(inputs: readonly AssumedInput[]): string {
  const named = different(inputs.map(({ label }) => label)).slice(0, mostNamed).join(', ');
  if (inputs.length === 0) return '';
  return inputs.length === 1 ? `Rests on an assumed input: ${named}.`
    : `Rests on ${inputs.length} assumed inputs, nearest: ${named}.`;
}

export const restsText = {
  show: 'Show them in the register',
};
