import type { BatchCost, BatchPoint } from '../../../shared/plan/figures/batch-cost.ts';
import { configurationName } from '../../../shared/report/serving.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { axisText, baseOption, escapeHtml, haloText, labelText, tooltipBox, type Look } from '../look.ts';
import { logAxis, valueAxis, valueAxisBelow } from '../axes.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type ChartOption, type DataTable, type Picture } from '../picture.ts';
import { largestOf } from '../scale.ts';

/** One quantity of the points, in a panel of its own. */
interface BatchPanel {
  readonly name: string;
  readonly unit: Unit;
  readonly log: boolean;
  readonly read: (at: BatchPoint) => number | null;
  /** The promise on this quantity; null without one. */
  readonly promised: number | null;
  readonly promise: string;
}

const title = 'Users in flight against cost';

/** Cost, speed per user and first token over users in flight, in panels above one another. */
export function batchCostPicture(data: BatchCost, look: Look): Picture {
  const { points, hourlyUsd, use, reason } = data;
  if (points.length === 0) return emptyPicture(title, sentence(reason));
  const panels = panelsOf(data, look);
  const money = hourlyUsd === null || use === null ? `No cost: ${sentence(reason)}`
    : `Cost of a million tokens at the plan’s own ${formatQuantity(hourlyUsd, 'USD/accelerator-hour', look.print)}, with ${formatQuantity(use, 'fraction', look.print)} of what the chosen point could serve round the clock in use.`;
  return {
    kind: 'drawn', title, heightPx: panels.length > 2 ? 430 : 330,
    summary: [money, describe(points[0], look), describe(points.at(-1), look),
      data.chosen === null ? 'No point keeps the service level.'
        : `Chosen: ${describe(data.chosen, look)}`,
      'Fainter marks miss the service level.'].join(' '),
    option: batchOption(data, panels, look),
    table: tableOf(data),
  };
}

