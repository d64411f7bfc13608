import type { HourOfMonth } from '../../../shared/facility/hours.ts';
import type { CoolingAtSite } from '../../../shared/plan/compare-cooling.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Cell, Matrix } from '../../diagrams/matrix.ts';

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

export type ComparedFigure = 'pueAnnual' | 'puePeak' | 'wueLPerKwh';

/** Twelve rows of 24 hours. */
export function yearMatrix(hours: readonly HourOfMonth[]): Matrix {
  const at = new Map(hours.map(({ month, hour, pue }) => [month * 24 + hour, pue]));
  const each = Array.from({ length: 24 }, (_, hour) => hour);
  return {
    columns: each.map(String), rows: monthNames, cellWidth: 34, cellHeight: 20, left: 76,
    cells: monthNames.map((name, m) => each.map((hour): Cell => {
      const value = at.get((m + 1) * 24 + hour) ?? null;
      return { value, text: '', label: `${name}, ${hour} to ${hour + 1} h: PUE ${formatQuantity(value, 'ratio')}` };
    })),
  };
}

/** Sites down, designs across; the plan's own site first. */
export function comparisonMatrix(compared: readonly CoolingAtSite[], figure: ComparedFigure): Matrix {
  const designs = [...new Map(compared.map(({ design }) => [design.id, design])).values()];
  const sites = [...new Map(compared.map(({ site }) => [site.id, site])).values()];
  const unit = figure === 'wueLPerKwh' ? 'L/kWh' : 'ratio';
  const at = new Map(compared.map((each) => [`${each.site.id} ${each.design.id}`, each]));
  return {
    columns: designs.map(({ label }) => label), rows: sites.map(({ name }) => name), cellWidth: 156, cellHeight: 19, left: 150,
    cells: sites.map((site) => designs.map((design): Cell => {
      const value = at.get(`${site.id} ${design.id}`)?.[figure] ?? null;
      const printed = value === null ? 'no climate' : value.toFixed(3);
      return { value, text: printed, label: `${site.name}, ${design.label}: ${value === null ? printed : formatQuantity(value, unit)}` };
    })),
  };
}
