import { describe, expect, it } from 'vitest';
import {
  expectedFigures, groupMoves, listMoves, relativeMove,
} from '../../../build/sweep/compare.ts';
import { evaluateCase } from '../../../build/sweep/evaluate.ts';
import { listCases, type Case } from '../../../build/sweep/grid.ts';
import { startDocument, startNames } from '../../../build/sweep/starts.ts';
import { printSweep, readSweep, type Outcome } from '../../../build/sweep/stored.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner, type Planner } from '../../../shared/plan.ts';
import { listFieldPaths } from '../../../shared/project/path.ts';

const pod: Case = { start: 'b200-1mw', settings: [] };
const dearer: Case = { start: 'b200-1mw', settings: [['site.electricityUsdPerKwh', 0.2]] };
const sweepOf = (planner: Planner, cases: readonly Case[]): readonly Outcome[] =>
  cases.map((at) => ({ at, values: evaluateCase(planner, at) }));

const planner = createPlanner(builtInCatalog);
const before = sweepOf(planner, [pod, dearer]);

describe('the grid of a sweep', () => {
  const cases = listCases(builtInCatalog);

  it('starts from every template as it is', () => {
    expect(cases.filter((c) => c.settings.length === 0).map((c) => c.start))
      .toEqual(startNames);
  });

  it('moves every number a plan reads, save those of lists that stay empty', () => {
    const empty = ['benchmark', 'customModel', 'catalogEntry'];
    const onPaper = ['project', 'report'];
    const moved = new Set(cases.flatMap((c) => c.settings.map(([path]) => path)));
    const missed = listFieldPaths().filter(({ field, kind, path }) =>
      field.type === 'number' && ![...empty, ...onPaper].includes(kind) && !moved.has(path));
    expect(missed.map(({ path }) => path)).toEqual([]);
  });

  it('fills every list of the largest template so that it can be planned', () => {
    const outcome = sweepOf(planner, [{ start: 'gb300-100mw+lists', settings: [] }])[0]?.values;
    expect(typeof outcome === 'string' ? outcome : outcome?.['headline.npvUsd'])
      .toEqual(expect.any(Number));
    expect(startDocument('no-such-template')).toBeNull();
  });
});

describe('two sweeps', () => {
  it('of one engine differ in nothing, stored or not', () => {
    expect(readSweep(printSweep(before))).toEqual(before);
    expect(listMoves(readSweep(printSweep(before)),
      sweepOf(createPlanner(builtInCatalog), [pod, dearer])))
      .toEqual([]);
  });

  it('tell every figure that a moved catalogue price moves, the largest first, and no other', () => {
    const moved = createPlanner(dearerSystem(1.1));
    const groups = groupMoves(listMoves(before, sweepOf(moved, [pod, dearer])));
    const figures = groups.map((group) => group.figure);
    expect(figures)
      .toEqual(expect.arrayContaining(['headline.capexUsd', 'headline.costPerMTokUsd']));
    expect(figures).not.toContain('headline.tokensTotalM');
    const sizes = groups.map((group) => group.largest.relative);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(groups.find((group) => group.figure === 'headline.capexUsd'))
      .toMatchObject({ cases: 2, inputs: ['site.electricityUsdPerKwh'] });
  });

  it('tell a plan that is refused, and an input that is gone', () => {
    const cases: readonly Case[] = [{ start: 'b200-1mw', settings: [['site.gone', 1]] }];
    const outcome = sweepOf(planner, cases);
    expect(outcome[0]?.values).toBe('site.gone is refused: unknown-field');
    expect(listMoves([{ at: cases[0] ?? pod, values: {} }], outcome))
      .toMatchObject([{ figure: 'plan' }]);
  });
});

/** The built-in catalogue with the price of the pod's system multiplied. */
function dearerSystem(factor: number): typeof builtInCatalog {
  const system = builtInCatalog.systems['dgx_b200'];
  if (system?.priceUsd === undefined) throw new Error('the pod has no system with a price');
  const priceUsd = { ...system.priceUsd, value: system.priceUsd.value * factor };
  return { ...builtInCatalog,
    systems: { ...builtInCatalog.systems, dgx_b200: { ...system, priceUsd } } };
}

describe('how far a number moved', () => {
  it.each([
    [100, 101, 1 / 101], [-2, 2, 2], [0, 0, 0], [0, 1, 1], [null, null, 0], [null, 1, Infinity],
    [undefined, null, Infinity], ['Infinity', 'Infinity', 0],
  ])('%s to %s is %d', (a, b, size) => { expect(relativeMove(a, b)).toBeCloseTo(size, 15); });
});

describe('figures expected to move', () => {
  const isExpected =
    expectedFigures('headline.npvUsd # the tax year\n\nmonths.opex*\n# months.tax\n');
  it.each([
    ['headline.npvUsd', true], ['headline.npvUsdX', false], ['headlineXnpvUsd', false],
    ['months.opexUsd by month', true], ['months.tax', false], ['', false],
  ])('%s: %s', (figure, expected) => { expect(isExpected(figure)).toBe(expected); });
});
