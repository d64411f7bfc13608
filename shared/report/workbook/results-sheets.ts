import { prefillShareOf } from '../../economics/statement/allocation.ts';
import type { Metric } from '../../economics/statement/result-types.ts';
import { explainAbsent } from '../../plan/figures/notices.ts';
import type { Sheets } from './drivers.ts';
import {
  formula, literal, number, quoted, text, type Cell, type Sheet, type StyleName,
} from './model.ts';

/** A result: how the workbook computes it and what the engine found. */
export interface ResultRow {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly style: StyleName;
  readonly metric: Metric;
  readonly of: string;
  /** Condition under which there is no value, beside a formula that cannot be computed. */
  readonly absentIf?: string;
  /** Why there is none then; the plan's own reason where the plan has none. */
  readonly why?: string;
}

const row = (key: string, label: string, unit: string, style: StyleName, metric: Metric
  | number, of: string): ResultRow =>
  ({ key, label, unit, style,
    metric: typeof metric === 'number' ? { value: metric } : metric, of });

const M = (range: string): string => `Monthly!${range}`;

/** Monthly rates from which a rate of return is looked for, one after the other. */
const guesses = [0.01, -0.01, 0.05, -0.03, 0.15, -0.08] as const;

/**
 * Rate of return of a line, looked for near the engine's root first: a flow may have
 * several, and after an input is changed it lies elsewhere.
 */
const irrOf = (sheets: Sheets, key: string, root: number | null): string => {
  const flow = M(sheets.grid.range(key));
  const near = root === null ? [] : [Number(((1 + root) ** (1 / 12) - 1).toPrecision(6))];
  const found = [...near, ...guesses].map((guess) => `IRR(${flow},${literal(guess)})`)
    .reduceRight((rest, next) => (rest === '' ? next : `IFERROR(${next},${rest})`), '');
  return `(1+${found})^12-1`;
};

/** The plan's one rate first, then every other at which the NPV is nought. */
function irrRows(sheets: Sheets): readonly ResultRow[] {
  const { equity } = sheets.context.result;
  const { roots } = equity.returns;
  const quoted = equity.irr.value;
  const others = roots.flatMap((root, n) => (root === quoted ? [] : [
    row(`irr.${n}`, `IRR, root ${n + 1} of ${roots.length}`, 'per year', 'percent', root,
      irrOf(sheets, 'equity', root)),
  ]));
  const one = row('irr', 'IRR', 'per year', 'percent', equity.irr,
    irrOf(sheets, 'equity', quoted));
  return quoted === null && roots.length > 1 ? others : [one, ...others];
}

/** First month of a line's numbers, and the last. */
const span = (sheets: Sheets, key: string, which: 'MIN' | 'MAX'): string =>
  `${which}(${M(sheets.grid.range(key))})`;

function mirrOf(sheets: Sheets): string {
  const { grid, inputs } = sheets;
  const [flow, months] = [M(grid.range('equity')), M(grid.months())];
  const [first, last] = [span(sheets, 'x.flowMonth', 'MIN'),
    span(sheets, 'x.flowMonth', 'MAX')];
  const out =
    `SUMPRODUCT((${flow}<0)*-${flow}*(1+${inputs.at('financeRate')})^(-(${months}-${first})/12))`;
  const back =
    `SUMPRODUCT((${flow}>0)*${flow}*(1+${inputs.at('reinvestRate')})^((${last}-${months})/12))`;
  return `IF(OR(${out}=0,${back}=0),NA(),(${back}/${out})^(12/(${last}-${first}))-1)`;
}

/**
 * The month after the last in which the sum is below 0; none where it is below 0 at the
 * end, or never.
 */
function paybackRow(
  sheets: Sheets, key: string, label: string, metric: Metric, months: string,
): ResultRow {
  const below = M(sheets.grid.range(months));
  const horizon = sheets.context.timeline.horizonMonths;
  return {
    ...row(key, label, 'month of the plan', 'integer', metric,
      `MAX(0,${span(sheets, months, 'MAX')}+1)`),
    absentIf: `OR(COUNT(${below})=0,MAX(${below})>=${literal(horizon)})`,
    why: 'not within the horizon, or nothing is ever paid in',
  };
}

