/**
 * Colours of charts. Each set keeps 3:1 against its surface for marks and 4.5:1 for
 * words, and neighbours stay apart under protanopia, deuteranopia and tritanopia;
 * `test/renderer/charts/palette.test.ts` computes both.
 */
export interface Palette {
  readonly name: 'light' | 'dark' | 'print';
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Series in order of use. */
  readonly series: readonly [string, string, string, string, string, string, string];
  readonly gain: string;
  readonly loss: string;
  /** Context that should recede: free memory, capacity behind use. */
  readonly quiet: string;
  /** Words on a mark in a series colour. */
  readonly onSeries: string;
}

const light: Palette = {
  name: 'light',
  surface: '#ffffff',
  text: '#1f2933',
  muted: '#586673',
  grid: '#e3e8ed',
  series: ['#1b5fa8', '#c2570c', '#0d7f6e', '#8e3b8b', '#5b6b7a', '#8a6d00', '#b3324a'],
  gain: '#1b5fa8',
  loss: '#c2570c',
  quiet: '#cfd7df',
  onSeries: '#ffffff',
};

const dark: Palette = {
  name: 'dark',
  surface: '#1a1f26',
  text: '#e8edf2',
  muted: '#a3b0bc',
  grid: '#323b46',
  series: ['#6fb1f2', '#f2985a', '#58dcae', '#d591dd', '#9fb0c0', '#dcbf45', '#f58ba0'],
  gain: '#6fb1f2',
  loss: '#f2985a',
  quiet: '#4a5663',
  onSeries: '#11161c',
};

export const palettes: Readonly<Record<Palette['name'], Palette>> = {
  light,
  dark,
  print: { ...light, name: 'print', grid: '#dde3e9' },
};

/** Colour of the n-th series; starts again after the last. */
export const seriesColour = (palette: Palette, index: number): string =>
  palette.series[index % palette.series.length] ?? palette.series[0];
