import type { CostCurve, Crossover } from '../../../shared/plan/figures/crossover.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { logAxis, valueAxis, valueAxisBelow } from '../axes.ts';
import { baseOption, escapeHtml, labelText, tooltipBox, type Look } from '../look.ts';
import { namesRoom, namesSeries } from '../names.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';
import { largestOf } from '../scale.ts';

/** The service level along which systems are compared. */
export interface CrossoverAxis {
  readonly title: string;
  readonly name: string;
  readonly unit: Unit;
  /** The promise made to the traffic class, drawn as a line; null without one. */
  readonly promised: number | null;
}

/**
 * Cost of a million output tokens of every system along a service level; the cheapest
 * stand out.
 */
export function crossoverPicture(data: Crossover, axis: CrossoverAxis, look: Look): Picture {
  const drawn =
    data.curves.filter(({ usdPerMtok }) => usdPerMtok.some((cost) => cost !== null));
  if (drawn.length === 0)
    return emptyPicture(axis.title,
      'No system with a stated hourly cost serves this traffic within its limits.');
  return {
    kind: 'drawn',
    title: axis.title,
    heightPx: 330,
    summary: [
      'Cost of a million output tokens, each system at its own hourly cost.',
      ...describeSpans(data, axis.unit),
    ].join(' '),
    option: crossoverOption(data, drawn, axis, look),
    table: {
      columns: [
        { label: axis.name, unit: axis.unit },
        { label: 'Cheapest', unit: 'text' },
        ...drawn.map(({ name }) => ({ label: name, unit: 'USD/Mtok' as const })),
      ],
      rows: data.at.map((level, i) => [
        level,
        winnerAt(data, level),
        ...drawn.map(({ usdPerMtok }) => usdPerMtok[i] ?? null),
      ]),
    },
  };
}

const winnerAt = ({ spans }: Crossover, level: number): string =>
  spans.findLast(({ from }) => from <= level)?.name ?? '';

/** Where curves cross is known no better than the curves are. */
const rough = (value: number): number => Number(value.toPrecision(2));

/**
 * Who is cheapest from where to where, one sentence each; spans too short to be told from a
 * point are left to the table.
 * @example describeSpans(data, 'tok/s/user') // ['5 to 45 tok/s/user: GB200 NVL72.', ...]
 */
export const describeSpans = ({ spans }: Crossover, unit: Unit): readonly string[] =>
  spans
    .filter(({ from, to }) => rough(to) > rough(from))
    .map(({ name, from, to }) => {
      const range =
        `${formatQuantity(rough(from), unit)} to ${formatQuantity(rough(to), unit)}`;
      return `${range}: ${name === '' ? 'none meets the limits' : name}.`;
    });

function crossoverOption(
  data: Crossover, drawn: readonly CostCurve[], axis: CrossoverAxis, look: Look,
): ChartOption {
  const winners = [...new Set(data.spans.flatMap(({ systemId }) => systemId ?? []))];
  const below = valueAxisBelow(look, axis.unit, largestOf(data.at), axis.name);
  const costs = drawn.flatMap(({ usdPerMtok }) => usdPerMtok);
  return {
    ...baseOption(look),
    grid: {
      left: 54,
      right: namesRoom(drawn.map(({ name }) => name), look),
      top: look.fontPx * 2.6,
      bottom: look.fontPx * 3.8,
      containLabel: false,
    },
    tooltip: { ...tooltipBox(look), trigger: 'axis', formatter: tooltipOf(data, drawn, axis) },
    xAxis: {
      ...below,
      axisLabel: { ...below.axisLabel, showMaxLabel: false },
      type: 'log',
      min: data.at[0] ?? 1,
      max: data.at.at(-1) ?? 10,
      splitLine: { show: false },
      axisPointer: { label: { show: false } },
    },
    yAxis: {
      ...logAxis(valueAxis(look, 'USD/Mtok', largestOf(costs)), costs),
      name: 'Cost of output, $/M tokens',
    },
    series: [
      ...drawn.map((curve, i) => ({
        ...curveSeries(curve, colourOf(curve, winners, look), data.at, look),
        ...(i === 0 && axis.promised !== null
          ? { markLine: promiseLine(axis, axis.promised, look) } : {}),
      })),
      namesSeries(drawn.map((curve) => ({
        name: curve.name, colour: colourOf(curve, winners, look) ?? look.palette.muted,
        quiet: !winners.includes(curve.systemId),
        points: curve.usdPerMtok.map((cost, i) => [data.at[i] ?? 0, cost] as const),
      })), 0, look),
    ],
  };
}

/** A colour of its own for a system that is cheapest somewhere; null for context. */
function colourOf(
  { systemId }: CostCurve, winners: readonly string[], { palette }: Look,
): string | null {
  const place = winners.indexOf(systemId);
  return place < 0 ? null : seriesColour(palette, place);
}

function curveSeries(
  { systemId, name, usdPerMtok }: CostCurve, own: string | null, at: readonly number[],
  { palette }: Look,
) {
  const color = own ?? palette.muted;
  return {
    type: 'line' as const, id: systemId, name, showSymbol: false, z: own === null ? 2 : 4,
    lineStyle: { color, width: own === null ? 1 : 2.5, opacity: own === null ? 0.4 : 1 },
    itemStyle: { color },
    data: usdPerMtok.flatMap((cost, i) => (cost === null ? [] : [[at[i] ?? 0, cost]])),
  };
}

const promiseLine = ({ unit }: CrossoverAxis, promised: number, look: Look) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: look.palette.text, type: 'dashed' as const, width: 1 },
  data: [
    {
      xAxis: promised,
      label: {
        formatter: `promised: ${formatQuantity(promised, unit)}`,
        position: 'end' as const,
        rotate: 0,
        distance: 4,
        ...labelText(look),
      },
    },
  ],
});

/** All systems at the pointer, the cheapest first. */
const tooltipOf =
  (data: Crossover, drawn: readonly CostCurve[], { unit }: CrossoverAxis) =>
  (items: unknown): string => {
    const first: unknown = Array.isArray(items) ? items[0] : items;
    if (typeof first !== 'object' || first === null || !('axisValue' in first)) return '';
    const level = Number(first.axisValue);
    const i = data.at.findIndex((at) => at >= level * (1 - 1e-9));
    const lines = drawn
      .flatMap(({ name, usdPerMtok }) => {
        const cost = usdPerMtok[i] ?? null;
        return cost === null ? [] : [{ name, cost }];
      })
      .toSorted((a, b) => a.cost - b.cost)
      .map(({ name, cost }) => `${escapeHtml(name)}: ${formatQuantity(cost, 'USD/Mtok')}`);
    return [`<b>${formatQuantity(level, unit)}</b>`, ...lines].join('<br>');
  };
