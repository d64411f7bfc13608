import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { findCitation, listFigures } from '../../../shared/catalog/lookup.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { evidenceClasses, type UndatedReason } from '../../../shared/units/provenance.ts';
import { findUncitedNumbers } from './uncited.ts';

const figures = listFigures(builtInCatalog);

/** Figures without a date, by reason, and configurations of models without one. */
/** Four of the sources without a day speak of peers and a router nobody else speaks of. */
const most = { source: 201, document: 69, definition: 14, models: 3 } as const;

/** The catalogue without one property of one figure. */
function without(ref: string, property: string): Catalog {
  const copy = structuredClone(builtInCatalog);
  const [collection = '', id = '', ...path] = ref.replace('catalog:', '').split('/');
  const entries = collection === 'tokenPrices'
    ? Object.fromEntries(copy.tokenPrices.map((price) => [price.id, price]))
    : Reflect.get(copy, collection);
  const figure =
    [id, ...path].reduce<unknown>((node, key) => Reflect.get(Object(node), key), entries);
  Reflect.deleteProperty(Object(figure), property);
  return copy;
}

describe('provenance of the catalogue', () => {
  it('gives every number a unit, a source and an evidence class', () => {
    expect(findUncitedNumbers(builtInCatalog)).toEqual([]);
    const count = Object.fromEntries(evidenceClasses.map((evidence) =>
      [evidence, figures.filter(({ figure }) => figure.evidence === evidence).length]));
    console.info(`${figures.length} cited figures:`, count);
    expect(count['user']).toBe(0);
  });

  it('notices a figure that loses its unit, source or evidence class', () => {
    const anyFigure = fc.integer({ min: 0, max: figures.length - 1 });
    fc.assert(fc.property(anyFigure, fc.constantFrom('unit', 'source', 'evidence', 'date'),
      (index, property) => {
      const ref = figures[index]?.ref ?? '';
      const damaged = without(ref, property);
      expect(findUncitedNumbers(damaged)).not.toEqual([]);
      expect(listFigures(damaged).some((figure) => figure.ref === ref)).toBe(false);
    }), { numRuns: 25 });
  });

  it('names each figure once, and every reference leads back to its citation', () => {
    expect(new Set(figures.map(({ ref }) => ref)).size).toBe(figures.length);
    for (const { ref, figure } of figures)
      expect(findCitation(builtInCatalog, ref)).toBe(figure);
  });

  it('says so where nothing stands behind a figure', () => {
    const silent = figures.filter(({ figure }) =>
      figure.evidence === 'assumed'
        && !/unverified|placeholder|assumed/.test(figure.note ?? ''));
    expect(silent).toEqual([]);
    const overrated = figures.filter(({ figure }) =>
      /unverified/.test(figure.note ?? '') && ['measured', 'vendor'].includes(figure.evidence));
    expect(overrated).toEqual([]);
  });

  it('dates every figure, or says why it has no date', () => {
    const silent = figures.filter(({ figure }) =>
      (figure.date === null) === (figure.undated === undefined));
    expect(silent.map(({ ref }) => ref)).toEqual([]);
    const definitions = figures.filter(({ figure }) =>
      figure.undated === 'definition' && figure.evidence !== 'derived');
    expect(definitions).toEqual([]);
  });

  it('gets no more figures without a date', () => {
    const count = (reason: UndatedReason): number =>
      figures.filter(({ figure }) => figure.undated === reason).length;
    // only downwards: a figure that comes without a date is no figure of a new catalogue
    expect(count('source')).toBeLessThanOrEqual(most.source);
    expect(count('document')).toBeLessThanOrEqual(most.document);
    expect(count('definition')).toBeLessThanOrEqual(most.definition);
    const read = builtInCatalog.models;
    expect(Object.values(read).filter(({ date }) => date === null).length)
      .toBeLessThanOrEqual(most.models);
  });

  it('keeps each value inside its own range and each date in ISO form', () => {
    const outside = figures.filter(({ figure: { value, low = value,
      high = value } }) => low > value || high < value);
    expect(outside).toEqual([]);
    const undated =
      figures.filter(({ figure }) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(figure.date ?? '2026'));
    expect(undated).toEqual([]);
  });
});