/** A reason as a sentence of its own. */
const sentence = (reason: string): string =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/[.]$/u, '')}.`;

const users = (value: number): string => formatQuantity(value, 'ratio');

function describe(at: BatchPoint | undefined, look: Look): string {
  if (at === undefined) return '';
  const { point, usersPerAccelerator, costPerMTokUsd: cost } = at;
  return `${users(usersPerAccelerator)} users per accelerator: ${[
    ...(cost === null ? [] : [formatQuantity(cost, 'USD/Mtok', look.print)]),
    formatQuantity(point.tokPerSecPerUser, 'tok/s/user', look.print),
    `first token within ${formatQuantity(point.ttftMsHigh / 1000, 's', look.print)}`,
  ].join(', ')}.`;
}

function panelsOf({ limits, hourlyUsd, use }: BatchCost, look: Look): readonly BatchPanel[] {
  const { minTokPerSecPerUser: least, maxTtftMs: most } = limits;
  const latest = most === null ? null : most / 1000;
  return [
    ...(hourlyUsd === null || use === null ? [] : [{ name: 'Cost per million tokens',
      unit: 'USD/Mtok' as const, log: true, promised: null, promise: '',
      read: ({ costPerMTokUsd }: BatchPoint) => costPerMTokUsd }]),
    { name: 'Speed each user sees', unit: 'tok/s/user', log: false, promised: least,
      read: ({ point }) => point.tokPerSecPerUser,
      promise: `at least ${formatQuantity(least, 'tok/s/user', look.print)}` },
    { name: 'First token, upper end', unit: 's', log: true, promised: latest,
      read: ({ point }) => point.ttftMsHigh / 1000,
      promise: `within ${formatQuantity(latest, 's', look.print)}` },
  ];
}

/** Panels of equal height, each with room for its title above; the axis stands below all. */
function panelPlace(index: number, count: number) {
  const share = 88 / count;
  return { top: `${7 + index * share}%`, height: `${share - 9}%` };
}

function batchOption(data: BatchCost, panels: readonly BatchPanel[], look: Look): ChartOption {
  const most = largestOf(data.points.map((at) => at.usersPerAccelerator));
  const below = valueAxisBelow(look, 'ratio', most, 'Users in flight per accelerator');
  return {
    ...baseOption(look),
    tooltip: { ...tooltipBox(look), trigger: 'item' },
    grid: panels.map((_, i) => ({ left: 54, right: 24, containLabel: false,
      ...panelPlace(i, panels.length) })),
    xAxis: panels.map((_, i) => {
      const last = i === panels.length - 1;
      return { ...below, type: 'log' as const, gridIndex: i,
        name: last ? 'Users in flight per accelerator' : '',
        axisLabel: { ...axisText(look), hideOverlap: true, show: last },
        splitLine: { show: false } };
    }),
    yAxis: panels.map((panel, i) => {
      const values = [...data.points.map((at) => panel.read(at)), panel.promised];
      const axis = valueAxis(look, panel.unit, largestOf(values));
      const placed = { gridIndex: i, splitNumber: 2, name: `${panel.name}, ${axis.name}` };
      return panel.log ? { ...logAxis(axis, values), ...placed } : { ...axis, ...placed, min: 0 };
    }),
    series: panels.flatMap((panel, i) => panelSeries(data, panel, i, look)),
  };
}

/** Marks that miss the service level step back. */
const missedOpacity = 0.25;

function panelSeries(data: BatchCost, panel: BatchPanel, index: number, look: Look) {
  const colour = seriesColour(look.palette, 0);
  const place = { xAxisIndex: index, yAxisIndex: index, tooltip: { formatter: tooltipText } };
  const mark = (at: BatchPoint) => ({ name: pointText(at, look),
    value: [at.usersPerAccelerator, panel.read(at) ?? '-'] });
  return [
    {
      ...place, type: 'line' as const, id: `batch-${index}`, name: panel.name, symbolSize: 5,
      symbol: 'circle', lineStyle: { color: colour, width: 1.5, opacity: 0.5 },
      itemStyle: { color: colour },
      data: data.points.map((at) => ({ ...mark(at),
        itemStyle: { opacity: at.withinLimits ? 1 : missedOpacity } })),
      ...(panel.promised === null ? {} : { markLine: promiseLine(panel, look) }),
    },
    ...(data.chosen === null || panel.read(data.chosen) === null ? [] : [{
      ...place, type: 'scatter' as const, id: `chosen-${index}`, name: 'chosen',
      symbolSize: 13, z: 5,
      itemStyle: { color: look.palette.surface, borderColor: colour, borderWidth: 4 },
      data: [mark(data.chosen)],
      label: {
        show: true, position: 'top' as const, distance: 6, ...haloText(look),
        formatter: `chosen: ${formatQuantity(panel.read(data.chosen), panel.unit, look.print)}`,
      },
    }]),
  ];
}

const promiseLine = ({ promised, promise }: BatchPanel, look: Look) => ({
  silent: true, symbol: 'none', animation: false,
  data: [{
    yAxis: promised ?? 0,
    lineStyle: { color: look.palette.text, type: 'dashed' as const, width: 1 },
    label: { formatter: promise, position: 'insideStartTop' as const, ...labelText(look) },
  }],
});

const pointText = (at: BatchPoint, look: Look): string =>
  [describe(at, look), configurationName(at.point)].join('\n');

const tooltipText = (item: unknown): string =>
  (typeof item === 'object' && item !== null && 'name' in item
    ? escapeHtml(String(item.name)).replaceAll('\n', '<br>') : '');

const tableOf = ({ points, chosen }: BatchCost): DataTable => ({
  columns: [
    { label: 'Users in flight per accelerator', unit: 'ratio' },
    { label: 'Configuration', unit: 'text' },
    { label: 'Cost per million tokens', unit: 'USD/Mtok' },
    { label: 'Speed per user', unit: 'tok/s/user' },
    { label: 'First token, upper end', unit: 's' },
    { label: 'Input and output per accelerator', unit: 'tok/s/accelerator' },
    { label: 'Within service level', unit: 'text' },
    { label: 'Chosen', unit: 'text' },
  ],
  rows: points.map(({ point, usersPerAccelerator, costPerMTokUsd, withinLimits }) => [
    usersPerAccelerator, configurationName(point), costPerMTokUsd, point.tokPerSecPerUser,
    point.ttftMsHigh / 1000, point.totalTokPerSecPerAccelerator,
    withinLimits ? 'yes' : 'no',
    chosen !== null && configurationName(chosen.point) === configurationName(point)
      && chosen.point.accelerators === point.accelerators ? 'yes' : '',
  ]),
});
