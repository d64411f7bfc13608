/** Million tokens an accelerator makes in an hour per token per second. */
const mtokPerHour = 3600 / 1e6;

/**
 * Cost per million tokens of an accelerator rented by the hour: rate / (tok/s * 0.0036) /
 * utilisation.
 * @param usdPerHour all-in rate per accelerator; tokPerSec of one accelerator, > 0;
 *   utilisation 0..1
 * @source InferenceX: cost per million tokens from hourly cost and throughput
 * @example costPerMtokFromHourly(1.95, 25319.6) // 0.02139...
 */
export function costPerMtokFromHourly(
  usdPerHour: number, tokPerSec: number, utilisation = 1,
): number {
  if (!(tokPerSec > 0 && utilisation > 0))
    throw new RangeError('throughput and utilisation must be above 0');
  return usdPerHour / (tokPerSec * mtokPerHour) / utilisation;
}

export interface AcceleratorMetrics {
  readonly usdPerMtok: number;
  readonly tokPerSecPerMw: number;
  readonly joulesPerToken: number;
}

/**
 * Cost, speed per megawatt and energy of an accelerator at a serving point.
 * @param kw power per accelerator at the utility, > 0
 * @example acceleratorMetrics(5789.6, 2.21, 2.1).usdPerMtok // 0.10603
 */
export function acceleratorMetrics(
  tokPerSec: number, usdPerHour: number, kw: number,
): AcceleratorMetrics {
  return {
    usdPerMtok: costPerMtokFromHourly(usdPerHour, tokPerSec),
    tokPerSecPerMw: (tokPerSec / kw) * 1000,
    joulesPerToken: (kw * 1000) / tokPerSec,
  };
}

/**
 * Cost per million tokens of a sum spent: over all tokens, and loaded on one kind.
 * @param usd spent; tokens counted one by one
 * @example costPerMtok(87072, 608e9, 168e9).total // 0.1122
 */
export function costPerMtok(usd: number, inputTokens: number, outputTokens: number) {
  const over = (tokens: number): number | null => (tokens > 0 ? usd / (tokens / 1e6) : null);
  return { total: over(inputTokens + outputTokens), output: over(outputTokens),
    input: over(inputTokens) };
}

/**
 * Cost of a fleet over some hours.
 * @example fleetCost(226.75, 8, 24, 2) // 87072
 */
export const fleetCost = (
  nodes: number, perNode: number, hours: number, usdPerHour: number,
): number =>
  nodes * perNode * hours * usdPerHour;

/**
 * Revenue of tokens at three prices per million; `inputTokens` counts cached ones too.
 * @example tokenRevenue(608e9, 342e9, 168e9, { hit: 0.14, miss: 0.55, output: 2.19 }) // 562100
 */
export function tokenRevenue(
  inputTokens: number, cachedTokens: number, outputTokens: number,
  price: { readonly hit: number; readonly miss: number; readonly output: number },
): number {
  return (cachedTokens * price.hit + (inputTokens - cachedTokens) * price.miss + outputTokens
    * price.output) / 1e6;
}

/**
 * Factor by which a price falls per year: (p0 / p1)^(1 / years).
 * @example annualDeclineFactor(60, 0.06, 3) // 10
 */
export const annualDeclineFactor = (p0: number, p1: number, years: number): number =>
  (p0 / p1) ** (1 / years);

/**
 * Revenue of some years at a price that falls by a factor each year, in years of revenue
 * at today's price, month by month with today's price in the first.
 * @example declineYears(3, 2) // 1.299
 */
export function declineYears(years: number, factorPerYear: number): number {
  let sum = 0;
  for (let month = 0; month < Math.round(years * 12); month++)
    sum += factorPerYear ** (-month / 12);
  return sum / 12;
}

