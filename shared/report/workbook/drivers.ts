import { energyParts, shareEnergy } from '../../economics/statement/energy-parts.ts';
import type { OpexLine, TrafficSales } from '../../economics/statement/types.ts';
import type { WorkbookContext } from './context.ts';
import type { AssetSheets } from './assets-sheet.ts';
import type { InputsSheet } from './inputs-sheet.ts';
import type { Grid, Line } from './months-grid.ts';
import { formula, number, type Cell } from './model.ts';
import { capabilityLevel, levelOf } from './price-level.ts';

/** What the lines of the sheet Monthly are written with. */
export interface Sheets {
  readonly context: WorkbookContext;
  readonly inputs: InputsSheet;
  readonly assets: AssetSheets;
  readonly grid: Grid;
}

/** Values carried from the physical stages. */
export const carriedLine = (
  key: string, label: string, unit: string, values: ArrayLike<number>,
  total: Line['total'] = 'sum',
): Line =>
  ({ key, label, unit, style: 'carried', total,
    cell: (at) => number(values[at] ?? 0, 'carried') });

export const formulaLine = (
  key: string, label: string, unit: string, of: (at: number) => string,
  values: ArrayLike<number> | null = null,
  options: { readonly style?: Line['style']; readonly total?: Line['total'] } = {},
): Line => {
  const style = options.style ?? 'usd';
  return { key, label, unit, style, total: options.total ?? 'sum',
    cell: (at): Cell => formula(of(at), style, values?.[at] ?? null) };
};

/** Tokens of a traffic class, apart those that fill idle capacity: they earn another share. */
interface Sold {
  readonly kind: 'input' | 'cached' | 'output';
  readonly usual: Float64Array;
  readonly filled: Float64Array;
}

function soldTokens(
  { params: { lifecycle }, timeline, aligned }: WorkbookContext, key: string,
): readonly Sold[] {
  const groups = lifecycle.groups.filter((group) => group.trafficKey === key);
  const kinds =
    [['input', 'inputMissMtok'], ['cached', 'inputHitMtok'], ['output', 'outputMtok']] as const;
  return kinds.map(([kind, field]) => {
    const usual = new Float64Array(timeline.length);
    const filled = new Float64Array(timeline.length);
    for (const group of groups) {
      const [tokens, batch] = [aligned(group[field]), aligned(group.batchMtok)];
      const all = [group.inputMissMtok, group.inputHitMtok, group.outputMtok].map(aligned);
      for (let at = 0; at < timeline.length; at++) {
        const total = all.reduce((sum, series) => sum + (series[at] ?? 0), 0);
        const share = total === 0 ? 0 : (batch[at] ?? 0) / total;
        usual[at] = (usual[at] ?? 0) + (tokens[at] ?? 0) * (1 - share);
        filled[at] = (filled[at] ?? 0) + (tokens[at] ?? 0) * share;
      }
    }
    return { kind, usual, filled };
  });
}

/** The replacement in force in a month, or null before the first. */
function replacementAt({ path }: TrafficSales, month: number): number | null {
  const sorted = path.replacements.map((replacement, n) => ({ ...replacement, n }))
    .toSorted((a, b) => a.month - b.month);
  return sorted.findLast((replacement) => replacement.month <= month)?.n ?? null;
}

/** Multiple of the price of month 1: the model's clock, the capability's, or the lower. */
function priceFormula(sheets: Sheets, sales: TrafficSales, at: number): string {
  const { inputs, grid, context } = sheets;
  const k = (key: string): string => inputs.at(`sales.${sales.trafficKey}.${key}`);
  const month = grid.month(at);
  const capability = capabilityLevel(k('capabilityDecline'), month);
  const n = replacementAt(sales, context.timeline.firstMonth + at);
  const start = n === null ? '1' : k(`replaced${n}.month`);
  const level = n === null ? '1' : levelOf(sales, n, k);
  const model = `${level}*(1-${k('modelDecline')})^MAX(0,(${month}-${start})/12)`;
  const clock = {
    model, capability, lower: `MIN(${model},${capability})`,
  }[sales.path.clock];
  return `MAX(${k('floor')},${clock})`;
}

/** Tokens and price factors of the traffic classes that are sold. */
export function trafficLines(sheets: Sheets): readonly Line[] {
  const { context } = sheets;
  const keys = context.params.lifecycle.traffic.map(({ key }) => key);
  return context.params.sales.filter(({ trafficKey }) => keys.includes(trafficKey))
    .flatMap((sales) => {
      const key = sales.trafficKey;
      return [
        ...soldTokens(context, key).flatMap(({ kind, usual, filled }) => [
          carriedLine(`tokens.${key}.${kind}`, `Tokens, ${key}, ${kind}`, 'M tokens', usual),
          carriedLine(`filled.${key}.${kind}`,
            `Tokens that fill idle capacity, ${key}, ${kind}`, 'M tokens', filled),
        ]),
        formulaLine(`price.${key}`, `Price over that of month 1, ${key}`, 'ratio',
          (at) => priceFormula(sheets, sales, at), null,
          { style: 'number', total: 'none' }),
      ];
    });
}

/** Revenue of one kind of token of a traffic class. */
export function revenueFormula(
  { inputs, grid, context }: Sheets, key: string, kind: Sold['kind'], at: number,
): string {
  if (!grid.has(`price.${key}`) || at < context.timeline.lead) return '0';
  const k = (name: string): string => inputs.at(`sales.${key}.${name}`);
  return `(${grid.ref(`tokens.${key}.${kind}`, at)}*${k('usual')}+${grid.ref(`filled.${key}.${kind}`, at)}*${k('filled')})`
    + `*${k(kind)}*${grid.ref(`price.${key}`, at)}`;
}

