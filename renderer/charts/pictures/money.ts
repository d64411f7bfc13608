import { listPeriods, rollUpSeries } from '../../../shared/report/periods.ts';
import type { CostLayer, PlanCore } from '../../../shared/plan/types.ts';
import { fixedShare } from '../../../shared/report/answer.ts';
import { layerName, printPrice } from '../../../shared/report/figures.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import { panelsOption, type Panel, type Trace } from '../lines.ts';
import type { Look } from '../look.ts';
import { emptyPicture, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';

const share = (part: number, whole: number): string =>
  formatQuantity(whole === 0 ? null : part / whole, 'fraction');

interface Layer {
  readonly key: string;
  readonly label: string;
  readonly usd: number;
  readonly fixed: boolean;
}

/**
 * More bars than this are hard to read; the smallest are then drawn as one. The table
 * keeps them apart.
 */
const mostBars = 10;
/** Small as they are, these are what a reader of the energy bill asks for. */
const alwaysDrawn: ReadonlySet<string> = new Set(['energy.cooling', 'energy.losses']);

/** Whether nothing of a layer follows the load. */
const isFixed = ({ usdPerMTok, fixedUsdPerMTok }: CostLayer): boolean =>
  fixedUsdPerMTok >= usdPerMTok * (1 - 1e-12);

/** Layers as drawn: the largest ones, and the rest in one bar of each kind. */
function drawnLayers(layers: readonly CostLayer[]): readonly Layer[] {
  const named = layers.map((layer): Layer => ({
    key: layer.key,
    label: layerName(layer),
    usd: layer.usdPerMTok,
    fixed: isFixed(layer),
  }));
  if (named.length <= mostBars) return named;
  const kept = new Set([
    ...named.toSorted((a, b) => b.usd - a.usd).slice(0, mostBars - 1),
    ...named.filter(({ key }) => alwaysDrawn.has(key)),
  ]);
  const rest = named.filter((layer) => !kept.has(layer));
  const merged = [true, false].flatMap((fixed): readonly Layer[] => {
    const same = rest.filter((layer) => layer.fixed === fixed);
    return same.length < 2 ? same : [{
      key: `other.${String(fixed)}`, label: `Other, ${same.length} lines`,
      usd: same.reduce((sum, { usd }) => sum + usd, 0), fixed,
    }];
  });
  return [...named.filter((layer) => kept.has(layer)), ...merged];
}

/** What the colours of layers stand for. */
const layerKinds = ({ palette }: Look) => [
  { label: 'Fixed, whatever the load', colour: seriesColour(palette, 0) },
  { label: 'Follows the load, as electricity does', colour: seriesColour(palette, 1) },
];

/**
 * What a million tokens costs, layer upon layer; layers that do not fall with the load
 * have the first colour.
 */
export function costStackPicture(plan: PlanCore, look: Look): Picture {
  const title = 'Cost of a million tokens';
  const layers = plan.costStack.filter(({ usdPerMTok }) => usdPerMTok !== 0);
  if (layers.length === 0)
    return emptyPicture(
      title,
      'No token is served, so none has a cost: check that demand and rack groups overlap.',
    );
  const total = layers.reduce((sum, layer) => sum + layer.usdPerMTok, 0);
  const colour = (layer: Layer): string => seriesColour(look.palette, layer.fixed ? 0 : 1);
  const note = (value: number): string =>
    `${printPrice(value, look.print)}  (${share(value, total)})`;
  const fixed = fixedShare(plan);
  const largest = layers.toSorted((a, b) => b.usdPerMTok - a.usdPerMTok)[0];
  const bars = cascade([
    ...drawnLayers(layers).map((layer) => ({
      label: layer.label,
      value: layer.usd,
      note: note(layer.usd),
      colour: colour(layer),
    })),
    { label: 'Total', value: total, total: true, note: printPrice(total, look.print),
      colour: look.palette.muted },
  ]);
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(bars.length, true),
    summary: [
      `Cost of a million tokens by layer: ${formatQuantity(total, 'USD/Mtok', look.print)} in all,`,
      'layers that do not fall with the load in the first colour, those that follow it at least in part in the second.',
      ...(fixed === null ? [] : [`${formatQuantity(fixed, 'fraction')} of it is fixed.`]),
      ...(largest === undefined
        ? []
        : [`The largest layer is ${layerName(largest)} with ${note(largest.usdPerMTok)}.`]),
    ].join(' '),
    option: barsOption(bars, { unit: 'USD/Mtok', legend: layerKinds(look) }, look),
    table: {
      columns: [
        { label: 'Layer', unit: 'text' },
        { label: 'Cost', unit: 'USD/Mtok' },
        { label: 'Share', unit: 'fraction' },
        { label: 'Moves with load', unit: 'fraction' },
      ],
      rows: layers.map((layer) => [
        layerName(layer),
        layer.usdPerMTok,
        layer.usdPerMTok / total,
        1 - layer.fixedUsdPerMTok / layer.usdPerMTok,
      ]),
    },
  };
}

