import type { BillLine } from '../network/bill.ts';
import { totalBill } from '../network/bill.ts';
import { billOfSite } from '../plan/figures/bill.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import { flow, roundedNote, small, table, text } from './blocks.ts';
import {
  evidenceNames, type PlanView, type Section, type Table, type TableRow,
} from './types.ts';
import { printOfPlan } from './print.ts';

/**
 * The whole site piece by piece: what each costs, how that is known, and what it adds up
 * to.
 */
export function billSection(plan: PlanView): Section {
  const lines = plan.stages === undefined ? []
    : billOfSite(plan.stages).filter(({ count }) => count > 0);
  const print = printOfPlan(plan);
  const { unpriced } = totalBill(lines);
  const missing = unpriced.length === 0
    ? 'Every line has a price or stands within one that has.'
    : `Without a price, and not in the sum: ${unpriced.join(', ')}.`;
  return flow('bill', 'Bill of materials',
    lines.length === 0 ? [text('Nothing is in service, so nothing is bought.')] : [
      ...table(billTable(lines, print)),
      ...table(evidenceTable(lines, print)),
      text(missing),
      small(
        'The bill counts what the busiest month needs at today’s prices; the investment of the cash-flow statement also holds contingency, refresh and price moves.',
      ),
    ]);
}

const priceOf = ({ count, unitPriceUsd }: BillLine): number => count * (unitPriceUsd ?? 0);

function billTable(lines: readonly BillLine[], print: Print): Table {
  return {
    id: 'bill', caption: 'Site totals', note: roundedNote,
    columns: [
      { label: 'Item', unit: 'text', align: 'left' },
      { label: 'Count', unit: 'count', align: 'right' },
      { label: 'Unit price', unit: null, align: 'right' },
      { label: 'Price', unit: null, align: 'right' },
      { label: 'Evidence', unit: 'text', align: 'left' },
      { label: 'How it is counted', unit: 'text', align: 'left' },
    ],
    rows: [
      ...lines.map((line): TableRow => ({ level: 1, cells: cellsOf(line, print) })),
      { level: 0, cells: ['Sum of the priced lines', '', '',
        formatQuantity(totalBill(lines).pricedUsd, 'USD', print), '', ''] },
    ],
  };
}

function cellsOf(line: BillLine, print: Print): readonly string[] {
  const { item, model, count, unitPriceUsd, evidence, derivation, within } = line;
  const name = model === null || model === item ? item : `${item}: ${model}`;
  return [
    name, formatQuantity(Number.isInteger(count) ? count : Math.round(count * 100) / 100,
      'count', print),
    formatQuantity(unitPriceUsd, 'USD', print),
    unitPriceUsd === null ? '–' : formatQuantity(priceOf(line), 'USD', print),
    evidence === null ? (within === undefined ? 'no price found' : 'included')
      : evidenceNames[evidence],
    within === undefined ? derivation : `${derivation}; paid with ${within}`,
  ];
}

/** How much of the bill rests on which evidence. */
function evidenceTable(lines: readonly BillLine[], print: Print): Table {
  const total = totalBill(lines).pricedUsd;
  const classes =
    [...new Set(lines.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])))];
  const row = (name: string, level: 0 | 1, usd: number): TableRow => ({
    level, cells: [name, formatQuantity(usd, 'USD', print),
      formatQuantity(total === 0 ? null : usd / total, 'fraction', print)],
  });
  const sums = classes.map((each) => ({
    each, usd: lines.filter(({ evidence }) => evidence === each)
      .reduce((sum, line) => sum + priceOf(line), 0),
  }));
  return {
    id: 'bill-evidence', caption: 'What the prices rest on', note: roundedNote,
    columns: [
      { label: 'Evidence', unit: 'text', align: 'left' },
      { label: 'Price', unit: null, align: 'right' },
      { label: 'Share', unit: null, align: 'right' },
    ],
    rows: [...sums.toSorted((a, b) => b.usd - a.usd)
      .map(({ each, usd }) => row(evidenceNames[each], 1, usd)),
      row('All priced lines', 0, total)],
  };
}
