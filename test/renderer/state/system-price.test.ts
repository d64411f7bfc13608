import { describe, expect, it } from 'vitest';
import { statedPriceUsd, systemPriceEdit } from '../../../renderer/state/system-price.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { suitedMoves } from '../../../shared/search/suited.ts';
import { tcoTable } from '../../../shared/search/tco.ts';
import { planner } from '../../shared/template-plans.ts';

const document = documentOf(findTemplate('b200-1mw')?.records ?? []);
const system = { system: 'mi355x_8', name: '8x MI355X server' };
const rowOf = (at: typeof document) => tcoTable(planner, { document: at, scenarioId: 'base',
  systems: [system.system, 'dgx_b200'], speeds: [null],
  movesFor: suitedMoves(builtInCatalog, null) }).rows;

describe('a price of a system nobody publishes', () => {
  const priced = applyChanges(document, systemPriceEdit(document, 'base', system, 25_000));

  it('stays with the project, per accelerator, and prices that system alone', () => {
    expect(statedPriceUsd(document, 'base', system.system)).toBeNull();
    expect(statedPriceUsd(priced, 'base', system.system)).toBeCloseTo(25_000, 9);
    const [amd, other] = rowOf(priced);
    expect(amd).toMatchObject({ priceFrom: 'user', reason: '' });
    // No host is added to what covers the whole system.
    expect(amd?.acceleratorPriceUsd).toBeCloseTo(25_000, 9);
    expect(amd?.costPerMTokUsd).toBeGreaterThan(0);
    expect(other).toEqual(rowOf(document)[1]);
  });

  it('is taken back without a trace', () => {
    const again = applyChanges(priced, systemPriceEdit(priced, 'base', system, 30_000));
    expect(statedPriceUsd(again, 'base', system.system)).toBeCloseTo(30_000, 9);
    const back = applyChanges(again, systemPriceEdit(again, 'base', system, null));
    expect(back).toEqual(document);
  });
});
