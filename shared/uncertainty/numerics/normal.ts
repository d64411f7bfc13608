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
    (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087)
    * r + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513)
    * r + 133.14166789178438) * r + 3.3871328727963665);
  const under =
    (((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) *
    r + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r
    + 42.31333070160091) * r + 1);
  return top / under;
}

/** For tails down to about 1e-11. */
function near(r: number): number {
  const top =
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r +
    0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) * r
    + 5.769497221460691) * r + 4.630337846156546) * r + 1.4234371107496835);
  const under =
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r +
    0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851) *
    r + 1.6763848301838038) * r + 2.053191626637759) * r + 1);
  return top / under;
}

/** For tails beyond. */
function far(r: number): number {
  const top =
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r +
    0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487)
    * r + 1.7848265399172913) * r + 5.463784911164114) * r + 6.657904643501103);
  const under =
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r +
    1.8463183175100548e-5) * r + 0.0007868691311456133) * r +
    0.014875361290850615) * r + 0.1369298809227358) * r + 0.599832206555888) *
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
