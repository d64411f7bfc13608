import type { Palette } from '../charts/palette.ts';

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

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
  share > 1 + 1e-9 ? palette.loss : mix(palette.surface, palette.series[0], faintest + (1 - faintest) * share);

/** Words that stay readable on a shade. */
export const onShade = (palette: Palette, share: number): string =>
  share > 0.55 ? palette.onSeries : palette.text;
