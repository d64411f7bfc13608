import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import type { ChartOption, Picture } from '../../../renderer/charts/picture.ts';
import { batchCostPicture } from '../../../renderer/charts/pictures/batch-cost.ts';
import { climatePicture, powerPicture } from '../../../renderer/charts/pictures/facility.ts';
import {
  capexPicture,
  cashFlowPicture,
  costStackPicture,
} from '../../../renderer/charts/pictures/money.ts';
import {
  energyPicture,
  priceAndCostPicture,
  tokensAndMarginPicture,
  utilisationPicture,
} from '../../../renderer/charts/pictures/months.ts';
import {
  memoryPicture, stepTimePicture,
} from '../../../renderer/charts/pictures/serving-point.ts';
import { frontierPicture } from '../../../renderer/charts/pictures/serving.ts';
import type { FrontierPoint } from '../../../shared/inference/types.ts';
import type { BatchCost, BatchPoint } from '../../../shared/plan/figures/batch-cost.ts';
import { samplePlan, samplePoint } from '../../shared/report/sample-plan.ts';

const look = { palette: palettes.light, fontPx: 12 };
const plan = samplePlan();
const none = samplePlan({ series: {}, costStack: [] });
const fast = samplePoint({
  tokPerSecPerUser: 160,
  outputTokPerSecPerAccelerator: 900,
  source: 'measured',
  concurrency: 64,
});

const batchPoint = (point: FrontierPoint, costPerMTokUsd: number | null): BatchPoint => ({
  point, costPerMTokUsd, withinLimits: true,
  usersPerAccelerator: point.concurrency / point.accelerators,
});
const batch: BatchCost = {
  limits: { minTokPerSecPerUser: 40, maxTtftMs: 5000 }, hourlyUsd: 3.6, use: 0.5, reason: '',
  points: [batchPoint(fast, 4), batchPoint(samplePoint(), 1)], chosen: batchPoint(fast, 4),
};

const drawn: Readonly<Record<string, Picture>> = {
  frontier: frontierPicture(
    {
      curves: [{ name: 'GB300', points: [samplePoint(), fast], chosen: fast }],
      minTokPerSecPerUser: 40,
      maxTtftMs: 5000,
    },
    look,
  ),
  batchCost: batchCostPicture(batch, look),
  memory: memoryPicture(samplePoint(), look),
  stepTime: stepTimePicture(samplePoint(), look),
  costStack: costStackPicture(plan, look),
  cashFlow: cashFlowPicture(plan, look),
  tokensAndMargin: tokensAndMarginPicture(plan, look),
  utilisation: utilisationPicture(plan, look),
  priceAndCost: priceAndCostPicture(plan, look),
  climate: climatePicture(
    [
      { lowC: -5, highC: 0, hours: 800, pue: 1.1 },
      { lowC: 0, highC: 5, hours: 7960, pue: null },
    ],
    look,
  ),
  power: powerPicture(
    [
      { label: 'Utility', kw: 100, total: true },
      { label: 'UPS', kw: 4 },
      { label: 'Racks', kw: 96, total: true },
    ],
    look,
  ),
  capex: capexPicture(
    [
      { label: 'Systems', usd: 3e9 },
      { label: 'Shell', usd: 4e8 },
    ],
    look,
  ),
  energy: energyPicture(plan, look),
};

const empty: Readonly<Record<string, Picture>> = {
  frontier: frontierPicture({ curves: [], minTokPerSecPerUser: null, maxTtftMs: null }, look),
  batchCost: batchCostPicture({ ...batch, points: [], chosen: null, hourlyUsd: null,
    reason: 'nothing can be served. Choose another system' }, look),
  memory: memoryPicture(null, look),
  stepTime: stepTimePicture(null, look),
  costStack: costStackPicture(none, look),
  cashFlow: cashFlowPicture(none, look),
  tokensAndMargin: tokensAndMarginPicture(none, look),
  utilisation: utilisationPicture(none, look),
  priceAndCost: priceAndCostPicture(none, look),
  climate: climatePicture([], look),
  power: powerPicture([{ label: 'Utility', kw: 0, total: true }], look),
  capex: capexPicture([], look),
  energy: energyPicture(none, look),
};

/** Options as data, walked without knowing their types. */
function walk(value: unknown, visit: (value: unknown) => void): void {
  visit(value);
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) walk(inner, visit);
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

