import type { MultipleCurve } from '../../../shared/claims/curve.ts';
import type { RiskStep } from '../../../shared/claims/risk.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { barsHeight } from '../bars.ts';
import { baseOption, labelText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';
import { printLadder } from '../../../shared/report/ladder.ts';
import { levelsOption, type LevelBar } from './bridge.ts';

const times = (multiple: number): string => `${formatQuantity(multiple, 'ratio')}x`;

/**
 * A claim's multiple over the speed each user sees: measured as a line, quoted figures as
 * marks.
 */
export function multiplePicture(curve: MultipleCurve, look: Look): Picture {
  const { label, points, quoted } = curve;
  if (points.length === 0 && quoted.length === 0)
    return emptyPicture(label, sentence(curve.absent ?? ''));
  const [first, last] = [points[0], points.at(-1)];
  const ends = first === undefined || last === undefined ? sentence(curve.absent ?? '')
    : `${times(first.multiple)} at ${formatQuantity(first.tokPerSecPerUser, 'tok/s/user')}, `
      + `${times(last.multiple)} at ${formatQuantity(last.tokPerSecPerUser, 'tok/s/user')}.`;
  const quotes = quoted.map((q) =>
    `${q.multiple.source} quotes ${times(q.multiple.value)} at ${formatQuantity(q.tokPerSecPerUser, 'tok/s/user')}.`);
  return {
    kind: 'drawn', title: label, heightPx: 300,
    summary: ['The multiple over interactivity.', ends, ...quotes, curve.caveat].join(' '),
    option: multipleOption(curve, look),
    table: {
      columns: [
        { label: 'Speed per user', unit: 'tok/s/user' },
        { label: 'Multiple', unit: 'ratio' },
        { label: 'Newer', unit: 'tok/s/accelerator' },
        { label: 'Older', unit: 'tok/s/accelerator' }, { label: 'Origin', unit: 'text' },
      ],
      rows: [
        ...points.map(
          (p) => [p.tokPerSecPerUser, p.multiple, p.newer, p.older, 'measured points'] as const,
        ),
        ...quoted.map(
          (q) => [q.tokPerSecPerUser, q.multiple.value, null, null, q.multiple.source] as const,
        ),
      ],
    },
  };
}

const sentence = (text: string): string =>
  text === '' ? ''
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

function multipleOption({ points, quoted }: MultipleCurve, look: Look): ChartOption {
  const speeds = [...points, ...quoted].map(({ tokPerSecPerUser }) => tokPerSecPerUser);
  const colour = seriesColour(look.palette, 0);
  const other = seriesColour(look.palette, 1);
  return {
    ...baseOption(look),
    grid: { left: 46, right: 92, top: look.fontPx * 2.6, bottom: look.fontPx * 3.8 },
    tooltip: { ...tooltipBox(look), trigger: 'item' },
    xAxis: {
      ...valueAxisBelow(look, 'tok/s/user', Math.max(...speeds), 'Speed each user sees'),
      min: 0, splitLine: { show: false },
    },
    yAxis: { ...valueAxis(look, 'ratio', 100), name: 'Multiple, newer over older', min: 0 },
    series: [
      {
        type: 'line', name: 'Measured', showSymbol: true, symbolSize: 5,
        data: points.map((p) => [p.tokPerSecPerUser, p.multiple]),
        lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour },
        tooltip: {
          valueFormatter: (value) => (typeof value === 'number' ? times(value) : String(value)),
        },
        endLabel: { show: true, formatter: 'measured', ...labelText(look, colour) },
      },
      {
        type: 'scatter', name: 'Quoted', symbol: 'diamond', symbolSize: 12,
        itemStyle: { color: other },
        data: quoted.map(({ tokPerSecPerUser, multiple }) => ({
          value: [tokPerSecPerUser, multiple.value],
          label: { show: true, position: 'right' as const,
            formatter: `quoted ${times(multiple.value)}`,
            ...labelText(look, other) },
        })),
      },
    ],
  };
}

/** From a headline multiple to what is left of it. */
export function riskPicture(steps: readonly RiskStep[], look: Look): Picture {
  const title = 'From the headline to what is left';
  if (steps.length === 0)
    return emptyPicture(title, 'The catalogue lacks the power or the price it takes.');
  const { palette } = look;
  const printed =
    printLadder({ unit: 'ratio', from: 0, changes: steps.map(({ change }) => change) });
  const left = printed.to;
  const bars = [
    ...steps.map(({ label, multiple, change }, i): LevelBar => ({
      label, from: multiple - change, to: multiple,
      note: (i === 0 ? printed.levels : printed.changes)[i] ?? '',
      colour: i === 0 ? palette.muted : change > 0 ? palette.gain : palette.loss,
    })),
    { label: 'Left', from: 0, to: steps.at(-1)?.multiple ?? 0, note: left,
      colour: palette.muted },
  ];
  return {
    kind: 'drawn', title, heightPx: barsHeight(bars.length),
    summary:
      `${steps.map(({ label }, i) => `${label} ${printed.changes[i] ?? ''}`).join(', ')}: ${left} is left.`,
    option: levelsOption(bars, { unit: 'ratio', name: 'Multiple of the investment' }, look),
    table: {
      columns: [{ label: 'Step', unit: 'text' }, { label: 'Change', unit: 'ratio' },
        { label: 'Multiple after it', unit: 'ratio' }],
      rows: steps.map(({ label, change, multiple }) => [label, change, multiple]),
    },
  };
}
