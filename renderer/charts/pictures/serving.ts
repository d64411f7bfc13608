import type { FrontierPoint, PointSource } from '../../../shared/inference/types.ts';
import { configurationName, originOf } from '../../../shared/report/serving.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import { baseOption, escapeHtml, labelText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';
import { largestOf } from '../scale.ts';

/** The frontier of one system or rack group, and the point chosen on it. */
export interface FrontierCurve {
  readonly name: string;
  readonly points: readonly FrontierPoint[];
  readonly chosen: FrontierPoint | null;
}

export interface FrontierData {
  readonly curves: readonly FrontierCurve[];
  /** Speed each user must see, tok/s; null without a limit. */
  readonly minTokPerSecPerUser: number | null;
}

/** Marks by where a point comes from: full for measured, half for interpolated, hollow for modelled. */
const symbols: Readonly<Record<PointSource, string>> = {
  measured: 'circle',
  interpolated: 'diamond',
  modelled: 'emptyCircle',
};

/** Speed per user against throughput per accelerator: the trade every serving design makes. */
export function frontierPicture({ curves, minTokPerSecPerUser }: FrontierData, look: Look): Picture {
  const title = 'Serving frontier';
  const drawn = curves.filter(({ points }) => points.length > 0);
  if (drawn.length === 0)
    return emptyPicture(
      title,
      'No configuration serves this model on this system: choose another system, precision or model.',
    );
  return {
    kind: 'drawn',
    title,
    heightPx: 360,
    summary: [
      'Output tokens per second per accelerator against tokens per second per user.',
      ...drawn.map(describeCurve),
      ...(minTokPerSecPerUser === null
        ? []
        : [`Each user must see at least ${formatQuantity(minTokPerSecPerUser, 'tok/s/user')}.`]),
    ].join(' '),
    option: frontierOption(drawn, minTokPerSecPerUser, look),
    table: {
      columns: [
        { label: 'System', unit: 'text' },
        { label: 'Configuration', unit: 'text' },
        { label: 'Speed per user', unit: 'tok/s/user' },
        { label: 'Output per accelerator', unit: 'tok/s/accelerator' },
        { label: 'TPOT', unit: 'ms' },
        { label: 'TTFT, upper end', unit: 'ms' },
        { label: 'Origin', unit: 'text' },
        { label: 'Expected error', unit: 'fraction' },
        { label: 'Chosen', unit: 'text' },
      ],
      rows: drawn.flatMap(({ name, points, chosen }) =>
        points.map((p) => [
          name,
          configurationName(p),
          p.tokPerSecPerUser,
          p.outputTokPerSecPerAccelerator,
          p.tpotMs,
          p.ttftMsHigh,
          p.source,
          p.expectedErrorPct / 100,
          chosen !== null && sameConfiguration(p, chosen) ? 'yes' : '',
        ]),
      ),
    },
  };
}

const sameConfiguration = (a: FrontierPoint, b: FrontierPoint): boolean =>
  configurationName(a) === configurationName(b) && a.accelerators === b.accelerators;

/** Both coordinates of a point as printed. */
const speedsOf = (point: FrontierPoint): readonly [string, string] => [
  formatQuantity(point.tokPerSecPerUser, 'tok/s/user'),
  formatQuantity(point.outputTokPerSecPerAccelerator, 'tok/s/accelerator'),
];

function describeCurve({ name, points, chosen }: FrontierCurve): string {
  const measured = points.filter((p) => p.source === 'measured').length;
  const place =
    chosen === null
      ? 'no point meets the service level'
      : `chosen point ${speedsOf(chosen).join(' at ')}, ${chosen.source}`;
  return `${name}: ${points.length} points, ${measured} measured; ${place}.`;
}

