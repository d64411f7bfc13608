/**
 * Tokens committed per step with `draft` drafted ones: `a = (1 - p^(draft+1)) / (1 - p)`.
 *
 * @param acceptance p, chance that a drafted token is accepted given the ones before it
 *   were, 0..1
 * @example committedTokens(3, 0.5) // 1.875
 */
export function committedTokens(draft: number, acceptance: number): number {
  return draft <= 0 ? 1 : (1 - acceptance ** (draft + 1)) / (1 - acceptance);
}
