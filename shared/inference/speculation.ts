/**
 * Chance that a drafted token is accepted, given the ones before it were: fits the acceptance lengths
 * published for MTP and EAGLE drafts of open models (1.79-1.93 tokens per step at one draft token).
 */
const ACCEPTANCE = 0.82;

/**
 * Tokens committed per step with `draft` drafted ones: `a = (1 - p^(draft+1)) / (1 - p)`.
 * @example committedTokens(0) // 1
 */
export function committedTokens(draft: number): number {
  return draft <= 0 ? 1 : (1 - ACCEPTANCE ** (draft + 1)) / (1 - ACCEPTANCE);
}