function frontierOption(
  curves: readonly FrontierCurve[],
  minSpeed: number | null,
  look: Look,
): ChartOption {
  const all = curves.flatMap(({ points }) => points);
  const longest = Math.max(...curves.map(({ name }) => name.length));
  return {
    ...baseOption(look),
    grid: {
      left: 54,
      right: 24 + (curves.length > 1 ? longest * look.fontPx * 0.3 : 0),
      top: look.fontPx * 4,
      bottom: look.fontPx * 3.8,
      containLabel: false,
    },
    tooltip: { ...tooltipBox(look), trigger: 'item' },
    xAxis: {
      ...valueAxisBelow(
        look,
        'tok/s/user',
        largestOf(all.map((p) => p.tokPerSecPerUser)),
        'Speed each user sees',
      ),
      min: 0,
      splitLine: { show: false },
    },
    yAxis: {
      ...valueAxis(
        look,
        'tok/s/accelerator',
        largestOf(all.map((p) => p.outputTokPerSecPerAccelerator)),
      ),
      name: 'Output throughput, tok/s/accelerator',
      nameGap: look.fontPx * 2.3,
      min: 0,
    },
    series: [
      ...curves.map((curve, i) => curveSeries(curve, i, curves.length > 1, minSpeed, look)),
      ...curves.flatMap(({ name, chosen }, i) =>
        chosen === null ? [] : [chosenSeries(name, chosen, seriesColour(look.palette, i), look)],
      ),
    ],
  };
}

/** Points in the order in which they are drawn, from the slowest speed per user. */
export const curveOrder = (points: readonly FrontierPoint[]): readonly FrontierPoint[] =>
  points.toSorted((a, b) => a.tokPerSecPerUser - b.tokPerSecPerUser);

function curveSeries(
  { name, points }: FrontierCurve,
  index: number,
  several: boolean,
  minSpeed: number | null,
  look: Look,
) {
  const colour = seriesColour(look.palette, index);
  const sorted = curveOrder(points);
  const line = index === 0 && minSpeed !== null && minSpeed > 0;
  return {
    type: 'line' as const,
    id: `curve-${index}`,
    name,
    symbolSize: 5.5,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    data: sorted.map((p) => ({
      value: [p.tokPerSecPerUser, p.outputTokPerSecPerAccelerator],
      name: pointText(name, p),
      symbol: symbols[p.source],
    })),
    tooltip: { formatter: pointTooltip },
    ...(several
      ? {
          endLabel: { show: true, formatter: name, ...labelText(look, colour) },
          labelLayout: { moveOverlap: 'shiftY' as const },
        }
      : {}),
    ...(line ? { markLine: serviceLine(minSpeed, look) } : {}),
  };
}

/** The least speed promised to a user; everything left of it breaks the promise. */
function serviceLine(minSpeed: number, look: Look) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: look.palette.text, type: 'dashed' as const, width: 1 },
    data: [
      {
        xAxis: minSpeed,
        label: {
          formatter: `at least ${formatQuantity(minSpeed, 'tok/s/user')}`,
          position: 'end' as const,
          rotate: 0,
          distance: 4,
          ...labelText(look),
        },
      },
    ],
  };
}

function chosenSeries(name: string, point: FrontierPoint, colour: string, look: Look) {
  return {
    type: 'scatter' as const,
    name: `${name}, chosen`,
    symbolSize: 15,
    z: 5,
    itemStyle: { color: look.palette.surface, borderColor: colour, borderWidth: 4 },
    data: [
      {
        value: [point.tokPerSecPerUser, point.outputTokPerSecPerAccelerator],
        name: pointText(name, point),
      },
    ],
    tooltip: { formatter: pointTooltip },
    label: {
      show: true,
      position: 'right' as const,
      distance: 8,
      ...labelText(look),
      formatter: `chosen: ${formatQuantity(point.outputTokPerSecPerAccelerator, 'tok/s/accelerator')}`,
    },
  };
}

