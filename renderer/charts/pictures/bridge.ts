import type { CustomSeriesOption } from 'echarts/charts';
import type { Bridge } from '../../../shared/compare/bridge.ts';
import type { ReconcileStep } from '../../../shared/compare/reconcile.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { listAxis, valueAxisBelow } from '../axes.ts';
import { barsHeight } from '../bars.ts';
import { baseOption, labelText, type Look } from '../look.ts';
import type { ChartOption, Picture } from '../picture.ts';
import { largestOf } from '../scale.ts';
import { printLadder } from '../../../shared/report/ladder.ts';

/** A bar between two levels, either of which may be below zero. */
export interface LevelBar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly note: string;
  readonly colour: string;
}

/** Where changes are less than this share of the levels, an axis from zero would hide them. */
const smallShare = 0.25;

/** The least value of the axis; undefined lets it start at zero. */
export function axisStart(levels: readonly number[]): number | undefined {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (low <= 0 || high - low >= smallShare * high || high === low) return undefined;
  return Number((low - (high - low) * 0.6).toPrecision(2));
}

interface Axis {
  readonly unit: Unit;
  readonly name: string;
}

/** Bars from level to level, listed from the top, each with its change beside it. */
export function levelsOption(
  bars: readonly LevelBar[], { unit, name }: Axis, look: Look,
): ChartOption {
  const levels = bars.flatMap(({ from, to }) => [from, to]);
  const moving = levels.filter((level) => level !== 0);
  const start = axisStart(moving);
  const longest = Math.max(0, ...bars.map(({ note }) => note.length));
  const axisName = start === undefined ? name : `${name}; the axis does not start at zero`;
  return {
    ...baseOption(look),
    grid: {
      left: 8, right: 18 + longest * look.fontPx * 0.6, top: 4, bottom: look.fontPx * 3.4,
      outerBoundsMode: 'same', outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      ...valueAxisBelow(look, unit, largestOf(levels), axisName),
      ...(start === undefined ? {} : { min: start }),
    },
    yAxis: listAxis(look, bars.map(({ label }) => label)),
    series: [barsSeries(bars, start ?? -Infinity, look)],
  };
}

function barsSeries(bars: readonly LevelBar[], start: number, look: Look): CustomSeriesOption {
  return {
    type: 'custom',
    data: bars.map(({ from, to }, row) => [Math.max(start, from), Math.max(start, to), row]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (params, api) => {
      const bar = bars[params.dataIndex];
      if (bar === undefined) return null;
      const [x0 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [x1 = 0] = api.coord([api.value(1), api.value(2)]);
      const left = Math.min(x0, x1);
      const right = Math.max(x0, x1);
      return {
        type: 'group',
        children: [
          { type: 'rect',
            shape: { x: left, y: y - 8, width: Math.max(1.5, right - left), height: 16, r: 2 },
            style: { fill: bar.colour } },
          { type: 'text', x: right + 6, y,
            style: { text: bar.note, fill: labelText(look).color, fontSize: look.fontPx,
              fontFamily: labelText(look).fontFamily, verticalAlign: 'middle' } },
        ],
      };
    },
  };
}

/** Which of two directions is the better one, for the colour of a step. */
const lowerIsBetter = (unit: Unit): boolean => unit === 'USD/Mtok';

export const metricNames = {
  costPerMTokUsd: 'Cost per million tokens', npvUsd: 'Net present value',
} as const;

/** The way from scenario A to scenario B; groups without differences are left out. */
export function bridgePicture(
  bridge: Bridge, nameA: string, nameB: string, look: Look,
): Picture {
  const { unit, from, to, metric } = bridge;
  const steps = bridge.steps.filter(({ differences }) => differences.length > 0);
  const printed = printLadder({ unit, from, changes: steps.map(({ change }) => change) },
    look.print);
  const { palette } = look;
  const colourOf = (change: number): string =>
    (change > 0 === lowerIsBetter(unit) ? palette.loss : palette.gain);
  let at = from;
  const bars: LevelBar[] =
    [{ label: nameA, from: 0, to: from, note: printed.from, colour: palette.muted }];
  for (const [i, { label, change }] of steps.entries()) {
    bars.push({ label, from: at, to: at + change, note: printed.changes[i] ?? '',
      colour: colourOf(change) });
    at += change;
  }
  bars.push({ label: nameB, from: 0, to, note: printed.to, colour: palette.muted });
  const name = metricNames[metric];
  const said = steps.map(({ label }, i) => `${label} ${printed.changes[i] ?? ''}`).join(', ');
  return {
    kind: 'drawn', title: `${name}: from ${nameA} to ${nameB}`,
    heightPx: barsHeight(bars.length),
    summary:
      `${name} goes from ${printed.from} in ${nameA} to ${printed.to} in ${nameB}: ${said}.`,
    option: levelsOption(bars, { unit, name }, look),
    table: {
      columns: [{ label: 'Step', unit: 'text' }, { label: name, unit }],
      rows: [[nameA, from], ...steps.map(({ label, change }) => [label, change]), [nameB, to]],
    },
  };
}

/** One design under four ways of stating its unit cost. */
export function reconcilePicture(steps: readonly ReconcileStep[], look: Look): Picture {
  const title = 'The same design under four conventions';
  const { palette } = look;
  const unit = 'USD/Mtok';
  const printed = printLadder({ unit, from: 0, changes: steps.map(({ change }) => change) },
    look.print);
  const bars = steps.map(({ label, usdPerMtok, change }, i): LevelBar => ({
    label, from: usdPerMtok - change, to: usdPerMtok,
    note: i === 0 ? (printed.levels[0] ?? '')
      : `${printed.changes[i] ?? ''}  = ${printed.levels[i] ?? ''}`,
    colour: i === 0 ? palette.muted : change > 0 ? palette.loss : palette.gain,
  }));
  return {
    kind: 'drawn', title, heightPx: barsHeight(bars.length),
    summary: `Cost of a million tokens, changed one thing at a time: ${steps
      .map(({ label }, i) => `${label} ${printed.levels[i] ?? ''}`).join(', ')}.`,
    option: levelsOption(bars, { unit, name: 'Cost per million tokens' }, look),
    table: {
      columns: [{ label: 'Step', unit: 'text' }, { label: 'Change', unit },
        { label: 'Cost after it', unit }],
      rows: steps.map(({ label, change, usdPerMtok }) => [label, change, usdPerMtok]),
    },
  };
}
