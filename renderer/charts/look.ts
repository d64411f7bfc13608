import type { Print } from '../../shared/units/print.ts';
import type { Palette } from './palette.ts';
import type { ChartOption } from './picture.ts';

/** How a picture is drawn: colours and type size. Print draws on paper of a known width. */
export interface Look {
  readonly palette: Palette;
  readonly fontPx: number;
  /** Currency and digits; dollars and English digits when left out. */
  readonly print?: Print;
}

export const fontFamily = 'Inter, "Inter Variable", system-ui, sans-serif';

/** Options every chart starts from. Charts carry no title: figure captions do. */
export function baseOption({ palette, fontPx }: Look): ChartOption {
  return {
    animation: false, // an instrument shows the new value, not the way there
    textStyle: { fontFamily, fontSize: fontPx, color: palette.text },
    color: [...palette.series],
    backgroundColor: 'transparent',
  };
}

/** Small words of an axis. */
export const axisText = ({ palette, fontPx }: Look) =>
  ({ color: palette.muted, fontSize: fontPx, fontFamily }) as const;

/** Words written at a mark. */
export const labelText = ({ palette, fontPx }: Look, color: string = palette.text) =>
  ({ color, fontSize: fontPx, lineHeight: fontPx * 1.3, fontFamily,
    textBorderWidth: 0 }) as const;

/** Words written within a plot: a rim of the ground keeps lines from running through them. */
export const haloText = (look: Look, color: string = look.palette.text) =>
  ({ ...labelText(look, color), textBorderColor: look.palette.surface,
    textBorderWidth: 3 }) as const;

/** Box of a tooltip in the theme's colours, kept inside the window. */
export function tooltipBox({ palette, fontPx }: Look) {
  return {
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.grid,
    textStyle: { color: palette.text, fontSize: fontPx, fontFamily },
    extraCssText: 'font-variant-numeric: tabular-nums;',
  } as const;
}

/** Text for an HTML tooltip: names come from people and may hold markup. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
