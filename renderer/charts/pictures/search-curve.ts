import type { PlanSeekAnswer } from '../../../shared/search/plans/seek.ts';
import type { AskedFigure } from '../../../shared/search/plans/subject.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { searchText as words } from '../../text/search.ts';
import { valueAxis, valueAxisBelow } from '../axes.ts';
import { baseOption, haloText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type Picture } from '../picture.ts';
import { largestOf } from '../scale.ts';

/** A figure along an input, and what was sought on it. */
export interface SoughtCurve {
  readonly found: PlanSeekAnswer;
  readonly curve: readonly { readonly value: number; readonly figure: number | null }[];
}

const gridOf = ({ fontPx }: Look) =>
  ({ left: fontPx * 4.6, right: 20, top: fontPx * 3, bottom: fontPx * 3.8 });

/** A figure over an input with its target, the values that meet it, and the plan. */
export function seekPicture({ found, curve }: SoughtCurve, look: Look): Picture {
  const { figure, vary, target, roots, plateaus } = found;
  const title = words.curve(figure.label, vary.label);
  if (curve.every(({ figure: value }) => value === null)) return emptyPicture(title, found.reason);
  const { palette } = look;
  const below = valueAxisBelow(look, vary.unit, largestOf(curve.map(({ value }) => value)),
    vary.label);
  const marks = [...roots, ...plateaus.map(({ from }) => from)];
  const print = (value: unknown): string =>
    (typeof value === 'number' ? formatQuantity(value, figure.unit, look.print) : '-');
  return {
    kind: 'drawn', title, heightPx: 380,
    summary: `${words.curveSummary(figure.label, vary.label)} ${found.reason}`,
    option: {
      ...baseOption(look), grid: gridOf(look),
      tooltip: { ...tooltipBox(look), trigger: 'axis', valueFormatter: (value) =>
        print(Array.isArray(value) ? value.at(-1) : value) },
      xAxis: { ...below, min: vary.lower, max: vary.upper, splitLine: { show: false } },
      yAxis: { ...valueAxis(look, figure.unit,
        largestOf([target, ...curve.map(({ figure: value }) => value)])), scale: true },
      series: [
        { type: 'line', name: figure.label, showSymbol: false,
          lineStyle: { color: palette.gain, width: 2.5 }, itemStyle: { color: palette.gain },
          data: curve.map(({ value, figure: at }) => [value, at ?? '-']),
          markLine: { symbol: 'none', silent: true, data: [
            { yAxis: target, lineStyle: { color: palette.text, type: 'dashed', width: 1.2 },
              label: { ...haloText(look), position: 'insideEndTop',
                formatter: `${words.target} ${print(target)}` } },
            ...(vary.now === null || vary.now < vary.lower || vary.now > vary.upper ? []
              : [{ xAxis: vary.now, lineStyle: { color: palette.muted, type: 'solid' as const },
                label: { ...haloText(look), formatter: words.plan } }]),
          ] } },
        { type: 'scatter', name: words.root, symbolSize: 11, z: 5, tooltip: { show: false },
          itemStyle: { color: palette.text, borderColor: palette.surface, borderWidth: 2 },
          data: marks.map((value) => [value, target]),
          label: { show: true, position: 'top', ...haloText(look),
            formatter: ({ dataIndex }) =>
              formatQuantity(marks[dataIndex] ?? 0, vary.unit, look.print) } },
      ],
    },
    table: { columns: [{ label: vary.label, unit: vary.unit },
      { label: figure.label, unit: figure.unit }],
    rows: curve.map(({ value, figure: at }) => [value, at]) },
  };
}

/** Two figures of each choice that no other beats in both. */
export function frontPicture(
  [one, other]: readonly [AskedFigure, AskedFigure],
  points: readonly (readonly [number, number])[], look: Look,
): Picture {
  const { palette } = look;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    kind: 'drawn', title: words.front, heightPx: 320,
    summary: `${words.front}: ${points.length}.`,
    option: {
      ...baseOption(look), grid: gridOf(look),
      tooltip: { ...tooltipBox(look), trigger: 'item' },
      xAxis: { ...valueAxisBelow(look, other.unit, largestOf(ys), other.label), scale: true },
      yAxis: { ...valueAxis(look, one.unit, largestOf(xs)), scale: true },
      series: [{ type: 'line', symbolSize: 8, showSymbol: true,
        lineStyle: { color: palette.gain, width: 2 }, itemStyle: { color: palette.gain },
        data: points.map(([x, y]) => [y, x]),
        tooltip: { formatter: ({ dataIndex }) => [one, other].map(({ label, unit }, at) =>
          `${label}: ${formatQuantity(points[dataIndex]?.[at] ?? 0, unit, look.print)}`)
          .join('<br>') } }],
    },
    table: { columns: [one, other].map(({ label, unit }) => ({ label, unit })), rows: points },
  };
}
