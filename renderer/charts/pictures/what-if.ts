import type { PlanCore } from '../../../shared/plan/types.ts';
import { monthLabels } from '../../../shared/report/periods.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { DeclinePoint, UseCurve } from '../../state/what-if.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import { usefulDeclines, usefulRates } from '../layout.ts';
import { panelsOption } from '../lines.ts';
import type { Look } from '../look.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type Picture } from '../picture.ts';

/** Months without a value are gaps, not zeros. */
const monthsOf = (plan: PlanCore, key: string): (number | null)[] =>
  Array.from(plan.series[key]?.values ?? [],
    (value) => (Number.isFinite(value) ? value : null));

/**
 * The first months, of which few tokens bear the cost of everything, would flatten all
 * others: the axis then ends at twice the middle month. The table keeps them.
 */
function cutAbove(values: readonly (number | null)[]): { readonly max?: number } {
  const known = values.flatMap((value) => (value === null ? [] : [value]))
    .toSorted((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0;
  return (known.at(-1) ?? 0) > 3 * middle ? { max: Number((2 * middle).toPrecision(1)) } : {};
}

/** Unit cost by month with all releases of the roadmap and with none. */
export function roadmapPicture(without: PlanCore, all: PlanCore, look: Look): Picture {
  const title = 'Unit cost with and without the roadmap';
  const key = 'economics.costPerMTokUsd';
  const [plain, gained] = [monthsOf(without, key), monthsOf(all, key)];
  if (plain.every((value) => value === null)) return emptyPicture(title,
    'No token has a cost yet; the figures say why.');
  const labels = monthLabels(without);
  const [last, lastGained] = [plain.at(-1) ?? null, gained.at(-1) ?? null];
  return {
    kind: 'drawn', title, heightPx: 240,
    summary:
      `Cost of a million tokens by month. In the last month ${formatQuantity(last, 'USD/Mtok', look.print)} without releases and ${formatQuantity(lastGained, 'USD/Mtok', look.print)} with all of them.`,
    option: panelsOption({ labels, kind: 'month' }, [{
      title: 'Cost per million tokens', unit: 'USD/Mtok', ...cutAbove(plain), traces: [
        { name: 'No release', values: plain, shape: 'line', colour: look.palette.muted,
          dashed: true },
        { name: 'All releases', values: gained, shape: 'line',
          colour: seriesColour(look.palette, 0) },
      ],
    }], look),
    table: {
      columns: [{ label: 'Month', unit: 'text' },
        { label: 'No release', unit: 'USD/Mtok' },
        { label: 'All releases', unit: 'USD/Mtok' }],
      rows: labels.map((label, at) => [label, plain[at] ?? null, gained[at] ?? null]),
    },
  };
}

/** A step of what a million tokens sells for: the price, what it is spent on, what is left. */
export interface WaterfallStep {
  readonly label: string;
  readonly usdPerMTok: number;
}

/**
 * Steps beyond these are drawn as one; they come largest first, and the table keeps them
 * apart.
 */
const mostSteps = 8;

/** From the mean price of a million tokens through every cost to the margin. */
export function waterfallPicture(
  price: number | null, steps: readonly WaterfallStep[], look: Look,
): Picture {
  const title = 'From price to margin, per million tokens';
  if (price === null || steps.length === 0) return emptyPicture(title,
    'There is no price or no cost to compare; the figures say why.');
  const margin = price - steps.reduce((sum, { usdPerMTok }) => sum + usdPerMTok, 0);
  const { palette } = look;
  const drawn = steps.slice(0, mostSteps);
  const rest = steps.slice(mostSteps);
  const other = { label: `Other, ${rest.length} lines`,
    usdPerMTok: rest.reduce((sum, { usdPerMTok }) => sum + usdPerMTok, 0) };
  const bars = cascade([
    { label: 'Mean price', value: price, total: true, colour: palette.gain },
    ...[...drawn, ...(rest.length === 0 ? [] : [other])].map(({ label, usdPerMTok }) => ({
      label, value: -usdPerMTok, colour: palette.loss,
      note: `−${formatQuantity(usdPerMTok, 'USD/Mtok', look.print)}`,
    })),
    { label: 'Margin before tax', value: margin, total: true,
      colour: margin < 0 ? palette.loss : palette.gain,
      note: formatQuantity(margin, 'USD/Mtok', look.print) },
  ]);
  return {
    kind: 'drawn', title, heightPx: barsHeight(bars.length),
    summary:
      `A million tokens sells for ${formatQuantity(price, 'USD/Mtok', look.print)} on average over the life and leaves ${formatQuantity(margin, 'USD/Mtok', look.print)} after economic cost.`,
    option: barsOption(bars, { unit: 'USD/Mtok' }, look),
    table: {
      columns: [{ label: 'Step', unit: 'text' },
        { label: 'Per million tokens', unit: 'USD/Mtok' }],
      rows: [['Mean price', price],
        ...steps.map(({ label, usdPerMTok }) => [label, -usdPerMTok] as const),
        ['Margin before tax', margin]],
    },
  };
}

/**
 * Cost per million tokens from 5 to 100 % load, one line per system.
 * @param why why there is no curve where there is none
 */
export function usePicture(
  curves: readonly UseCurve[], look: Look, why: string | null = null,
): Picture {
  const title = 'Cost per million tokens by load';
  const [first] = curves;
  if (first === undefined || first.points.length === 0) return emptyPicture(title,
    why ?? 'No token has a cost yet; the figures say why.');
  const labels = first.points.map(({ utilisation }) => `${Math.round(utilisation * 100)} %`);
  const at = (curve: UseCurve, use: number): number | null =>
    curve.points.find((p) => Math.abs(p.utilisation - use) < 1e-9)?.usdPerMtok ?? null;
  return {
    kind: 'drawn', title, heightPx: 300,
    summary:
      `${curves.map((curve) => `${curve.name}: ${formatQuantity(at(curve, 1), 'USD/Mtok', look.print)} at full load, ${formatQuantity(at(curve, 0.1), 'USD/Mtok', look.print)} at a tenth.`).join(' ')} The fixed part grows ten times as load falls to a tenth.`,
    option: panelsOption({ labels, kind: 'bin', name: 'Share of capacity in use' }, [{
      title: 'Cost per million tokens', unit: 'USD/Mtok', log: true,
      traces: curves.map((curve, index) => ({
        name: curve.name, shape: 'line', colour: seriesColour(look.palette, index),
        values: curve.points.map(({ usdPerMtok }) => usdPerMtok),
      })),
    }], look),
    table: {
      columns: [{ label: 'Load', unit: 'text' }, ...curves.flatMap(({ name }) => [
        { label: name, unit: 'USD/Mtok' as const },
        { label: `${name}, fixed part`, unit: 'USD/Mtok' as const },
      ])],
      rows: labels.map((label, i) => [label, ...curves.flatMap(({ points }) => [
        points[i]?.usdPerMtok ?? null, points[i]?.fixedUsdPerMtok ?? null,
      ])]),
    },
  };
}

/**
 * Net present value of the owner's flow over the discount rate, with every rate of return
 * in its words.
 */
export function npvProfilePicture(
  profile: readonly { readonly rate: number; readonly npvUsd: number }[],
  roots: readonly number[], look: Look,
): Picture {
  const title = 'Net present value by discount rate';
  if (profile.length === 0) return emptyPicture(title,
    'There is no net present value; the figures say why.');
  const { from, to } = usefulRates(roots, profile.map(({ rate }) => rate));
  const drawn = profile.filter(({ rate }) => rate >= from - 1e-9 && rate <= to + 1e-9);
  const labels = drawn.map(({ rate }) => `${Number((rate * 100).toPrecision(3))} %`);
  const crossings = roots.length === 0 ? 'No rate brings it to zero.'
    : `It is zero at ${roots.map((root) => formatQuantity(root, 'fraction/year', look.print)).join(' and at ')}.`;
  return {
    kind: 'drawn', title, heightPx: 240,
    summary: `Net present value of the owner’s flow over the discount rate. ${crossings}`,
    option: panelsOption({ labels, kind: 'bin', name: 'Discount rate',
      at: { values: drawn.map(({ rate }) => rate), unit: 'fraction/year' } }, [{
      title: 'Owner’s flow', unit: 'USD', traces: [
        { name: 'NPV', values: drawn.map(({ npvUsd }) => npvUsd), shape: 'line',
          colour: seriesColour(look.palette, 0) },
      ],
    }], look),
    table: {
      columns: [{ label: 'Rate', unit: 'fraction/year' },
        { label: 'Net present value', unit: 'USD' }],
      rows: profile.map(({ rate, npvUsd }) => [rate, npvUsd]),
    },
  };
}

/**
 * The headline over the yearly decline of all prices.
 * @param why why there is no curve where there is none
 */
export function declinePicture(
  points: readonly DeclinePoint[], breakEven: number | null, look: Look,
  why: string | null = null,
): Picture {
  const title = 'Net present value by price decline';
  if (points.every(({ npvUsd }) => npvUsd === null)) return emptyPicture(title,
    why ?? 'There is no net present value; the figures say why.');
  const labels = points.map(({ decline }) => `${Math.round(decline * 100)} %`);
  const drawn =
    points.slice(0, usefulDeclines(points.map(({ decline }) => decline), breakEven));
  const even = breakEven === null ? ''
    : ` Before tax and debt the plan breaks even at ${formatQuantity(breakEven, 'fraction/year', look.print)}.`;
  return {
    kind: 'drawn', title, heightPx: 260,
    summary:
      `Net present value falls from ${formatQuantity(points[0]?.npvUsd ?? null, 'USD', look.print)} with constant prices to ${formatQuantity(points.at(-1)?.npvUsd ?? null, 'USD', look.print)} at a decline of ${labels.at(-1) ?? ''} a year.${even}`,
    option: panelsOption({ labels: labels.slice(0, drawn.length), kind: 'bin',
      name: 'Yearly decline of all token prices' }, [{
      title: 'Over the horizon', unit: 'USD', traces: [
        { name: 'Net present value', values: drawn.map(({ npvUsd }) => npvUsd),
          shape: 'line', colour: seriesColour(look.palette, 0) },
        { name: 'Revenue', values: drawn.map(({ revenueUsd }) => revenueUsd),
          shape: 'line', colour: look.palette.muted, dashed: true },
      ],
    }], look),
    table: {
      columns: [{ label: 'Decline per year', unit: 'text' },
        { label: 'Net present value', unit: 'USD' }, { label: 'Revenue', unit: 'USD' }],
      rows: points.map(({ npvUsd, revenueUsd }, i) => [labels[i] ?? '', npvUsd, revenueUsd]),
    },
  };
}
