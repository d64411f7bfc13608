import { logGamma } from './gamma.ts';

const tiny = 1e-300;

/**
 * Logarithm of the beta function.
 * @example logBeta(2, 5) // -3.4011973817
 */
export const logBeta = (a: number, b: number): number =>
  logGamma(a) + logGamma(b) - logGamma(a + b);

const away = (x: number): number => (Math.abs(x) < tiny ? tiny : x);

/** Continued fraction of the incomplete beta function (Lentz's method). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    sum *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    sum *= step;
    if (Math.abs(step - 1) < 3e-16) break;
  }
  return sum;
}

/**
 * Regularised incomplete beta function: share of a beta(a, b) law below x.
 * @source DLMF 8.17.22
 * @example incompleteBeta(0.5, 2, 5) // 0.890625
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return shareBelow(x, a, b, logBeta(a, b));
}

function shareBelow(x: number, a: number, b: number, log: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - log);
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

/**
 * Value below which a share p of a beta(a, b) law lies: Newton's steps kept inside a bracket.
 * @example betaQuantile(0.890625, 2, 5) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const log = logBeta(a, b);
  let low = 0;
  let high = 1;
  const nearZero = Math.exp((Math.log(p) + Math.log(a) + log) / a);
  let x = Math.min(nearZero, a / (a + b));
  for (let step = 0; step < 200; step += 1) {
    if (!(x > low && x < high)) x = (low + high) / 2;
    const off = shareBelow(x, a, b, log) - p;
    if (off === 0) return x;
    if (off > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - log);
    const moved = off / density;
    // Halley's correction: the density's own slope
    const bend = moved * ((a - 1) / x - (b - 1) / (1 - x));
    const next = x - moved / (1 - 0.5 * Math.max(-1, Math.min(1, bend)));
    if (Math.abs(next - x) <= 1e-15 * x || high - low <= 4e-16 * high) return next;
    x = next;
  }
  return x;
}

/**
 * Value below which a share p of Student's t law lies.
 * @param freedom degrees of freedom, at least 1
 * @example studentQuantile(0.975, 9) // 2.2621571628
 */
export function studentQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  const x = betaQuantile(tail, freedom / 2, 0.5);
  const t = Math.sqrt((freedom * (1 - x)) / x);
  return p < 0.5 ? -t : t;
}

/**
 * Share of a binomial(n, p) count that is k or less.
 * @example binomialCdf(1, 10, 0.5) // 0.0107421875
 */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1);
}
