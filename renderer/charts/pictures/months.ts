import { monthLabels } from '../../../shared/report/periods.ts';
import type { PlanCore, Series } from '../../../shared/plan/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Look } from '../look.ts';
import { panelsOption, type Panel } from '../lines.ts';
import { emptyPicture, type Picture } from '../picture.ts';
import { seriesColour, type Palette } from '../palette.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly shape: 'line' | 'area' | 'bars';
  readonly colour: (palette: Palette) => string;
  readonly dashed?: boolean;
}

interface PanelPlan {
  readonly title: string;
  readonly per?: string;
  readonly max?: number;
  readonly lines: readonly Line[];
}

const noMonths =
  'The plan has no months to show: put at least one rack group into service within the horizon.';

/** Months without a value (no tokens served, nothing priced) are gaps, not zeros. */
const gaps = (series: Series): (number | null)[] =>
  Array.from(series.values, (value) => (Number.isFinite(value) ? value : null));

/** A chart over the months; lines whose series the plan lacks are left out. */
function monthsPicture(
  plan: PlanCore,
  title: string,
  panels: readonly PanelPlan[],
  look: Look,
): Picture {
  const labels = monthLabels(plan);
  const present = panels
    .map((panel) => ({
      ...panel,
      lines: panel.lines.flatMap((line) => {
        const series = plan.series[line.key];
        return series === undefined ? [] : [{ ...line, series, values: gaps(series) }];
      }),
    }))
    .filter((panel) =>
      panel.lines.some(({ values }) => values.some((value) => value !== null)));
  if (present.length === 0 || labels.length === 0) return emptyPicture(title, noMonths);
  const lines = present.flatMap((panel) => panel.lines);
  return {
    kind: 'drawn',
    title,
    heightPx: present.length === 1 ? 250 : 340,
    summary: [
      `${title}, by month from ${labels[0] ?? ''} to ${labels.at(-1) ?? ''}.`,
      ...lines.map(({ name, series, values }) => describe(name, series, values, look)),
    ].join(' '),
    option: panelsOption(
      { labels, kind: 'month' },
      present.map((panel): Panel => ({
        title: panel.title,
        unit: panel.lines[0]?.series.unit ?? 'ratio',
        ...(panel.per === undefined ? {} : { per: panel.per }),
        ...(panel.max === undefined ? {} : { max: panel.max }),
        traces: panel.lines.map(({ name, values, colour, shape, dashed }) => ({
          name,
          values,
          shape,
          colour: colour(look.palette),
          ...(dashed === undefined ? {} : { dashed }),
        })),
      })),
      look,
    ),
    table: {
      columns: [
        { label: 'Month', unit: 'text' },
        ...lines.map(({ name, series }) => ({ label: name, unit: series.unit })),
      ],
      rows: labels.map((label, i) => [label, ...lines.map(({ values }) => values[i] ?? null)]),
    },
  };
}

function describe(
  name: string, { unit }: Series, values: readonly (number | null)[], { print }: Look,
): string {
  const known = values.filter((value) => value !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `${name}: no values.`;
  const [atFirst, atLast, highest] = [first, last, Math.max(...known)].map((value) =>
    formatQuantity(value, unit, print),
  );
  return `${name}: ${atFirst} at first, ${atLast} at last, highest ${highest}.`;
}

const series =
  (index: number) =>
  (palette: Palette): string =>
    seriesColour(palette, index);
const muted = (palette: Palette): string => palette.muted;

/** Tokens served each month, and what is left of their revenue. */
export const tokensAndMarginPicture = (plan: PlanCore, look: Look): Picture =>
  monthsPicture(
    plan,
    'Tokens served and margin',
    [
      {
        title: 'Tokens served',
        per: 'month',
        lines: [
          { key: 'lifecycle.servedMtok', name: 'Served', shape: 'area', colour: series(0) },
        ],
      },
      {
        title: 'Money',
        per: 'month',
        lines: [
          { key: 'economics.revenueUsd', name: 'Revenue', shape: 'line', colour: series(0) },
          { key: 'economics.opexUsd', name: 'Operating cost', shape: 'line',
            colour: series(1) },
          { key: 'economics.marginUsd', name: 'Margin', shape: 'line', colour: series(2),
            dashed: true },
        ],
      },
    ],
    look,
  );

/** What could be served, what is served, and their ratio. */
export const utilisationPicture = (plan: PlanCore, look: Look): Picture =>
  monthsPicture(
    plan,
    'Capacity and utilisation',
    [
      {
        title: 'Tokens',
        per: 'month',
        lines: [
          { key: 'lifecycle.capacityMtok', name: 'Capacity', shape: 'line', colour: muted },
          { key: 'lifecycle.servedMtok', name: 'Served', shape: 'area', colour: series(0) },
        ],
      },
      {
        title: 'Utilisation',
        max: 1,
        lines: [{ key: 'lifecycle.utilisation', name: 'Utilisation', shape: 'line',
          colour: series(2) }],
      },
    ],
    look,
  );

/** What a million tokens sells for and costs, month by month. */
export const priceAndCostPicture = (plan: PlanCore, look: Look): Picture =>
  monthsPicture(
    plan,
    'Price and unit cost',
    [
      {
        title: 'Per million tokens',
        lines: [
          { key: 'economics.priceUsdPerMTok', name: 'Price', shape: 'line', colour: series(0) },
          { key: 'economics.costPerMTokUsd', name: 'Cost', shape: 'line', colour: series(1) },
        ],
      },
    ],
    look,
  );

/** What the grid connection carries each month, and what the site takes of it. */
export const supplyPicture = (plan: PlanCore, look: Look): Picture =>
  monthsPicture(
    plan,
    'Power of the connection and at the meter',
    [
      {
        title: 'Power',
        lines: [
          { key: 'lifecycle.connectionKw', name: 'Connection', shape: 'line', colour: muted },
          { key: 'lifecycle.supplyKw', name: 'With generators', shape: 'line',
            colour: series(2), dashed: true },
          { key: 'lifecycle.facilityKwPeak', name: 'Peak', shape: 'area', colour: series(0) },
          { key: 'lifecycle.facilityKw', name: 'Mean', shape: 'line', colour: series(1),
            dashed: true },
        ],
      },
    ],
    look,
  );

/** Energy at the meter each month. */
export const energyPicture = (plan: PlanCore, look: Look): Picture =>
  monthsPicture(
    plan,
    'Energy by month',
    [
      {
        title: 'Energy at the meter',
        per: 'month',
        lines: [
          { key: 'lifecycle.energyKwh', name: 'Energy', shape: 'bars', colour: series(0) },
        ],
      },
    ],
    look,
  );
