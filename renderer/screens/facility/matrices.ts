import type { HourOfMonth } from '../../../shared/facility/site/hours.ts';
import type { CoolingAtSite } from '../../../shared/plan/site/compare-cooling.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Cell, Matrix } from '../../diagrams/matrix.ts';

export const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December',
] as const;

export type ComparedFigure = 'pueAnnual' | 'puePeak' | 'wueLPerKwh';

export const yearFigures = ['pue', 'energy', 'water'] as const;
export type YearFigure = (typeof yearFigures)[number];

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** One figure of an hour of the day in a month, and how it is printed. */
const yearValues: Readonly<
  Record<YearFigure, { of: (at: HourOfMonth) => number; print: (value: number) => string }>
> = {
  pue: { of: ({ pue }) => pue, print: (value) => `PUE ${value.toFixed(3)}` },
  energy: {
    of: ({ meanFacilityKw, month }) => (meanFacilityKw * (daysOfMonth[month - 1] ?? 0)) / 1000,
    print: (value) => formatQuantity(value, 'MWh'),
  },
  water: { of: ({ wueLPerKwh }) => wueLPerKwh,
    print: (value) => formatQuantity(value, 'L/kWh') },
};

/** Twelve rows of 24 hours. */
export function yearMatrix(hours: readonly HourOfMonth[], figure: YearFigure): Matrix {
  const { of, print } = yearValues[figure];
  const at = new Map(hours.map((each) => [each.month * 24 + each.hour, of(each)]));
  const each = Array.from({ length: 24 }, (_, hour) => hour);
  return {
    columns: each.map(String), rows: monthNames, cellWidth: 34, cellHeight: 20, left: 76,
    cells: monthNames.map((name, m) => each.map((hour): Cell => {
      const value = at.get((m + 1) * 24 + hour) ?? null;
      return { value, text: '',
        label: `${name}, ${hour} to ${hour + 1} h: ${value === null ? '–' : print(value)}` };
    })),
  };
}

/** Sites down, designs across; the plan's own site first. */
export function comparisonMatrix(
  compared: readonly CoolingAtSite[], figure: ComparedFigure,
): Matrix {
  const designs = [...new Map(compared.map(({ design }) => [design.id, design])).values()];
  const sites = [...new Map(compared.map(({ site }) => [site.id, site])).values()];
  const unit = figure === 'wueLPerKwh' ? 'L/kWh' : 'ratio';
  const at = new Map(compared.map((each) => [`${each.site.id} ${each.design.id}`, each]));
  return {
    columns: designs.map(({ label }) => label), rows: sites.map(({ name }) => name),
    cellWidth: 90, cellHeight: 18, left: 204,
    cells: sites.map((site) => designs.map((design): Cell => {
      const value = at.get(`${site.id} ${design.id}`)?.[figure] ?? null;
      const printed = value === null ? 'no climate' : value.toFixed(3);
      return { value, text: printed,
        label:
          `${site.name}, ${design.label}: ${value === null ? printed : formatQuantity(value, unit)}` };
    })),
  };
}
