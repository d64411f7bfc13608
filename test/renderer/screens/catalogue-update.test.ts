import { describe, expect, it } from 'vitest';
import { groupByReason, listUpdate } from '../../../renderer/screens/catalogue/update-lines.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';

const plan = new Set(['systems/gb300_nvl72', 'accelerators/gb300', 'switches/q3400']);
const update = listUpdate(builtInCatalog, '2026.11.1', plan);
const line = (ref: string) =>
  [...update?.used ?? [], ...update?.others ?? []].find((each) => each.ref === ref);

describe('what an update of the catalogue would bring', () => {
  it('puts the entries of the plan first', () => {
    expect(update?.used.map(({ ref }) => ref.split('/').slice(0, 2).join('/'))
      .filter((entry) => !plan.has(entry))).toEqual([]);
    expect(update?.others.map(({ ref }) => ref.split('/').slice(0, 2).join('/'))
      .filter((entry) => plan.has(entry))).toEqual([]);
    expect(update?.used.length).toBeGreaterThan(5);
  });

  it('prints what stood there, what stands there, when and why', () => {
    expect(line('systems/gb300_nvl72/priceUsd')).toMatchObject({
      entry: 'GB300 NVL72', figure: 'Price', before: '2,700,000 USD', after: '4,000,000 USD',
      date: '2026-05',
    });
    expect(line('systems/gb300_nvl72/priceCovers'))
      .toMatchObject({ before: 'accelerators', after: 'system', date: '' });
    expect(line('switches/q3400/typicalPowerW'))
      .toMatchObject({ before: 'not published', after: '1,340 W' });
  });

  it('says a reason once for all changes it explains', () => {
    const groups = groupByReason(update?.used ?? []);
    expect(groups.flatMap(({ lines }) => lines).length).toBe(update?.used.length);
    expect(new Set(groups.map(({ why, date }) => `${why} ${date}`)).size).toBe(groups.length);
    expect(groups.length).toBeLessThan(update?.used.length ?? 0);
  });

  it('leaves out figures of equal value with a better source', () => {
    expect(line('accelerators/mi355x/tdpW')).toBeUndefined();
  });

  it('says that entries came, and knows nothing of a version nobody shipped', () => {
    // Four models, and six listings of models there are: Kimi K3 at its maker and three
    // times at Fireworks, GLM-5.2 and MiniMax-M3 at their makers. Nobody chooses a constant,
    // a median that only earlier projects keep, or a listing of a model the catalogue lacks.
    expect(update?.added).toBe(4 + 6);
    expect(listUpdate(builtInCatalog, '1999.1.1', plan)).toBeNull();
  });
});
