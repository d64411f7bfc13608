const root2Pi = Math.sqrt(2 * Math.PI);
/** From here on the tail is computed by itself, so that it keeps its digits. */
const tailFrom = 4;

/**
 * Density of the standard normal law.
 * @example normalDensity(0) // 0.3989422804014327
 */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / root2Pi;

/** Mills ratio (1 - Phi(x)) / phi(x) by its continued fraction, from far to near. */
function millsRatio(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return 1 / fraction;
}

/**
 * Probability that a standard normal number is at most x. Power series (Marsaglia,
 * Journal of Statistical Software 11(4), 2004) and, beyond 4, the continued fraction of
 * Laplace; 1e-15 absolute, and in the lower tail 1e-13 relative.
 * @example normalBelow(0) // 0.5
 * @example normalBelow(-1.959963984540054) // 0.025
 */
export function normalBelow(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > tailFrom) return 1 - normalBelow(-x);
  if (x < -tailFrom) return x < -40 ? 0 : normalDensity(x) * millsRatio(-x);
  let [sum, term] = [x, x];
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** Polynomial by its coefficients from the highest power down. */
const power = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, c) => sum * x + c, 0);

/** Wichura, Applied Statistics 37 (1988): PPND16 of AS 241, highest power first. */
const middleTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
  13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const middleBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
  5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
];
const nearTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const nearBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457,
  0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const farTop = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784,
  0.026532189526576124, 0.29656057182850487, 1.7848265399172913, 5.463784911164114,
  6.657904643501103,
];
const farBottom = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5,
  0.0007868691311456133, 0.014875361290850615, 0.1369298809227358, 0.599832206555888,
  1,
];

/**
 * The standard normal number below which a share p of the law lies (Wichura 1988, AS 241;
 * 1e-15 relative).
 * @throws RangeError where p is not between 0 and 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a probability must lie between 0 and 1');
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * power(middleTop, r)) / power(middleBottom, r);
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size = tail <= 5
    ? power(nearTop, tail - 1.6) / power(nearBottom, tail - 1.6)
    : power(farTop, tail - 5) / power(farBottom, tail - 5);
  return q < 0 ? -size : size;
}
