/**
 * Colour arithmetic for checking palettes: WCAG 2.2 contrast, CIE L*a*b* distance,
 * colour-vision deficiencies.
 */

type Rgb = readonly [number, number, number];
export type Deficiency = 'protanopia' | 'deuteranopia' | 'tritanopia';

/**
 * Machado, Oliveira, Fernandes 2009, table of simulation matrices at severity 1.0, on
 * linear RGB.
 */
const matrices: Readonly<Record<Deficiency, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

export function contrastRatio(a: string, b: string): number {
  const [low = 0, high = 0] =
    [luminance(linear(a)), luminance(linear(b))].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A colour as linear RGB, as a person with this sight sees it. */
export function seenWith(sight: Deficiency | 'full', hex: string): Rgb {
  const colour = linear(hex);
  if (sight === 'full') return colour;
  const [r, g, b] = matrices[sight];
  return [dot(r, colour), dot(g, colour), dot(b, colour)];
}

/** L*a*b* under D65 from linear sRGB (IEC 61966-2-1, CIE 15). */
function lab(colour: Rgb): Rgb {
  const clipped: Rgb = [Math.max(0, colour[0]), Math.max(0, colour[1]), Math.max(0, colour[2])];
  const f = (t: number): number =>
    (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], clipped) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], clipped));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], clipped) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance in L*a*b* (CIE76) of two linear RGB colours; 2.3 is barely noticeable. */
export function colourDistance(a: Rgb, b: Rgb): number {
  const [one, two] = [lab(a), lab(b)];
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}