/** Cover of debt service; without debt the months hold none to measure. */
function coverRows({ context: { result: { debt } }, grid }: Sheets): readonly ResultRow[] {
  if (debt === null) return [];
  const least = (key: string): string => `IF(COUNT(${M(grid.range(key))})=0,NA(),MIN(${M(grid.range(key))}))`;
  return [
    row('dscrMin', 'Least DSCR of twelve months, after tax', 'ratio', 'number',
      debt.dscrYearMin, least('x.dscrYear')),
    row('dscrMonthMin', 'Least DSCR of a month, before tax', 'ratio', 'number', debt.dscrMin,
      least('x.dscr')),
    row('debtShortfallUsd', 'Debt service beyond EBITDA', 'USD', 'usd', debt.shortfallUsd,
      M(grid.total('debt.shortfall'))),
  ];
}

/** Returns to the owner and of the project. */
export function returnRows(sheets: Sheets): readonly ResultRow[] {
  const { context: { result }, grid } = sheets;
  const { equity, project, totals } = result;
  const of = (key: string): string => M(grid.range(key));
  const npv = (key: string): string => `SUMPRODUCT(${of(key)},${of('x.discount')})`;
  return [
    row('npvUsd', 'NPV, owner, after tax and debt', 'USD', 'usd', equity.npvUsd, npv('equity')),
    ...irrRows(sheets),
    row('mirr', 'MIRR', 'per year', 'percent', equity.mirr, mirrOf(sheets)),
    paybackRow(sheets, 'paybackMonths', 'Payback', equity.paybackMonths, 'x.negativeMonth'),
    paybackRow(sheets, 'discountedPaybackMonths', 'Discounted payback',
      equity.discountedPaybackMonths, 'x.negativeDiscountedMonth'),
    row('roi', 'ROI', 'ratio', 'percent', equity.roi,
      `SUM(${of('equity')})/-MIN(0,${of('x.cumulative')})`),
    row('moic', 'MOIC', 'ratio', 'number', equity.moic,
      `1+SUM(${of('equity')})/-MIN(0,${of('x.cumulative')})`),
    row('revenueMultiple', 'Revenue over investment', 'ratio', 'number',
      totals.revenueMultiple, `${M(grid.total('revenue'))}/-${M(grid.total('capex'))}`),
    ...coverRows(sheets),
    row('projectNpvUsd', 'NPV, project before debt', 'USD', 'usd', project.npvUsd,
      npv('project')),
    row('projectIrr', 'IRR, project before debt', 'per year', 'percent', project.irr,
      irrOf(sheets, 'project', project.irr.value)),
    row('capexUsd', 'Investment', 'USD', 'usd', totals.capexUsd, `-${M(grid.total('capex'))}`),
    row('opexUsd', 'Operating cost', 'USD', 'usd', totals.opexUsd, `-${M(grid.total('opex'))}`),
    row('revenueUsd', 'Revenue', 'USD', 'usd', totals.revenueUsd, M(grid.total('revenue'))),
    row('taxUsd', 'Tax', 'USD', 'usd', totals.taxUsd,
      `-${M(grid.total('tax.state'))}-${M(grid.total('tax.federal'))}`),
  ];
}

/** Economic cost of all tokens by part. */
export function stackRows({ context: { result, opex }, grid }: Sheets): readonly ResultRow[] {
  const bills = opex.filter(({ group }) => group === 'energy')
    .map(({ key }) => M(grid.range(`opex.${key}`)));
  const energyPart = (key: string): string =>
    `-(${bills.map((bill) => `SUMPRODUCT(${bill},${M(grid.range(`q.${key}`))})`).join('+')})`;
  return result.unitCost.stack.map(({ key, label, usd }) => {
    const isCapital = key.startsWith('capital.');
    const source = isCapital ? M(grid.total(`charge.${key.slice('capital.'.length)}`))
      : key.startsWith('energy.') ? energyPart(key) : `-${M(grid.total(`opex.${key}`))}`;
    return row(`stack.${key}`, isCapital ? `Capital charge, ${label}` : label, 'USD',
      'usd', usd, source);
  });
}

