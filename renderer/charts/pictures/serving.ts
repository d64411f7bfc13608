import type { FrontierPoint, PointSource } from '../../../shared/inference/types.ts';
import { configurationName, originOf } from '../../../shared/report/serving.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { missedSide } from '../layout.ts';
import { legendRow } from '../legend.ts';
import { baseOption, escapeHtml, haloText, labelText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, movable, type ChartOption, type Picture } from '../picture.ts';
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
  /** First token at the latest, ms, at the upper end of its range; null without a limit. */
  readonly maxTtftMs: number | null;
}

/**
 * Marks by where a point comes from: full for measured, half for interpolated, hollow for
 * modelled.
 */
const symbols: Readonly<Record<PointSource, string>> = {
  measured: 'circle',
  interpolated: 'diamond',
  modelled: 'emptyCircle',
};

/** Speed per user against throughput per accelerator: the trade every serving design makes. */
export function frontierPicture(data: FrontierData, look: Look): Picture {
  const { curves, minTokPerSecPerUser, maxTtftMs } = data;
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
        : [
          `Each user must see at least ${formatQuantity(minTokPerSecPerUser, 'tok/s/user')}.`,
        ]),
      ...(maxTtftMs === null
        ? []
        : [
          `The first token must come within ${formatQuantity(maxTtftMs / 1000, 's')}; fainter marks are later.`,
        ]),
    ].join(' '),
    option: frontierOption({ ...data, curves: drawn }, look),
    table: {
      columns: [
        { label: 'System', unit: 'text' },
        { label: 'Configuration', unit: 'text' },
        { label: 'Speed per user', unit: 'tok/s/user' },
        { label: 'Output per accelerator', unit: 'tok/s/accelerator' },
        { label: 'TPOT', unit: 'ms' },
        { label: 'TTFT, upper end', unit: 'ms' },
        { label: 'Within service level', unit: 'text' },
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
          isPromised(p, data) ? 'yes' : 'no',
          p.source,
          p.expectedErrorPct / 100,
          chosen !== null && sameConfiguration(p, chosen) ? 'yes' : '',
        ]),
      ),
    },
  };
}

const isInTime = (p: FrontierPoint, { maxTtftMs }: FrontierData): boolean =>
  maxTtftMs === null || p.ttftMsHigh <= maxTtftMs;

const isPromised = (p: FrontierPoint, data: FrontierData): boolean =>
  isInTime(p, data) && p.tokPerSecPerUser >= (data.minTokPerSecPerUser ?? 0);

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

function frontierOption(data: FrontierData, look: Look): ChartOption {
  const { curves } = data;
  const all = curves.flatMap(({ points }) => points);
  return {
    ...baseOption(look),
    ...lateLegend(data, look),
    grid: {
      left: 54,
      right: 24,
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
      ...curves.map((curve, i) => curveSeries(curve, i, data, look)),
      ...curves.flatMap(({ name, chosen }, i) =>
        chosen === null ? [] : [chosenSeries({ name, point: chosen, index: i }, look)],
      ),
    ],
  };
}

/** Points in the order in which they are drawn, from the slowest speed per user. */
export const curveOrder = (points: readonly FrontierPoint[]): readonly FrontierPoint[] =>
  points.toSorted((a, b) => a.tokPerSecPerUser - b.tokPerSecPerUser);

