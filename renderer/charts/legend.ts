import type { GraphicComponentOption } from 'echarts/components';
import { fontFamily, type Look } from './look.ts';

/** What a colour of the marks stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly faint?: boolean;
}

/** Height of a legend above the plot, px. */
export const legendHeight = ({ fontPx }: Look): number => fontPx * 1.9;

/** A row of swatches with their meaning, above the plot; part of the picture wherever it goes. */
export function legendRow(
  entries: readonly LegendEntry[], look: Look, place: { readonly top: number },
): GraphicComponentOption {
  const { fontPx, palette } = look;
  const swatch = Math.round(fontPx * 0.8);
  let x = 0;
  const children = entries.flatMap(({ label, colour, faint = false }) => {
    const at = x;
    x += swatch + 6 + label.length * fontPx * 0.54 + 18;
    return [
      { type: 'rect' as const, shape: { x: at, y: 1, width: swatch, height: swatch, r: 2 },
        style: { fill: colour, opacity: faint ? 0.3 : 1 } },
      { type: 'text' as const, x: at + swatch + 6, y: 0,
        style: { text: label, fill: palette.muted, fontSize: fontPx, fontFamily } },
    ];
  });
  return { elements: [{ type: 'group', right: 8, top: place.top, silent: true, children }] };
}