/** Names of the value axes: what is measured, in which unit. */
function valueAxisNames(option: ChartOption): readonly (string | undefined)[] {
  return [...listOf(option.xAxis), ...listOf(option.yAxis)].flatMap((axis) =>
    axis.type === 'value' ? [axis.name] : [],
  );
}

describe.each(Object.entries(drawn))('%s', (_name, picture) => {
  it('is drawn, with words for those who do not see it and the numbers behind it', () => {
    if (picture.kind !== 'drawn') throw new Error(picture.reason);
    expect(picture.summary).not.toMatch(/NaN|undefined|null|Infinity/u);
    expect(picture.summary.length).toBeGreaterThan(20);
    expect(picture.table.rows.length).toBeGreaterThan(0);
    for (const row of picture.table.rows)
      expect(row).toHaveLength(picture.table.columns.length);
  });

  it('names the unit on every value axis', () => {
    if (picture.kind !== 'drawn') throw new Error(picture.reason);
    const names = valueAxisNames(picture.option);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/\$|token|tok\/s|%|ms|GB|Wh|W|ratio|\bh\b/u);
  });

  it('hands no NaN and no Infinity to the renderer', () => {
    if (picture.kind !== 'drawn') throw new Error(picture.reason);
    const odd: unknown[] = [];
    walk([picture.option, picture.table], (value) => {
      if (typeof value === 'number' && !Number.isFinite(value)) odd.push(value);
    });
    expect(odd).toEqual([]);
  });
});

describe('without data', () => {
  it.each(Object.entries(empty))('%s says why and what to do', (_name, picture) => {
    expect(picture.kind).toBe('empty');
    expect(picture.kind === 'empty' && picture.reason.endsWith('.')).toBe(true);
  });

  it('leaves out a series the plan lacks and draws the others', () => {
    const { 'economics.marginUsd': _margin, ...series } = plan.series;
    const picture = tokensAndMarginPicture(samplePlan({ series }), look);
    expect(picture.kind === 'drawn' && picture.table.columns.map(({ label }) => label))
      .toEqual([
        'Month',
        'Served',
        'Revenue',
        'Operating cost',
      ]);
  });

  it('shows months without tokens as gaps, not as zeros', () => {
    const picture = drawn['priceAndCost'];
    expect(picture?.kind === 'drawn' && picture.table.rows[0])
      .toEqual(['Jul 2026', null, null]);
  });
});

describe('numbers', () => {
  it('stacks the layers to the total of the plan', () => {
    const picture = drawn['costStack'];
    if (picture?.kind !== 'drawn') throw new Error('not drawn');
    const total = picture.table.rows.reduce((sum, row) => sum + Number(row[1]), 0);
    expect(total).toBeCloseTo(plan.figures['headline.costPerMTokUsd']?.value ?? Number.NaN, 12);
    expect(picture.table.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1, 12);
  });

  it('shows all memory: parts and free add up to the capacity', () => {
    const picture = drawn['memory'];
    if (picture?.kind !== 'drawn') throw new Error('not drawn');
    expect(picture.table.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBeCloseTo(
      samplePoint().memory.capacityGb,
      9,
    );
  });

  it('marks a measured point apart from a modelled one and rings the chosen one', () => {
    const picture = drawn['frontier'];
    if (picture?.kind !== 'drawn') throw new Error('not drawn');
    const symbols = new Set<unknown>();
    walk(picture.option, (value) => {
      if (typeof value === 'object' && value !== null && 'symbol' in value)
        symbols.add(value.symbol);
    });
    expect(symbols).toEqual(new Set(['emptyCircle', 'circle', 'none']));
    expect(picture.table.rows.map((row) => row.at(-1))).toEqual(['', 'yes']);
  });

  it('writes names as text, not as markup', () => {
    const picture = frontierPicture(
      {
        curves: [{ name: '<img src=x onerror=alert(1)>', points: [fast], chosen: null }],
        minTokPerSecPerUser: null,
        maxTtftMs: null,
      },
      look,
    );
    if (picture.kind !== 'drawn') throw new Error('not drawn');
    const shown: string[] = [];
    walk(picture.option, (value) => {
      if (typeof value !== 'object' || value === null || !('formatter' in value)) return;
      if (typeof value.formatter === 'function')
        shown.push(String(value.formatter({ name: '<img>' })));
    });
    expect(shown).toContain('&lt;img&gt;');
    for (const text of shown) expect(text).not.toContain('<img');
  });
});