/** Cost per million tokens in every form the plan states. */
export function unitCostRows(sheets: Sheets): readonly ResultRow[] {
  const { context: { result: { unitCost } }, grid } = sheets;
  const of = (key: string): string => M(grid.range(key));
  const pv = (key: string, factor = 'x.discount'): string =>
    `SUMPRODUCT(${of(key)},${of(factor)})`;
  const cost = `(-${pv('capex')}-${pv('opex')}-${pv('salvage')})`;
  const owner = `(${pv('revenue')}-${pv('equity')})`;
  const total = M(grid.total('x.cost'));
  const per = (key: string, label: string, metric: Metric, formulaText: string): ResultRow =>
    row(key, label, 'USD/M tokens', 'unit-cost', metric, formulaText);
  const input = M(grid.total('q.input'));
  const output = M(grid.total('q.output'));
  return [
    per('costPerMTokUsd', 'Cost of a million tokens', unitCost.costPerMtokUsd,
      `${total}/${M(grid.total('q.total'))}`),
    per('reservationPerMTokUsd', 'The same over what capacity could serve',
      unitCost.reservationPerMtokUsd, `${total}/${M(grid.total('q.capacity'))}`),
    per('lcotNominalUsd', 'LCOT, nominal', unitCost.lcotNominalUsd, `${cost}/${pv('q.total')}`),
    per('lcotRealUsd', 'LCOT, real', unitCost.lcotRealUsd,
      `${cost}/${pv('q.total', 'x.realDiscount')}`),
    per('lcotOwnerNominalUsd', 'LCOT after tax and debt, nominal',
      unitCost.lcotOwnerNominalUsd, `${owner}/${pv('q.total')}`),
    per('lcotOwnerRealUsd', 'LCOT after tax and debt, real', unitCost.lcotOwnerRealUsd,
      `${owner}/${pv('q.total', 'x.realDiscount')}`),
    per('levelisedPriceUsd', 'Levelised price', unitCost.levelisedPriceUsd,
      `${pv('revenue')}/${pv('q.total')}`),
    ...allocationRows(sheets, total, input, output),
    row('joulesPerToken', 'Energy per token', 'J', 'number', unitCost.joulesPerToken,
      `${M(grid.total('q.kwh'))}*3.6/${M(grid.total('q.total'))}`),
    row('gCo2PerMTok', 'Carbon dioxide', 'g/M tokens', 'number', unitCost.gramsCo2PerMtok,
      `${M(grid.total('q.carbonKg'))}*1000/${M(grid.total('q.total'))}`),
    row('litresPerMTok', 'Water', 'L/M tokens', 'number', unitCost.litresPerMtok,
      `${M(grid.total('q.m3'))}*1000/${M(grid.total('q.total'))}`),
  ];
}

/** Input and output cost under every rule. */
function allocationRows(
  { context, grid }: Sheets, total: string, input: string, output: string,
): readonly ResultRow[] {
  const { unitCost } = context.result;
  const revenue = (kinds: readonly string[]): string => `(${context.params.lifecycle.traffic
    .flatMap(({ key }) => kinds.map((kind) => `revenue.${key}.${kind}`)).filter((key) => grid.has(key)).map((key) => M(grid.total(key))).join('+') || '0'})`;
  const prefill = literal(prefillShareOf(context.params.lifecycle));
  const byPrice =
    `(${revenue(['input', 'cached'])}/(${revenue(['input', 'cached', 'output'])}))`;
  const share: Readonly<Record<string, string>> = {
    total: `(${input}/(${input}+${output}))`, output: '0', resource: prefill, price: byPrice,
  };
  return unitCost.allocations.flatMap(({ rule, inputUsdPerMtok, outputUsdPerMtok }) => {
    const part = share[rule];
    const [ofInput, ofOutput] = part === undefined ? [total, total]
      : [`${total}*${part}`, `${total}*(1-${part})`];
    return [
      row(`allocation.${rule}.input`, `Input token, rule ${rule}`, 'USD/M tokens',
        'unit-cost', inputUsdPerMtok, `${ofInput}/${input}`),
      row(`allocation.${rule}.output`, `Output token, rule ${rule}`, 'USD/M tokens',
        'unit-cost', outputUsdPerMtok, `${ofOutput}/${output}`),
    ];
  });
}

/** Row of the first result on a sheet of results. */
export const firstResultRow = 5;

/**
 * What a result cell computes; where there is nothing to compute it says so, and computes
 * again once the inputs give something.
 */
function liveCell({ metric, of, style, absentIf, why }: ResultRow): Cell {
  const told = metric.value === null ? explainAbsent(metric.absent)
    : why ?? 'these inputs give no value';
  const none = quoted(`absent: ${told}`);
  const value = absentIf === undefined ? of : `IF(${absentIf},${none},${of})`;
  return formula(`IFERROR(${value},${none})`, style, metric.value ?? `absent: ${told}`);
}

