const root2Pi = Math.sqrt(2 * Math.PI);

/**
 * Density of the standard normal law.
 * @example normalDensity(0) // 0.3989422804
 */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / root2Pi;

/**
 * Probability above z of the standard normal law; keeps its digits far out.
 * @source Hart, Computer Approximations (1968), 5666, as in West, Better Approximations to
 *   Cumulative Normal Functions, Wilmott (2005); beyond 7 the continued fraction of Laplace
 * @example normalUpper(3) // 0.001349898
 */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  if (!(z <= 38.5)) return z > 38.5 ? 0 : Number.NaN;
  const e = Math.exp(-0.5 * z * z);
  if (z < 7.07106781186547) {
    const top = ((((((3.52624965998911e-2 * z + 0.700383064443688) * z + 6.37396220353165) * z
      + 33.912866078383) * z + 112.079291497871) * z + 221.213596169931) * z
      + 220.206867912376);
    const under = (((((((8.83883476483184e-2 * z + 1.75566716318264) * z
      + 16.064177579207) * z + 86.7807322029461) * z + 296.564248779674) * z
      + 637.333633378831) * z + 793.826512519948) * z + 440.413735824752);
    return (e * top) / under;
  }
  let tail = z;
  for (let k = 30; k >= 1; k -= 1) tail = z + k / tail;
  return e / tail / root2Pi;
}

/**
 * Probability below z of the standard normal law.
 * @example normalCdf(1.96) // 0.9750021049
 */
export const normalCdf = (z: number): number => normalUpper(-z);

/** Wichura's quotient for the middle 85 %. */
function centre(r: number): number {
  const top =
    (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853)
    * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427)
    * r + 133.14166789178437745) * r + 3.387132872796366608);
  const under =
    (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) *
    r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
    + 42.313330701600911252) * r + 1);
  return top / under;
}

/** For tails down to about 1e-11. */
function near(r: number): number {
  const top =
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r +
    0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r
    + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734);
  const under =
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r +
    0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) *
    r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
  return top / under;
}

/** For tails beyond. */
function far(r: number): number {
  const top =
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
    0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123)
    * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772);
  const under =
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r +
    1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r +
    0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) *
    r + 1);
  return top / under;
}

/**
 * Value below which a share p of the standard normal law lies, to about 16 digits; infinite
 * at 0 and 1.
 * @source Wichura, Applied Statistics 37 (1988), algorithm AS 241 (PPND16)
 * @example normalQuantile(0.975) // 1.9599639845
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * centre(r);
  }
  return q < 0 ? -fromTail(p) : fromTail(1 - p);
}

/**
 * Value above which a share p of the standard normal law lies; p may be far below the spacing
 * of numbers near 1.
 * @example normalUpperQuantile(0.025) // 1.9599639845
 */
export const normalUpperQuantile = (p: number): number =>
  p > 0.075 ? -normalQuantile(p) : fromTail(p);

function fromTail(p: number): number {
  if (!(p > 0)) return p === 0 ? Infinity : Number.NaN;
  const r = Math.sqrt(-Math.log(p));
  return r <= 5 ? near(r - 1.6) : far(r - 5);
}
