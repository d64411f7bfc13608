import type { Outcome } from './cross-validation.ts';
import { isServing } from './max-load.ts';

const SIZE = 640;
const MARGIN = 56;
/** Decades of output tokens per second and accelerator the measurements span. */
const DECADES: readonly [number, number] = [0, 5];

const place = (value: number): number =>
  MARGIN + ((Math.log10(value) - DECADES[0]) / (DECADES[1] - DECADES[0])) * (SIZE - 2 * MARGIN);
const x = (value: number): string => place(value).toFixed(1);
const y = (value: number): string => (SIZE - place(value)).toFixed(1);

function line(factor: number, dash: string): string {
  const [low, high] = [10 ** DECADES[0], 10 ** DECADES[1]];
  return `<line x1="${x(low)}" y1="${y(low * factor)}" x2="${x(high / factor)}" y2="${y(high)}" `
    + `stroke="#777" stroke-dasharray="${dash}"/>`;
}

function ticks(): string {
  return Array.from({ length: DECADES[1] - DECADES[0] + 1 }, (_, i) => {
    const value = 10 ** (DECADES[0] + i);
    return `<text x="${x(value)}" y="${SIZE - MARGIN + 18}" text-anchor="middle">${value}</text>`
      + `<text x="${MARGIN - 8}" y="${y(value)}" text-anchor="end">${value}</text>`;
  }).join('');
}

const colourOf = ({ sample }: Outcome): string =>
  !isServing(sample) ? '#8a6d3b' : sample.point.mode === 'agg' ? '#1f6feb' : '#c2410c';

/** Predicted against measured throughput on log axes, as SVG; dashed lines mark +-30 %. */
export function drawScatter(outcomes: readonly Outcome[]): string {
  const dots = outcomes.map((outcome) => {
    const measured = outcome.sample.point.outputTokPerSecPerAccelerator;
    const predicted = measured * outcome.throughputRatio;
    return `<circle cx="${x(measured)}" cy="${y(predicted)}" r="2" fill="${colourOf(outcome)}" `
      + 'fill-opacity="0.45"/>';
  });
  const label = (at: number, text: string, colour: string): string =>
    `<text x="${MARGIN + 12}" y="${MARGIN + at}" fill="${colour}">${text}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" `
      + 'font-size="12">',
    `<rect width="${SIZE}" height="${SIZE}" fill="white"/>`,
    '<title>Predicted against measured output tokens per second and accelerator</title>',
    line(1, ''), line(1.3, '4 4'),
    `<g transform="matrix(0 -1 -1 0 ${SIZE} ${SIZE})">${line(1.3, '4 4')}</g>`,
    ...dots, ticks(),
    label(0, 'aggregated', '#1f6feb'), label(16, 'disaggregated', '#c2410c'),
    label(32, 'full-load tables', '#8a6d3b'),
    `<text x="${SIZE / 2}" y="${SIZE - 12}" text-anchor="middle">measured, tok/s per accelerator</text>`,
    `<text x="16" y="${SIZE / 2}" transform="rotate(-90 16 ${SIZE / 2})" `
      + 'text-anchor="middle">predicted</text>',
    '</svg>', '',
  ].join('\n');
}