/** A sheet of results: label, unit, the formula; an absent one says why. */
export function drawResults(
  name: string, title: string, note: string, rows: readonly ResultRow[],
): Sheet {
  return {
    name, widths: [46, 20, 22], freeze: { rows: firstResultRow - 1, columns: 1 },
    rows: [
      [text(title, 'title')], [text(note, 'note')], [],
      [text('Figure', 'head'), text('Unit', 'head'), text('Value', 'head')],
      ...rows.map((entry) => [text(entry.label), text(entry.unit, 'note'), liveCell(entry)]),
    ],
  };
}

/** A check: the workbook's value beside the engine's. */
function checkRow(
  sheet: string, entry: ResultRow, engine: number, at: number, checkAt: number,
): readonly (Cell | null)[] {
  const address = `'${sheet}'!$C$${firstResultRow + at}`;
  return [
    text(entry.label), text(entry.unit, 'note'), number(engine, 'number'),
    formula(address, 'number', engine),
    formula(`IFERROR(ABS(D${checkAt}-C${checkAt})/MAX(ABS(C${checkAt}),1E-9),1)`, 'number', 0),
    formula(`IF(E${checkAt}<=0.000001,"OK","DIFFERS")`, 'ok', 'OK'),
  ];
}

/** Checks of results, of each line of months against the engine's, and of identities. */
export function drawChecks(
  sheets: Sheets,
  results: readonly { readonly sheet: string; readonly rows: readonly ResultRow[] }[],
): Sheet {
  const { context, grid } = sheets;
  const body: (readonly (Cell | null)[])[] = [];
  const next = (): number => firstResultRow + 2 + body.length;
  for (const { sheet, rows } of results) {
    for (const [at, entry] of rows.entries()) {
      const { value } = entry.metric;
      if (value !== null) body.push(checkRow(sheet, entry, value, at, next()));
    }
  }
  for (const { key, label, values } of context.result.statement.lines) {
    const size = values.reduce((sum, value) => sum + Math.abs(value), 0);
    const [ours, engine] = [M(grid.range(key)), `Engine!${grid.range(key)}`];
    const at = next();
    body.push([text(`Every month: ${label}`), text('USD', 'note'), number(size, 'number'),
      formula(`SUMPRODUCT(ABS(${ours}))`, 'number', size),
      formula(`SUMPRODUCT(ABS(${ours}-${engine}))/MAX(C${at},1)`, 'number', 0),
      formula(`IF(E${at}<=0.000001,"OK","DIFFERS")`, 'ok', 'OK')]);
  }
  const identity = (label: string, of: string): void => {
    const at = next();
    body.push([text(label), text('ratio', 'note'), number(0, 'number'),
      formula(of, 'number', 0), formula(`ABS(D${at})`, 'number', 0),
      formula(`IF(E${at}<=0.000000001,"OK","DIFFERS")`, 'ok', 'OK')]);
  };
  if (grid.has('debt.balance')) {
    identity('Debt ends at nothing',
      `${M(grid.ref('debt.balance', grid.length - 1))}/MAX(1,${M(grid.total('debt.draws'))})`);
    identity('Drawn and added = repaid',
      `(${['draws', 'capitalised', 'principal', 'balloon'].map((part) => M(grid.total(`debt.${part}`))).join('+')})/MAX(1,${M(grid.total('debt.draws'))})`);
  }
  identity('Receivables and payables are settled',
    `(${M(grid.total('workingCapital'))})/MAX(1,${M(grid.total('revenue'))})`);
  identity('Assets: price = book depreciation + write-off + residual',
    `(${['capex', 'salvage', 'book.depreciation', 'book.writeOff'].map((key) => `${key === 'capex' || key === 'salvage' ? '-' : '+'}${M(grid.total(key))}`).join('')})/MAX(1,-${M(grid.total('capex'))})`);
  const last = next() - 1;
  return {
    name: 'Checks', widths: [58, 18, 24, 24, 16, 12],
    freeze: { rows: firstResultRow + 1, columns: 1 },
    rows: [
      [text('Checks', 'title')],
      [text('The plan’s values beside the formulas’. After an input is changed the two differ: then the formulas answer for the new input.',
        'note')],
      [],
      [text('All checks', 'strong'), null, null, null, null,
        formula(`IF(COUNTIF($F$${firstResultRow + 2}:$F$${last},"DIFFERS")=0,"OK",COUNTIF($F$${firstResultRow + 2}:$F$${last},"DIFFERS")&" DIFFER")`,
          'ok', 'OK')],
      [],
      ['Check', 'Unit', 'Plan', 'Workbook', 'Difference', 'Result'].map(
        (title) => text(title, 'head'),
      ),
      ...body,
    ],
  };
}