function curveSeries(
  { name, points }: FrontierCurve, index: number, data: FrontierData, look: Look,
) {
  const colour = seriesColour(look.palette, index);
  const lines = index === 0 ? serviceLines(data, look) : [];
  const late = index === 0 ? lateArea(data, look) : null;
  const quiet = points.every((point) => !isInTime(point, data));
  return {
    type: 'line' as const,
    id: `curve-${index}`,
    name,
    symbolSize: 5.5,
    lineStyle: { color: colour, width: index === 0 ? 2 : 1.5, opacity: quiet ? 0.4 : 1 },
    itemStyle: { color: colour },
    data: curveOrder(points).map((p) => ({
      value: [p.tokPerSecPerUser, p.outputTokPerSecPerAccelerator],
      name: pointText(name, p),
      symbol: symbols[p.source],
      itemStyle: { opacity: isInTime(p, data) ? 1 : lateOpacity },
    })),
    tooltip: { formatter: pointTooltip },
    ...(data.curves.length > 1
      ? {
          endLabel: { show: true, formatter: name, ...labelText(look, colour) },
          labelLayout: nameLayout(index, look),
        }
      : {}),
    ...(lines.length === 0
      ? {}
      : { markLine: { silent: true, symbol: 'none', animation: false, data: lines } }),
    ...(late === null ? {} : { markArea: late }),
  };
}

/**
 * Curves meet at the bottom on the right and leave the top free: names stand there, one
 * below the other.
 */
const nameLayout = (index: number, { fontPx }: Look) => ({
  x: '98%',
  y: fontPx * (4.6 + index * 1.5),
  align: 'right' as const,
});

/** Marks whose first token comes too late step back. */
const lateOpacity = 0.25;

/** The least speed promised, where one is. */
function serviceLines({ minTokPerSecPerUser: least }: FrontierData, look: Look) {
  return least === null || least <= 0 ? [] : [{
    xAxis: least,
    lineStyle: { color: look.palette.text, type: 'dashed' as const, width: 1 },
    label: { formatter: `at least ${formatQuantity(least, 'tok/s/user')}`,
      position: 'end' as const, rotate: 0, distance: 4, ...labelText(look) },
  }];
}

/** On which side of which speed the first token comes too late; null where no speed parts them. */
const lateSide = (data: FrontierData) => missedSide(data.curves.flatMap(({ points, chosen }) =>
  [...points, ...(chosen === null ? [] : [chosen])]
    .map((point) => ({ at: point.tokPerSecPerUser, keeps: isInTime(point, data) }))));

const lateWords = ({ maxTtftMs }: FrontierData): string =>
  `misses first token within ${formatQuantity((maxTtftMs ?? 0) / 1000, 's')}`;

/** The speeds at which the first token comes too late, shaded. */
function lateArea(data: FrontierData, look: Look) {
  const late = lateSide(data);
  if (late === null) return null;
  const below = late.side === 'below';
  const span: [{ xAxis: number }, { xAxis: number }] = [
    { xAxis: below ? Number.NEGATIVE_INFINITY : late.at },
    { xAxis: below ? late.at : Number.POSITIVE_INFINITY },
  ];
  return {
    silent: true, animation: false,
    itemStyle: { color: look.palette.quiet, opacity: 0.35 },
    label: { show: true, formatter: lateWords(data), distance: 6, ...haloText(look),
      // Curves fall from the top left to the bottom right: the other corners are free.
      position: below ? 'insideBottomLeft' as const : 'insideTopRight' as const },
    data: [span],
  };
}

/** Says what faint marks are, where no shading does. */
function lateLegend(data: FrontierData, look: Look) {
  const late = data.curves.some(({ points }) => points.some((point) => !isInTime(point, data)));
  return !late || lateSide(data) !== null ? {} : {
    graphic: legendRow([{ label: lateWords(data), colour: seriesColour(look.palette, 0),
      faint: true }], look, { top: 2 }),
  };
}

interface Chosen {
  readonly name: string;
  readonly point: FrontierPoint;
  /** Which curve it stands on. */
  readonly index: number;
}

function chosenSeries({ name, point, index }: Chosen, look: Look) {
  const colour = seriesColour(look.palette, index);
  return {
    type: 'scatter' as const,
    id: `${movable}-${index}`,
    cursor: 'grab',
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
      // Curves fall to the right: above the mark nothing is in the way.
      position: 'right' as const,
      distance: 6,
      offset: [0, -look.fontPx * 1.3],
      ...haloText(look),
      formatter:
        `chosen: ${formatQuantity(point.outputTokPerSecPerAccelerator, 'tok/s/accelerator')}`,
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
