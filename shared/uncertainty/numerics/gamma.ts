const lanczos = [676.5203681218851, -1259.1392167224028, 771.3234287776531,
  -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
  1.5056327351493116e-7];

/**
 * Logarithm of the gamma function for x > 0.
 * @source Lanczos, SIAM J. Numer. Anal. 1 (1964), with g = 7 and nine terms
 * @example logGamma(5) // 3.1780538303
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = 0.9999999999998099;
  for (const [k, term] of lanczos.entries()) sum += term / (x + k);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Gamma function for x > 0.
 * @example gamma(0.5) // 1.7724538509
 */
export const gamma = (x: number): number => Math.exp(logGamma(x));

/**
 * Probability of k events where `mean` are expected (Poisson).
 * @example poissonShare(2, 0) // 0.1353352832
 */
export function poissonShare(mean: number, k: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  return Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
}
