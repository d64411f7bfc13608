import type { Palette } from '../charts/palette.ts';

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour between two, `share` of the way. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const at = Math.min(1, Math.max(0, share));
  return `#${a.map((x, i) => Math.round(x + ((b[i] ?? x) - x) * at).toString(16).padStart(2, '0')).join('')}`;
}

/** Least share of full colour, so that a small value is still told from nothing. */
const faintest = 0.12;

/** Colour of a share of a limit: deeper with the share, another hue above the limit. */
export const shadeOf = (palette: Palette, share: number): string =>
  share > 1 + 1e-9 ? palette.loss
    : mix(palette.surface, palette.series[0], faintest + (1 - faintest) * share);

/** Relative luminance after WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex)
    .map((x) => (x / 255 <= 0.04045 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours after WCAG 2, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Words on a fill: those of the theme or those for marks, whichever stand out more. */
export const wordsOn = (palette: Palette, fill: string): string =>
  contrastOf(palette.text, fill) >= contrastOf(palette.onSeries, fill) ? palette.text
    : palette.onSeries;
