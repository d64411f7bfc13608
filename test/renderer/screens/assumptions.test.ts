import { describe, expect, it } from 'vitest';
import { everything } from '../../../renderer/state/register-filter.ts';
import {
  filterRows, isFiltered, sortRows,
} from '../../../renderer/screens/assumptions/filter.ts';
import { screenOfRow, selectionOf } from '../../../renderer/screens/assumptions/place.ts';
import { sharesPicture } from '../../../renderer/charts/pictures/evidence.ts';
import { palettes } from '../../../renderer/charts/palette.ts';
import { listRegister } from '../../../shared/uncertainty/register.ts';
import {
  evidenceEffects, type EvidenceEffects,
} from '../../../shared/uncertainty/evidence-share.ts';
import { rankAll } from '../../../shared/uncertainty/ranking.ts';
import { evidenceClasses } from '../../../shared/units/provenance.ts';
import { catalogReads } from '../../../shared/uncertainty/world.ts';
import { movableOf, worldOf } from '../../shared/uncertainty/support.ts';

const world = worldOf('b200-1mw');
const movable = movableOf(world);
const rows = listRegister(movable.plan,
  { ...world, refs: catalogReads(world), asOf: '2026-11-21' });
const ids = (shown: typeof rows) => shown.map(({ id }) => id);

describe('the filter of the register', () => {
  it('hides only what has no effect while nothing is asked', () => {
    expect(isFiltered(everything)).toBe(false);
    expect(filterRows(rows, everything, null)).toEqual(rows.filter(({ active }) => active));
    expect(filterRows(rows, { ...everything, inactive: true }, null)).toEqual(rows);
  });

  it('finds words wherever they stand, all of them', () => {
    const found = filterRows(rows, { ...everything, text: 'price  DGX' }, null);
    expect(ids(found)).toContain('catalog:systems/dgx_b200/priceUsd');
    expect(
      found.every(({ label, record, source, note }) =>
        /price/iu.test(`${label}${source}${note}`)
          && /dgx/iu.test(`${record}${source}${note}`)),
    ).toBe(
      true,
    );
  });

  it('narrows by evidence, age, origin and screen together', () => {
    const found = filterRows(rows, {
      ...everything, evidence: ['analyst'], staleness: 'old', state: 'default',
      place: 'economics',
    }, null);
    expect(ids(found)).toContain('capex.facilityUsdPerMw');
    expect(found.every((row) => row.evidence === 'analyst' && row.staleness === 'old'
      && screenOfRow(row) === 'economics')).toBe(true);
  });

  it('keeps the row that is being edited, whatever it has become', () => {
    expect(
      ids(filterRows(rows, { ...everything, evidence: ['measured'] }, 'demand.utilisation')),
    ).toContain('demand.utilisation');
  });

  it('orders by effect with ties as on the screens', () => {
    const effects = new Map([['finance.discountRate', 5], ['demand.utilisation', 9]]);
    const sorted = ids(sortRows(rows, { sort: 'effect', descending: true }, effects));
    expect(sorted.slice(0, 3))
      .toEqual(['demand.utilisation', 'finance.discountRate', rows[0]?.id]);
  });
});

describe('a row of the register', () => {
  it('leads to something the inspector knows', () => {
    const kinds = new Set(rows.map((row) => selectionOf(row).kind));
    expect(kinds).toEqual(new Set(['field', 'catalog', 'figure']));
    const [serving] = rows.filter(({ kind }) => kind === 'serving');
    const selection = serving === undefined ? null : selectionOf(serving);
    expect(selection?.kind === 'figure' && selection.key in movable.plan.figures).toBe(true);
  });
});

describe('the picture of what the answer rests on', () => {
  it('has a table whose shares add up to one', () => {
    const figures = ['headline.npvUsd'];
    const [effects = null] = evidenceEffects(movable, rankAll(movable, figures), figures);
    if (effects === null) throw new Error('no NPV');
    const picture = sharesPicture([{ name: 'NPV', unit: 'USD', effects }],
      { palette: palettes.light, fontPx: 11 });
    if (picture.kind !== 'drawn') throw new Error(picture.reason);
    expect(picture.table.rows.reduce((sum, [, share]) => sum + Number(share), 0))
      .toBeCloseTo(1, 12);
    // The summary names every class that moves the figure, the largest share first.
    const named = [...picture.summary.matchAll(/([a-z]+) (\d+) %/gu)]
      .map(([, evidence = '', share]) => [evidence, Number(share)] as const);
    const shares = picture.table.rows.filter(([, share]) => Number(share) > 0)
      .map(([evidence, share]) =>
        [String(evidence).toLowerCase(), Math.round(Number(share) * 100)] as const);
    expect(named.length).toBeGreaterThan(1);
    expect(new Set(named.map(String))).toEqual(new Set(shares.map(String)));
    expect(named.map(([, share]) => share))
      .toEqual(named.map(([, share]) => share).toSorted((a, b) => b - a));
  });

  it('draws no bar of shares that are not known, and says so', () => {
    const unknown: EvidenceEffects = { figure: 'headline.npvUsd', base: 1,
      effects: evidenceClasses.map((evidence) => ({ evidence, moved: 1, least: null, most: null,
        change: null, share: null })) };
    const look = { palette: palettes.light, fontPx: 11 };
    expect(sharesPicture([{ name: 'NPV', unit: 'USD', effects: unknown }], look))
      .toMatchObject({ kind: 'empty', reason: expect.stringContaining('not known') as string });
  });

  it('says why there is nothing to draw', () => {
    expect(sharesPicture([], { palette: palettes.light, fontPx: 11 }))
      .toMatchObject({ kind: 'empty' });
  });
});
