import type { ScenarioInputs } from '../project/resolve.ts';
import type { Brand } from './types.ts';

/** Contrast that words need against paper (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green and blue of `#rrggbb`, each 0..255; null for anything else. */
function parseColour(text: string): Rgb | null {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** Share of light of one channel, linear (sRGB, IEC 61966-2-1). */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * Contrast of a colour against white, 1 (white) to 21 (black): 1.05 / (L + 0.05).
 * @source Web Content Accessibility Guidelines 2.2, relative luminance
 * @example contrastOnWhite([0, 0, 0]) // 21
 */
export const contrastOnWhite = ([red, green, blue]: Rgb): number =>
  1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05);

const writeColour = (rgb: Rgb): string =>
  `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

export interface TextColour {
  readonly colour: string;
  /** Whether the colour had to be darkened to be read on white. */
  readonly darkened: boolean;
}

/**
 * A colour fit for words on white: itself, or darkened evenly until its contrast is 4.5.
 * @param colour `#rrggbb`
 * @returns null when it is no colour
 * @example textColour('#1b4f8a') // { colour: '#1b4f8a', darkened: false }
 */
export function textColour(colour: string): TextColour | null {
  const rgb = parseColour(colour);
  if (rgb === null) return null;
  let [share, dark] = [1, rgb];
  while (contrastOnWhite(dark) < leastContrast) {
    share -= 0.01;
    dark = [Math.floor(rgb[0] * share), Math.floor(rgb[1] * share), Math.floor(rgb[2] * share)];
  }
  return { colour: writeColour(dark), darkened: dark !== rgb };
}

/** The brand of a project's reports. */
export function brandOf({ report: { values } }: Pick<ScenarioInputs, 'report'>): Brand {
  const { brandColour, logo, confidentiality, disclaimer } = values;
  return { colour: textColour(brandColour)?.colour ?? null, logo, confidentiality,
    disclaimer: disclaimer.trim() };
}
