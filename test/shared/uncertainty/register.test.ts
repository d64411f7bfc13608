import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFigures } from '../../../shared/catalog/lookup.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { noMoves, type PlanMoves } from '../../../shared/plan/serving/moves.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { registerCsv } from '../../../shared/report/register-csv.ts';
import { listRegister, type RegisterRow } from '../../../shared/uncertainty/register.ts';
import { stalenessClasses, stalenessOf } from '../../../shared/uncertainty/staleness.ts';
import { rangeOf } from '../../../shared/uncertainty/stated.ts';
import { catalogReads, type World } from '../../../shared/uncertainty/world.ts';
import { layOver, movableOf, worldOf } from './support.ts';

const world = worldOf('b200-1mw');
const { plan } = movableOf(world);
const registerOf = (of: World, from: Plan): readonly RegisterRow[] =>
  listRegister(from, { ...of, refs: catalogReads(of), asOf: '2026-11-21' });
const rows = registerOf(world, plan);
const row = (id: string, among = rows): RegisterRow
  | undefined => among.find((each) => each.id === id);

describe('the register of inputs', () => {
  it('holds every input in use once', () => {
    expect(rows.filter(({ kind }) => kind === 'field').map(({ id }) => id))
      .toEqual(plan.inputsInUse.map(({ path }) => path));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('holds every catalogue reference of the plan’s traces', () => {
    const traced = [
      ...Object.values(plan.figures), ...Object.values(plan.series),
    ].flatMap(({ inputs }) => inputs)
      .flatMap((input) =>
        (input.kind === 'catalog' ? [`catalog:${input.ref.replace('catalog:', '')}`] : []));
    const cited = new Set(rows.map(({ id }) => id));
    // The switch's power is traced to show that it is missing: there is nothing to cite.
    expect([...new Set(traced)].filter(
      (ref) => !cited.has(ref) && ref !== 'catalog:switches/qm9700/typicalPowerW',
    )).toEqual([]);
  });

  it('holds every catalogue figure that changes a result when it changes', () => {
    const planner = createPlanner(world.catalog);
    const resultsOf = (moves: PlanMoves): string => {
      const moved = planner.evaluate(world.document, 'base', moves);
      return moved.ok ? JSON.stringify(planToJson(moved.value, 1, null, true))
        : moved.error.code;
    };
    const before = resultsOf(noMoves);
    const known = new Set(rows.map(({ id }) => id));
    const around = ['b200', 'ashburn', 'qm9700', 'gpt-oss'];
    const asked = listFigures(world.catalog).map(({ ref }) => ref.replace('catalog:', ''))
      .filter((ref) => !ref.startsWith('constants')
        && around.some((name) => ref.includes(name)));
    const moving = asked.filter(
      (ref) => resultsOf({ ...noMoves, figures: new Map([[ref, 0.5]]) }) !== before,
    );
    expect(moving.length).toBeGreaterThan(8);
    expect(moving.filter((ref) => !known.has(`catalog:${ref}`))).toEqual([]);
  });

  it('says what an empty field stands for', () => {
    expect(row('site.electricityUsdPerKwh')).toMatchObject({ value: null, used: 0.0892 });
  });

  it('tells a changed from an inherited and a default value', () => {
    const child = {
      id: 'child', kind: 'scenario', scenarioId: null, key: 'child', position: 2,
      body: { values: { name: 'Child', basedOn: 'base' } },
    } as const;
    const document = { ...layOver(world.document, { 'finance.discountRate': 0.11 }), child };
    const below = { ...world, document, scenarioId: 'child' };
    const state = (of: World) =>
      row('finance.discountRate', registerOf(of, movableOf(of).plan))?.state;
    expect([row('finance.discountRate')?.state, state({ ...below, scenarioId: 'base' }),
      state(below)]).toEqual(['default', 'changed', 'inherited']);
  });

  it('cites a catalogue figure with date and range', () => {
    expect(row('catalog:systems/dgx_b200/priceUsd'))
      .toMatchObject({ record: 'DGX B200', label: 'Price', unit: 'USD',
        evidence: 'analyst', date: '2024-12', staleness: 'old' });
  });

  it('writes text that a spreadsheet cannot run', () => {
    const [first] = rows;
    if (first === undefined) throw new Error('no rows');
    expect(registerCsv([{ ...first, note: '=HYPERLINK("x")' }]))
      .toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('the age of a source', () => {
  it.each([
    ['2026-01', false, 'fresh'], ['2025-10', false, 'stale'], ['2024-10', false, 'old'],
    ['2025', false, 'stale'], ['2026-06', true, 'fresh'], ['2026-04', true, 'stale'],
    ['2025-10', true, 'old'], [null, true, 'undated'], ['soon', false, 'undated'],
    ['2030-01', false, 'fresh'],
  ] as const)('of %s, a price: %s, is %s in November 2026', (date, price, age) => {
    expect(stalenessOf({ date, price, decision: false }, '2026-11-21')).toBe(age);
  });

  it('never grows younger', () => {
    const order = (months: number): number => stalenessClasses.indexOf(stalenessOf(
      { date: '2020-01', price: false, decision: false },
      `${2020 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}`));
    fc.assert(fc.property(fc.nat(100), fc.nat(100), (months, more) => {
      expect(order(months + more)).toBeGreaterThanOrEqual(order(months));
    }));
  });
});

describe('a stated range', () => {
  it('is the source’s where it states one, and holds the value', () => {
    expect(rangeOf({ value: 142, unit: 'kW', low: 132 }, 0.5))
      .toEqual({ low: 132, high: 142, basis: 'source' });
  });

  it('keeps shares within 0 and 1', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({
      min: 0, max: 0.9, noNaN: true,
    }),
      (value, share) => {
        const { low, high } = rangeOf({ value, unit: 'fraction' }, share);
        expect([low >= 0, low <= value, value <= high, high <= 1])
          .toEqual([true, true, true, true]);
      }));
  });
});