type Amounts = readonly (number | null)[];

/** Bars that turn colour below zero, and the running sum over them. */
function cashPanel(net: Amounts, cumulative: Amounts | null, { palette }: Look): Panel {
  const bars: Trace = {
    name: 'Net cash flow',
    values: net,
    shape: 'bars',
    colour: palette.gain,
    colourAt: (i) => ((net[i] ?? 0) < 0 ? palette.loss : palette.gain),
  };
  const sum: readonly Trace[] =
    cumulative === null
      ? []
      : [{ name: 'Cumulative', values: cumulative, shape: 'line', colour: palette.text }];
  return { title: 'Net cash flow (bars) and running sum', unit: 'USD', traces: [bars, ...sum] };
}

/** Net cash flow of each year as bars and its running sum as a line. */
export function cashFlowPicture(plan: PlanCore, look: Look): Picture {
  const title = 'Cash flow by year';
  const years = listPeriods(plan, 'year');
  const net = rollUpSeries(plan, 'economics.netCashFlowUsd', years);
  const cumulative = rollUpSeries(plan, 'economics.cumulativeUsd', years);
  if (net === null || net.every((value) => value === null)) {
    return emptyPicture(
      title,
      'There is no cash flow yet: the plan needs at least one rack group in service.',
    );
  }
  const labels = years.map(({ label }) => label.replace(/ \(.*/u, ''));
  return {
    kind: 'drawn',
    title,
    heightPx: 260,
    summary: [
      'Net cash flow after tax by year.',
      ...years.map(({ label }, i) =>
        `${label}: ${formatQuantity(net[i] ?? null, 'USD', look.print)}.`),
      `Cumulative at the end: ${formatQuantity(cumulative?.at(-1) ?? null, 'USD', look.print)}.`,
    ].join(' '),
    option: panelsOption({ labels, kind: 'period' }, [cashPanel(net, cumulative, look)], look),
    table: {
      columns: [
        { label: 'Year', unit: 'text' },
        { label: 'Months', unit: 'text' },
        { label: 'Net cash flow', unit: 'USD' },
        { label: 'Cumulative', unit: 'USD' },
      ],
      rows: years.map(
        ({ label, span }, i) => [label, span, net[i] ?? null, cumulative?.[i] ?? null],
      ),
    },
  };
}

/** Part of the investment, as the economics stage sums it by class. */
export interface CapexPart {
  readonly label: string;
  readonly usd: number;
}

/**
 * What is bought, largest first.
 * @param why why nothing is known of it; null where it is known
 */
export function capexPicture(
  parts: readonly CapexPart[], look: Look, why: string | null = null,
): Picture {
  const title = 'Investment by class';
  const shown = parts.filter(({ usd }) => usd > 0).toSorted((a, b) => b.usd - a.usd);
  const total = shown.reduce((sum, { usd }) => sum + usd, 0);
  if (shown.length === 0)
    return emptyPicture(title,
      why ?? 'Nothing is bought: the design is rented, or has no racks.');
  const note = (usd: number): string =>
    `${formatQuantity(usd, 'USD', look.print)}  (${share(usd, total)})`;
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(shown.length),
    summary: [
      `Investment of ${formatQuantity(total, 'USD', look.print)} by class.`,
      ...shown.map(({ label, usd }) => `${label}: ${note(usd)}.`),
    ].join(' '),
    option: barsOption(
      shown.map(({ label, usd }) => ({
        label,
        from: 0,
        to: usd,
        note: note(usd),
        colour: seriesColour(look.palette, 0),
      })),
      { unit: 'USD' },
      look,
    ),
    table: {
      columns: [
        { label: 'Class', unit: 'text' },
        { label: 'Cost', unit: 'USD' },
        { label: 'Share', unit: 'fraction' },
      ],
      rows: shown.map(({ label, usd }) => [label, usd, usd / total]),
    },
  };
}
