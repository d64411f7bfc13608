import { bookMonthsOf } from '../../economics/statement/book.ts';
import { yearlyShares } from '../../economics/statement/tax-depreciation.ts';
import type { Residual } from '../../economics/statement/types.ts';
import { monthOfYear } from '../../lifecycle/month.ts';
import type { ListedAsset, WorkbookContext } from './context.ts';
import { firstColumn, monthColumn, monthRow } from './months-grid.ts';
import { columnName, formula, literal, number, text, type Cell, type Sheet } from './model.ts';

/** First row of the list. */
const first = 5;
/** Columns by what they hold. */
const column = {
  label: 'A', class: 'B', owned: 'C', inUse: 'D', amount: 'E', service: 'F', last: 'G',
  residualKind: 'H', residualA: 'I', residualB: 'J', residual: 'K', salvage: 'L',
  bookMonths: 'M', bookEnd: 'N', bookMonthly: 'O', bookLeft: 'P', months: 'Q',
  charge: 'R', deducted: 'S',
} as const;
/** Where the shares of tax years begin. */
const shareColumn = 20;

export type AssetColumn = keyof typeof column;

/** The list of assets, the draws and the tax depreciation by month, and their addresses. */
export interface AssetSheets {
  readonly sheets: readonly Sheet[];
  readonly range: (of: AssetColumn) => string;
  /** Draw shares of a month for all assets. */
  readonly draws: (at: number) => string;
  /** Tax depreciation of a month, all assets, before capitalised interest. */
  readonly depreciation: (at: number) => string;
}

/** Parameters of a residual: what the two cells beside its kind mean. */
function residualParts(residual: Residual): readonly [number, number] {
  switch (residual.kind) {
    case 'fixed': return [residual.share, 0];
    case 'straight-line': return [residual.finalShare, residual.lifeYears];
    case 'declining': return [residual.lossPerYear, 0];
  }
}

function residualFormula(kind: Residual['kind'], row: number): string {
  const age = `((G${row}-F${row}+1)/12)`;
  switch (kind) {
    case 'fixed': return `I${row}`;
    case 'straight-line': return `I${row}+(1-I${row})*MAX(0,1-${age}/J${row})`;
    case 'declining': return `(1-I${row})^${age}`;
  }
}

const sharesOf = (
  { item }: ListedAsset, { timeline }: WorkbookContext,
): readonly number[] =>
  yearlyShares(item.depreciation, monthOfYear(timeline.start, item.serviceMonth));

function assetRow(
  asset: ListedAsset, row: number, context: WorkbookContext, discountRate: string,
  years: number,
): readonly (Cell | null)[] {
  const { item } = asset;
  const { timeline } = context;
  const [a, b] = residualParts(item.residual);
  const months = bookMonthsOf(item) ?? 0;
  const draws = `Draws!$${monthColumn(0)}$${row}:$${monthColumn(timeline.length - 1)}$${row}`;
  const monthly = `((1+${discountRate})^(1/12)-1)`;
  // Payments compounded to the start of service, then a level payment over the months of
  // service.
  const compounded =
    `E${row}*SUMPRODUCT(${draws},(1+${discountRate})^((F${row}-1-Monthly!$${monthColumn(0)}$${monthRow}:$${monthColumn(timeline.length - 1)}$${monthRow})/12))`;
  const shares = sharesOf(asset, context);
  return [
    text(item.label), text(item.class), number(asset.owned ? 1 : 0, 'integer'),
    number(asset.inUse ? 1 : 0, 'integer'), number(item.amountUsd, 'in-usd'),
    number(item.serviceMonth, 'integer'), number(asset.lastMonth, 'integer'),
    text(item.residual.kind), number(a, 'in-number'), number(b, 'in-number'),
    formula(residualFormula(item.residual.kind, row), 'percent'),
    formula(`E${row}*K${row}`, 'usd'), number(months, 'in-integer'),
    formula(`MIN(G${row},F${row}+M${row}-1)`, 'integer'),
    formula(`IF(M${row}>0,E${row}/M${row},0)`, 'usd'),
    formula(`E${row}-O${row}*MAX(0,N${row}-F${row}+1)`, 'usd'),
    formula(`G${row}-F${row}+1`, 'integer'),
    formula(`IF(${discountRate}=0,(${compounded}-L${row})/Q${row},-PMT(${monthly},Q${row},${compounded},-L${row}))`,
      'usd'),
    formula(`Depreciation!$C$${row}`, 'usd'), null,
    ...Array.from({ length: years }, (_, year) => number(shares[year] ?? 0, 'in-percent')),
  ];
}

const titles: Readonly<Record<AssetColumn, string>> = {
  label: 'Asset', class: 'Class', owned: 'Bought (1)', inUse: 'Cost follows it (1)',
  amount: 'Price, USD', service: 'First month', last: 'Last month',
  residualKind: 'Residual', residualA: 'Share or loss', residualB: 'Life, years',
  residual: 'Residual share', salvage: 'Residual, USD', bookMonths: 'Book life, months',
  bookEnd: 'Book end', bookMonthly: 'Book, USD/month', bookLeft: 'Left at the end, USD',
  months: 'Months of service', charge: 'Charge, USD/month', deducted: 'Deducted, USD',
};

