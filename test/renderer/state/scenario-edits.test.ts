import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setField } from '../../../renderer/state/edits.ts';
import {
  changesTo, deleteKeepingResults, duplicateScenario, lockScenario, moveScenario,
  possibleBases, rebaseScenario,
  restoreTo,
} from '../../../renderer/state/scenario-edits.ts';
import { deriveScenario, scenarioTree } from '../../../renderer/state/scenarios.ts';
import { storedDifferences, takeBase } from '../../../renderer/state/stored-differences.ts';
import {
  applyChanges, invertAll, type ProjectDocument, type ProjectRecord,
} from '../../../shared/project/record.ts';
import { listScenarios, resolveScenario } from '../../../shared/project/resolve.ts';
import { baseDocument, soldShare, utilisation, valueAt } from '../support.ts';

const base = baseDocument();

function derive(
  document: ProjectDocument, from: string, name: string,
): readonly [ProjectDocument, string] {
  const { edit, key } = deriveScenario(document, from, name);
  return [applyChanges(document, edit), key];
}

const [withA, a] = derive(base, 'base', 'A');
const [withB, b] = derive(withA, a, 'B');
const chain = applyChanges(withB, setField(withB, a, utilisation, 0.4));

/** What every scenario says, by key; names and order apart. */
const sayings = (document: ProjectDocument) => new Map(
  listScenarios(document).map(({ id }) => [id, resolveScenario(document, id)]));

/** Records of the traffic mix that overlay, hide and bring back one another at random. */
const overlays = fc.uniqueArray(fc.record({
  scenario: fc.nat(4),
  key: fc.constantFrom('chat', 'reasoning', 'extra'),
  values: fc.dictionary(fc.constantFrom('name'), fc.string({ maxLength: 20 })),
  share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  removed: fc.boolean(),
  position: fc.nat(9),
  note: fc.option(fc.string(), { nil: null }),
}), { selector: ({ scenario, key }) => `${scenario} ${key}`, maxLength: 15 });

/** Scenario n+1 is based on one of those before it, or on none. */
const bases = fc.tuple(fc.nat(0), fc.nat(1), fc.nat(2), fc.nat(3));

function randomDocument(
  on: readonly number[],
  records: (typeof overlays extends fc.Arbitrary<infer T> ? T : never),
): ProjectDocument {
  const scenarios = on.map((at, index): ProjectRecord => ({
    id: `document:scenario:s${index + 1}`, kind: 'scenario', scenarioId: null,
    key: `s${index + 1}`, position: index + 2,
    body: { values: { name: `S${index + 1}`, basedOn: at === 0 ? 'base' : `s${at}` } },
  }));
  const own = records.filter(({ scenario }) => scenario > 0).map((each): ProjectRecord => ({
    id: `s${each.scenario}:traffic:${each.key}`, kind: 'traffic',
    scenarioId: `s${each.scenario}`, key: each.key,
    position: each.position,
    body: {
      values: each.removed ? {}
        : { ...each.values, ...(each.share === null ? {} : { share: each.share }) },
      ...(each.removed ? { removed: true } : {}),
      ...(each.note === null ? {} : { notes: { name: { note: each.note } } }),
    },
  }));
  return { ...base,
    ...Object.fromEntries([...scenarios, ...own].map((record) => [record.id, record])) };
}

describe('deleting a scenario others build on', () => {
  it('changes what no other scenario says, and is taken back by its inverse', () => {
    fc.assert(fc.property(bases, overlays,
      fc.constantFrom('base', 's1', 's2', 's3', 's4'), (on, records, gone) => {
        const document = randomDocument(on, records);
        const edit = deleteKeepingResults(document, gone);
        if (!edit.ok) throw new Error(edit.error.code);
        const left = applyChanges(document, edit.value);
        const before = sayings(document);
        before.delete(gone);
        expect(sayings(left)).toEqual(before);
        expect(Object.values(left).filter(({ scenarioId }) => scenarioId === gone)).toEqual([]);
        expect(applyChanges(left, invertAll(edit.value))).toEqual(document);
      }), { numRuns: 200 });
  });

  it('refuses where a locked one would have to take its differences over, and names it', () => {
    const locked = applyChanges(chain, lockScenario(chain, b, true));
    expect(deleteKeepingResults(locked, a))
      .toEqual({ ok: false, error: { code: 'locked', names: ['B'] } });
    expect(deleteKeepingResults(chain, 'nobody'))
      .toMatchObject({ ok: false, error: { code: 'no-scenario' } });
  });
});

