import type { CostCurve, Crossover } from '../../../shared/plan/figures/crossover.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { baseOption, escapeHtml, labelText, tooltipBox, type Look } from '../look.ts';
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
  const longest = Math.max(...drawn.map(({ name }) => name.length));
  return {
    ...baseOption(look),
    grid: {
      left: 54,
      right: 18 + longest * look.fontPx * 0.5,
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
      ...valueAxis(look, 'USD/Mtok', largestOf(drawn.flatMap(({ usdPerMtok }) => usdPerMtok))),
      type: 'log',
      name: 'Cost of output, $/M tokens',
    },
    series: drawn.map((curve, i) => {
      const place = winners.indexOf(curve.systemId);
      const wins = place >= 0;
      const colour = wins ? seriesColour(look.palette, place) : look.palette.muted;
      return {
        type: 'line' as const,
        id: curve.systemId,
        name: curve.name,
        showSymbol: false,
        z: wins ? 4 : 2,
        lineStyle: { color: colour, width: wins ? 2.5 : 1, opacity: wins ? 1 : 0.6 },
        itemStyle: { color: colour },
        data: curve.usdPerMtok.flatMap((cost, at) => (cost === null ? [] : [[data.at[at] ?? 0, cost]])),
        endLabel: {
          show: true,
          formatter: curve.name,
          ...labelText(look, colour),
          textBorderColor: look.palette.surface,
          textBorderWidth: 3,
        },
        labelLayout: {
          moveOverlap: 'shiftY' as const,
          ...(wins ? { x: '99%', align: 'right' as const } : {}),
        },
        ...(i === 0 && axis.promised !== null ? { markLine: promiseLine(axis, axis.promised, look) } : {}),
      };
    }),
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