/** What a tariff's schedule bills at the prices of month 1. */
const scheduledLines = ({ opex, aligned }: WorkbookContext): readonly Line[] =>
  opex.flatMap(({ key, label, billedUsd }) => (billedUsd === undefined ? []
    : [carriedLine(`q.bill.${key}`, `${label}, at first prices`, 'USD',
      aligned(billedUsd))]));

/** Physical quantities that operating cost and unit cost are charged on. */
export function quantityLines({ context }: Sheets): readonly Line[] {
  const { total } = context.params.lifecycle;
  const of = (series: Float64Array): Float64Array => context.aligned(series);
  const shares = shareEnergy(total, context.timeline);
  return [
    carriedLine('q.total', 'Tokens served', 'M tokens', of(total.totalMtok)),
    carriedLine('q.input', 'Input tokens', 'M tokens',
      of(total.inputMissMtok.map((x, i) => x + (total.inputHitMtok[i] ?? 0)))),
    carriedLine('q.output', 'Output tokens', 'M tokens', of(total.outputMtok)),
    carriedLine('q.capacity', 'Tokens capacity could serve', 'M tokens',
      of(total.capacityMtok)),
    carriedLine('q.kwh', 'Energy', 'kWh', of(total.energyKwh)),
    carriedLine('q.grid', 'Energy from the grid', 'kWh', of(total.gridKwh)),
    ...scheduledLines(context),
    carriedLine('q.kw-peak', 'Peak asked of the grid', 'kW', of(total.gridKwPeak), 'none'),
    carriedLine('q.m3', 'Water', 'm3', of(total.waterM3)),
    carriedLine('q.carbonKg', 'Carbon dioxide', 'kg', of(total.carbonKg)),
    carriedLine('q.criticalKw', 'Critical IT in service', 'kW', of(total.criticalKw), 'none'),
    carriedLine('q.accelerators', 'Accelerators in service', 'count',
      of(total.accelerators), 'none'),
    carriedLine('q.hours', 'Accelerator-hours reserved', 'hours',
      of(total.reservedAcceleratorHours)),
    ...energyParts.map(([part, label]) =>
      carriedLine(`q.energy.${part}`, `${label}, share`, 'ratio', shares[part], 'none')),
  ];
}

/**
 * Demand billed: the month's peak, the ratchet on the months looked back on, the least of
 * the contract.
 */
function demandFormula({ inputs, grid }: Sheets, line: OpexLine, at: number): string {
  const from = Math.max(0, at + 1 - (line.ratchetMonths ?? 12));
  const window = `MAX(${grid.range('q.kw-peak', from, at)})`;
  return `IF(${window}=0,0,MAX(${grid.ref('q.kw-peak', at)},${inputs.at(`opex.${line.key}.ratchet`)}*${window},${inputs.at(`opex.${line.key}.least`)}))`;
}

/** Price of the assets in use of a line's classes, a twelfth of it. */
function capitalFormula({ assets, grid }: Sheets, line: OpexLine, at: number): string {
  const month = grid.month(at);
  const inUse =
    `(${assets.range('inUse')}*(${assets.range('service')}<=${month})*(${assets.range('last')}>=${month})`;
  const classes = line.classes ?? [];
  const of = classes.length === 0 ? ''
    : `*(${classes.map((name) => `(${assets.range('class')}="${name}")`).join('+')})`;
  return `SUMPRODUCT(${inUse}${of})*${assets.range('amount')})/12`;
}

/** What a line is charged on in a month. */
function quantityFormula(sheets: Sheets, line: OpexLine, at: number): string {
  const { grid } = sheets;
  if (line.billedUsd !== undefined) return grid.ref(`q.bill.${line.key}`, at);
  switch (line.basis) {
    case 'kwh': return grid.ref('q.grid', at);
    case 'kw-peak': return demandFormula(sheets, line, at);
    case 'm3': return grid.ref('q.m3', at);
    case 'tco2': return `${grid.ref('q.carbonKg', at)}/1000`;
    case 'mw-year': return `${grid.ref('q.criticalKw', at)}/12000`;
    case 'kw-month': return grid.ref('q.criticalKw', at);
    case 'accelerator-year': return `${grid.ref('q.accelerators', at)}/12`;
    case 'accelerator-hour': return grid.ref('q.hours', at);
    case 'capex-year': return capitalFormula(sheets, line, at);
    case 'revenue': return grid.ref('revenue', at);
    case 'mtok': return grid.ref('q.total', at);
    case 'month': return `IF(${grid.ref('q.accelerators', at)}>0,1,0)`;
  }
}

/** A line of operating cost, negative: quantity x rate x (1 + rise)^(years from month 1). */
export function opexFormula(sheets: Sheets, line: OpexLine, at: number): string {
  const rise =
    `(1+${sheets.inputs.at(`opex.${line.key}.rise`)})^MAX(0,(${sheets.grid.month(at)}-1)/12)`;
  return `-(${quantityFormula(sheets, line, at)})*${sheets.inputs.at(`opex.${line.key}.rate`)}*${rise}`;
}

/** Sum over assets of something in the months of a condition. */
export const overAssets = ({ assets }: Sheets, of: string): string =>
  `SUMPRODUCT(${assets.range('owned')}*${of})`;