describe('a duplicate', () => {
  it('says the same as the original and has the same base', () => {
    const copy = duplicateScenario(chain, a, 'A again');
    if (copy === null) throw new Error('no copy');
    const document = applyChanges(chain, copy.edit);
    expect(listScenarios(document).find(({ id }) => id === copy.key))
      .toMatchObject({ name: 'A again', basedOn: 'base' });
    expect(valueAt(document, utilisation, copy.key)).toBe(0.4);
    const edited = applyChanges(document, setField(document, a, utilisation, 0.2));
    expect(valueAt(edited, utilisation, copy.key)).toBe(0.4);
  });

  it('of a locked scenario can be edited', () => {
    const locked = applyChanges(chain, lockScenario(chain, a, true));
    const copy = duplicateScenario(locked, a, 'Free');
    expect(listScenarios(applyChanges(locked, copy?.edit ?? []))
      .find(({ name }) => name === 'Free')?.locked).toBe(false);
  });
});

describe('another base', () => {
  it('keeps the stored differences and takes the rest from the new one', () => {
    const [document, c] = derive(chain, 'base', 'C');
    const edit = rebaseScenario(document, c, a);
    if (!edit.ok) throw new Error(edit.error.code);
    expect(valueAt(applyChanges(document, edit.value), utilisation, c)).toBe(0.4);
  });

  it('is none that builds on the scenario itself', () => {
    expect(possibleBases(chain, a).map(({ id }) => id)).toEqual(['base']);
    expect(rebaseScenario(chain, a, b))
      .toEqual({ ok: false, error: { code: 'circular', scenario: a, base: b } });
    expect(rebaseScenario(chain, a, a).ok).toBe(false);
  });

  it('is refused while the scenario is locked', () => {
    const locked = applyChanges(chain, lockScenario(chain, a, true));
    expect(rebaseScenario(locked, a, ''))
      .toEqual({ ok: false, error: { code: 'locked', names: ['A'] } });
  });
});

describe('the tree', () => {
  it('puts scenarios right after their base', () => {
    const [document] = derive(chain, 'base', 'C');
    expect(scenarioTree(document).map(({ name, depth }) => `${depth} ${name}`))
      .toEqual(['0 Base case', '1 A', '2 B', '1 C']);
  });

  it('moves a scenario with what builds on it, among those of the same base', () => {
    const [document, c] = derive(chain, 'base', 'C');
    const moved = applyChanges(document, moveScenario(document, c, -1));
    expect(scenarioTree(moved).map(({ name }) => name)).toEqual(['Base case', 'C', 'A', 'B']);
    expect(listScenarios(moved).map(({ name }) => name)).toEqual(['Base case', 'C', 'A', 'B']);
    expect(moveScenario(document, b, 1)).toEqual([]);
  });

  it('shows scenarios whose base is lost or circular, so that they can be repaired', () => {
    const lost = applyChanges(chain,
      setField(chain, a, { kind: 'scenario', key: a, field: 'basedOn' }, b));
    expect(scenarioTree(lost).map(({ id }) => id).toSorted())
      .toEqual(['base', a, b].toSorted());
  });
});

describe('what a scenario stores', () => {
  it('is listed against its base, and can be forgotten', () => {
    const [line] = storedDifferences(chain, a);
    expect(line).toMatchObject({ what: 'value', base: soldShare, value: 0.4, at: utilisation });
    if (line === undefined) throw new Error('no line');
    expect(applyChanges(chain, takeBase(chain, a, line))).toEqual(withB);
  });

  it('is nothing for a scenario that was only branched', () => {
    expect(storedDifferences(chain, b)).toEqual([]);
  });
});

describe('a version', () => {
  it('is restored by one edit that can be taken back', () => {
    const edit = restoreTo(chain, base);
    if (!edit.ok) throw new Error(edit.error.code);
    const restored = applyChanges(chain, edit.value);
    expect(restored).toEqual(base);
    expect(applyChanges(restored, invertAll(edit.value))).toEqual(chain);
    expect(changesTo(chain, chain)).toEqual([]);
  });

  it('does not overrun a lock', () => {
    const locked = applyChanges(chain, lockScenario(chain, a, true));
    expect(restoreTo(locked, base))
      .toEqual({ ok: false, error: { code: 'locked', names: ['A'] } });
  });
});
