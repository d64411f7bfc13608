import { describe, expect, it } from 'vitest';
import {
  applyChanges, invertAll, type ProjectDocument,
} from '../../../shared/project/record.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import {
  listUnknownValues, removeUnknownValues,
} from '../../../shared/project/unknown-values.ts';
import { checkKnownValues } from '../../../shared/project/validate.ts';

const document: ProjectDocument = {
  s: { id: 's', kind: 'scenario', scenarioId: null, key: 'base', position: 1,
    body: { values: { name: 'Base', mood: 'calm' } } },
  site: { id: 'site', kind: 'site', scenarioId: 'base', key: 'site', position: 1, body: {
    values: { utilityMw: 3, roofColour: 'red', toString: 1 },
    notes: { roofColour: { note: 'As painted' }, utilityMw: { note: 'Contract' } },
  } },
};
const paths = (of: ProjectDocument) => listUnknownValues(of).map(({ path }) => path);

describe('values this version does not know', () => {
  it('are listed with where they stand', () => {
    expect(paths(document)).toEqual(['base: site.site.roofColour',
      'base: site.site.toString', 'scenario.base.mood']);
  });
  it('are no fault of the record, and known values beside them are still checked', () => {
    const { site } = document;
    if (site === undefined) throw new Error('no site');
    expect(checkKnownValues(site)).toEqual([]);
    const wrong = { ...site, body: { values: { ...site.body.values, utilityMw: -1 } } };
    expect(checkKnownValues(wrong)).toMatchObject([{ code: 'range' }]);
  });
  it('reach no plan', () => {
    const inputs = resolveScenario(document, 'base');
    if (!inputs.ok) throw new Error(inputs.error.code);
    expect(inputs.value.site.values.utilityMw).toBe(3);
    expect(inputs.value.site.values).not.toHaveProperty('roofColour');
    expect(Object.hasOwn(inputs.value.site.values, 'toString')).toBe(false);
    expect([...inputs.value.site.set]).toEqual(['utilityMw']);
  });
  it('go one by one with their notes, and come back with an undo', () => {
    const one = listUnknownValues(document).filter(({ field }) => field === 'roofColour');
    const changes = removeUnknownValues(document, one);
    const after = applyChanges(document, changes);
    expect(paths(after)).toEqual(['base: site.site.toString', 'scenario.base.mood']);
    expect(after['site']?.body.notes).toEqual({ utilityMw: { note: 'Contract' } });
    expect(applyChanges(after, invertAll(changes))).toEqual(document);
  });
  it('go all at once with one change for each record', () => {
    const changes = removeUnknownValues(document, listUnknownValues(document));
    expect(changes.map(({ id }) => id)).toEqual(['site', 's']);
    expect(paths(applyChanges(document, changes))).toEqual([]);
  });
});
