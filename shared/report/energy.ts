import { formatQuantity } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';
import { chart, flow, roundedNote, table } from './blocks.ts';
import { figureTable } from './serving.ts';
import { listPeriods, rollUp, type Period } from './periods.ts';
import type { PlanView, Section, Table, TableRow } from './types.ts';
import { printOfPlan } from './print.ts';

/** What the plant adds to the racks' energy, over the year and month by month. */
export function energySection(plan: PlanView): Section {
  return flow('energy', 'Energy, cooling and water', [
    chart('pue'),
    chart('climate'),
    chart('energy'),
    ...monthTable(plan),
    ...table(figureTable(plan, 'efficiency', 'Efficiency of the plant', [
      ['headline.pueAnnual', 'PUE, annual'], ['headline.puePeak', 'PUE, peak'],
      ['facility.coolingPpue', 'Cooling pPUE, annual'], ['headline.wueLPerKwh', 'WUE'],
      ['facility.cueGPerKwh', 'CUE'],
      ['facility.waterM3PerYear', 'Water in a year at full load'],
      ['facility.chillerHours', 'Hours of a year in which a chiller runs'],
    ])),
  ]);
}

/** Series by month, and what divides them into the unit printed. */
const monthSeries: readonly (readonly [
  key: string, label: string, unit: Unit, divisor: number,
])[] = [
  ['lifecycle.energyKwh', 'Energy', 'MWh', 1000],
  ['lifecycle.facilityKw', 'Mean power', 'kW', 1],
  ['lifecycle.itKw', 'of it IT', 'kW', 1], ['lifecycle.waterM3', 'Water', 'm3', 1],
  ['lifecycle.servedMtok', 'Tokens served', 'Mtok', 1],
];

/** The months of the year in which most energy is drawn, and their sum or mean. */
function monthTable(plan: PlanView): ReturnType<typeof table> {
  const energy = plan.series['lifecycle.energyKwh'];
  const known = monthSeries.filter(([key]) => plan.series[key] !== undefined);
  if (energy === undefined) return [];
  const years = listPeriods(plan, 'year')
    .flatMap((period) => {
      const kwh = rollUp(plan, energy, period);
      return kwh === null || kwh === 0 ? [] : [{ period, kwh }];
    });
  const busiest = years.toSorted((a, b) => b.kwh - a.kwh)[0];
  if (busiest === undefined) return [];
  const { period } = busiest;
  const print = printOfPlan(plan);
  const line = (name: string, level: 0 | 1, of: Period): TableRow => ({
    level,
    cells: [name, ...known.map(([key, , unit, divisor]) => {
      const series = plan.series[key];
      const value = series === undefined ? null : rollUp(plan, series, of);
      return formatQuantity(value === null ? null : value / divisor, unit, print);
    })],
  });
  const months = listPeriods(plan, 'month')
    .filter(({ from }) => from >= period.from && from < period.to);
  const value: Table = {
    id: 'energy-months',
    caption: `Energy and water by month, ${period.span}, the year that draws most`,
    note: `The last line adds energy, water and tokens up and averages power. ${roundedNote}`,
    columns: [
      { label: 'Month', unit: 'text', align: 'left' },
      ...known.map(([, label]) => ({ label, unit: null, align: 'right' as const })),
    ],
    rows: [...months.map((month) => line(month.label, 1, month)), line('Year', 0, period)],
  };
  return table(value);
}