/** Months of the lists beside the assets, under the same columns as on the sheet Monthly. */
function monthsHead(
  title: string, note: string, context: WorkbookContext,
): (readonly (Cell | null)[])[] {
  const columns = Array.from({ length: context.timeline.length }, (_, at) => at);
  return [
    [text(title, 'title')], [text(note, 'note')], [],
    [text('Asset', 'head'), text('Class', 'head'), text('Total', 'head'),
      ...columns.map((at) => formula(`Monthly!${monthColumn(at)}$${monthRow}`, 'month',
        context.timeline.firstMonth + at))],
  ];
}

/**
 * A month of an asset's tax depreciation: its share of the tax year over the months of
 * that year it may serve.
 */
function depreciationCell(
  row: number, at: number, years: number, { timeline }: WorkbookContext,
): Cell {
  const month = `${monthColumn(at)}$${first - 1}`;
  const [service, last] = [`Assets!$F$${row}`, `Assets!$G$${row}`];
  // Months from January of the year in which month 1 falls.
  const since = (of: string): string => `(${of}+${timeline.start.month - 2})`;
  const yearsTo = (of: string): string => `INT(${since(of)}/12)`;
  const year = `(${yearsTo(month)}-${yearsTo(service)})`;
  const shares =
    `Assets!$${columnName(shareColumn)}$${row}:$${columnName(shareColumn + years - 1)}$${row}`;
  const months = `IF(${year}=0,(${yearsTo(service)}+1)*12-${since(service)},12)`;
  return formula(`IF(AND(${month}>=${service},${month}<=${last},${year}<${years}),Assets!$C$${row}*Assets!$E$${row}*INDEX(${shares},1,${year}+1)/${months},0)`,
    'usd');
}

/** A plan that buys nothing still has a row, so that ranges are never empty. */
const nothing: ListedAsset = {
  owned: false, inUse: false, lastMonth: 1,
  item: {
    key: 'none', label: 'Nothing is bought', class: 'other', amountUsd: 0, draws: [],
    serviceMonth: 1, retireAfterMonth: 1, residual: { kind: 'fixed', share: 0 },
    depreciation: { schedule: { method: 'none' }, bonusShare: 0 },
  },
};

export function writeAssets(context: WorkbookContext, discountRate: string): AssetSheets {
  const assets = context.assets.length === 0 ? [nothing] : context.assets;
  const years = Math.max(1, ...assets.map((asset) => sharesOf(asset, context).length));
  const { length, firstMonth } = context.timeline;
  const lastRow = first + assets.length - 1;
  const columns = Array.from({ length }, (_, at) => at);
  const drawShare = ({ item }: ListedAsset, at: number): number =>
    item.draws.filter(({ month }) => month === firstMonth + at)
      .reduce((sum, { share }) => sum + share, 0);
  const named = (asset: ListedAsset): readonly Cell[] => [text(asset.item.label),
    text(asset.item.class, 'note')];
  const total = (row: number): Cell =>
    formula(`SUM($${monthColumn(0)}$${row}:$${monthColumn(length - 1)}$${row})`, 'usd');
  const across = (at: number): string =>
    `$${monthColumn(at)}$${first}:$${monthColumn(at)}$${lastRow}`;
  const sheet = (name: string, rows: Sheet['rows']): Sheet =>
    ({ name, widths: [42, 14, 16, 13], freeze: { rows: first - 1, columns: firstColumn },
      rows });
  return {
    range: (of) => `Assets!$${column[of]}$${first}:$${column[of]}$${lastRow}`,
    draws: (at) => `Draws!${across(at)}`,
    depreciation: (at) => `Depreciation!${across(at)}`,
    sheets: [
      {
        name: 'Assets',
        widths: [42, 14, 10, 12, 16, 11, 11, 14, 12, 12, 12, 16, 12, 11, 15, 16, 12, 16,
          16, 3, 10],
        freeze: { rows: first - 1, columns: 1 },
        rows: [
          [text('Assets', 'title')],
          [text('Prices, residuals and shares of tax years may be changed. Charge: the level payment that pays for the asset at the discount rate.',
            'note')],
          [],
          [...Object.values(titles).map((title) => text(title, 'head')), null,
            ...Array.from({ length: years },
              (_, year) => text(`Tax year ${literal(year + 1)}`, 'head'))],
          ...assets.map((asset, n) => assetRow(asset, first + n, context, discountRate, years)),
        ],
      },
      sheet('Draws', [...monthsHead('Draws',
        'Share of the price paid in each month; the shares of a row add up to 1.',
        context),
        ...assets.map((asset, n) => [...named(asset), total(first + n),
          ...columns.map((at) => number(drawShare(asset, at), 'in-percent'))])]),
      sheet('Depreciation', [...monthsHead('Tax depreciation',
        'USD deducted in each month, before interest during construction is added to the basis.',
        context),
        ...assets.map((asset, n) => [...named(asset), total(first + n),
          ...columns.map((at) => depreciationCell(first + n, at, years, context))])]),
    ],
  };
}