const pointText = (name: string, p: FrontierPoint): string =>
  [
    name,
    configurationName(p),
    speedsOf(p).join(', '),
    `TTFT ${formatQuantity(p.ttftMsLow, 'ms')} to ${formatQuantity(p.ttftMsHigh, 'ms')}`,
    originOf(p),
  ].join('\n');

const pointTooltip = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'name' in item
    ? escapeHtml(String(item.name)).replaceAll('\n', '<br>')
    : '';

/** What fills the memory of one accelerator at the chosen point. */
export function memoryPicture(point: FrontierPoint | null, look: Look): Picture {
  const title = 'Memory of one accelerator';
  if (point === null) return emptyPicture(title, 'No serving point is chosen, so nothing is loaded.');
  const { weightsGb, kvGb, reservedGb, capacityGb } = point.memory;
  const parts = [
    { label: 'Weights', gb: weightsGb, colour: seriesColour(look.palette, 0) },
    { label: 'KV cache', gb: kvGb, colour: seriesColour(look.palette, 2) },
    { label: 'Reserved', gb: reservedGb, colour: seriesColour(look.palette, 4) },
    {
      label: 'Free',
      gb: Math.max(0, capacityGb - weightsGb - kvGb - reservedGb),
      colour: look.palette.quiet,
    },
  ];
  const note = (gb: number): string =>
    `${formatQuantity(gb, 'GB')}  (${formatQuantity(gb / capacityGb, 'fraction')})`;
  const bars = cascade([
    ...parts.map(({ label, gb, colour }) => ({ label, value: gb, colour, note: note(gb) })),
    {
      label: 'Capacity',
      value: capacityGb,
      total: true,
      colour: look.palette.muted,
      note: formatQuantity(capacityGb, 'GB'),
    },
  ]);
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(bars.length),
    summary: [
      `Of ${formatQuantity(capacityGb, 'GB')} of memory.`,
      ...parts.map(({ label, gb }) => `${label}: ${note(gb)}.`),
    ].join(' '),
    option: barsOption(bars, { unit: 'GB', name: 'Memory' }, look),
    table: {
      columns: [
        { label: 'Use', unit: 'text' },
        { label: 'Memory', unit: 'GB' },
        { label: 'Share', unit: 'fraction' },
      ],
      rows: parts.map(({ label, gb }) => [label, gb, gb / capacityGb]),
    },
  };
}

const stepParts = [
  ['weightsMs', 'Weights'],
  ['expertsMs', 'Experts'],
  ['kvMs', 'KV cache'],
  ['computeMs', 'Compute'],
  ['communicationMs', 'Communication'],
  ['overheadMs', 'Overhead'],
  ['prefillInterferenceMs', 'Other prompts'],
] as const;

/** Where the time of one decode step goes at the chosen point. */
export function stepTimePicture(point: FrontierPoint | null, look: Look): Picture {
  const title = 'Time of one decode step';
  if (point === null) return emptyPicture(title, 'No serving point is chosen, so no step is timed.');
  const parts = stepParts.map(([key, label]) => ({ label, ms: point.step[key] }));
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  const note = (ms: number): string =>
    `${formatQuantity(ms, 'ms')}  (${formatQuantity(total === 0 ? 0 : ms / total, 'fraction')})`;
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(parts.length),
    summary:
      `Where the time of one decode step goes, ${formatQuantity(total, 'ms')} in all: ` +
      `${parts.map(({ label, ms }) => `${label.toLowerCase()} ${note(ms)}`).join(', ')}.`,
    option: barsOption(
      parts.map(({ label, ms }) => ({
        label,
        from: 0,
        to: ms,
        note: note(ms),
        colour: seriesColour(look.palette, 0),
      })),
      { unit: 'ms', name: 'Time' },
      look,
    ),
    table: {
      columns: [
        { label: 'Part', unit: 'text' },
        { label: 'Time', unit: 'ms' },
        { label: 'Share', unit: 'fraction' },
      ],
      rows: parts.map(({ label, ms }) => [label, ms, total === 0 ? null : ms / total]),
    },
  };
}
