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

/**
 * Chance that a drafted token is accepted, given tokens committed per step.
 * @param committed 1..draft+1
 * @example acceptanceOf(3, 1.875).toFixed(3) // '0.500'
 */
export function acceptanceOf(draft: number, committed: number): number {
  let [low, high] = [0, 0.9999];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (committedTokens(draft, middle) < committed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
