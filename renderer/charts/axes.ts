import type { Unit } from '../../shared/units/unit.ts';
import { logBounds } from './layout.ts';
import { axisText, type Look } from './look.ts';
import { axisScale } from './scale.ts';

/** A value axis whose name, with the unit, stands above it in reading direction. */
export function valueAxis(look: Look, unit: Unit, largest: number, per?: string) {
  const scale = axisScale(unit, largest, per, look.print);
  return {
    type: 'value' as const,
    name: scale.name,
    nameLocation: 'end' as const,
    nameGap: 10,
    nameTextStyle: { ...axisText(look), align: 'left' as const, padding: [0, 0, 0, -34] },
    splitNumber: 4,
    axisLabel: { ...axisText(look), formatter: scale.tick, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.palette.grid } },
  };
}

/**
 * A value axis whose equal heights are equal ratios, from one round value to another; linear
 * where nothing lies above nought.
 */
export function logAxis<A extends ReturnType<typeof valueAxis>>(
  axis: A, values: Iterable<number | null>,
) {
  const bounds = logBounds(values);
  if (bounds === null) return axis;
  const customValues = [...bounds.ticks];
  return {
    ...axis, type: 'log' as const, min: bounds.min, max: bounds.max,
    axisLabel: { ...axis.axisLabel, customValues },
    axisTick: { ...axis.axisTick, customValues },
  };
}

/** A horizontal value axis, its name centred below. */
export function valueAxisBelow(look: Look, unit: Unit, largest: number, name?: string) {
  const scale = axisScale(unit, largest, undefined, look.print);
  return {
    ...valueAxis(look, unit, largest),
    // Digits stand side by side here: in a narrow chart some give way.
    axisLabel: { ...axisText(look), formatter: scale.tick, hideOverlap: true },
    name: name === undefined ? scale.name : `${name} (${scale.name})`,
    nameLocation: 'middle' as const,
    nameGap: look.fontPx * 2.1,
    nameTextStyle: axisText(look),
  };
}

/** A category axis; `every` keeps only the labels it answers true for. */
export function categoryAxis(
  look: Look,
  categories: readonly string[],
  every?: (index: number) => boolean,
) {
  return {
    type: 'category' as const,
    data: [...categories],
    axisLabel: {
      ...axisText(look),
      hideOverlap: true,
      ...(every === undefined ? {} : { interval: (index: number) => every(index) }),
    },
    axisLine: { lineStyle: { color: look.palette.muted } },
    axisTick: { show: false },
  };
}

/** Categories listed from the top, as in a table. */
export function listAxis(look: Look, categories: readonly string[]) {
  return {
    ...categoryAxis(look, categories),
    inverse: true,
    axisLine: { show: false },
    axisLabel: { ...axisText(look), color: look.palette.text, interval: 0 },
  };
}

/** Years named on an axis; more would not fit a chart of half a page. */
const mostYearLabels = 6;

/**
 * Months as a category axis that is labelled at each January, and at the first month of a
 * short span.
 */
export function monthAxis(look: Look, labels: readonly string[]) {
  const januaries = labels.filter((label) => label.startsWith('Jan')).length;
  const step = Math.max(1, Math.ceil(januaries / mostYearLabels));
  let seen = -1;
  const shown = new Set(
    labels.flatMap((label, index) => {
      if (!label.startsWith('Jan')) return [];
      seen += 1;
      return seen % step === 0 ? [index] : [];
    }),
  );
  const axis = categoryAxis(look, labels,
    labels.length > 18 ? (index) => shown.has(index) : undefined);
  return {
    ...axis,
    axisLabel: {
      ...axis.axisLabel,
      formatter: (label: string) => (labels.length > 18 ? label.slice(-4) : label),
    },
  };
}
