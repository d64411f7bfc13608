import { describe, expect, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import {
  findBrokenChain, resolveScenario, scenarioChain,
} from '../../shared/project/resolve.ts';
import { documentOf } from '../../shared/project/templates.ts';
import {
  errorOf, makeProject, noonMs, openForTest, rateOf, sampleRecords, scenarioRecord,
  setRate, tryOpen, unwrap,
} from './support.ts';

const scenario = (key: string, basedOn: string, position = 1): ProjectRecord => ({
  id: `document:scenario:${key}`, kind: 'scenario', scenarioId: null, key, position,
  body: { values: { name: key, ...(basedOn === '' ? {} : { basedOn }) } },
});

/** Scenarios each based on the one before, the last ones first in the list. */
function chainOf(length: number): readonly ProjectRecord[] {
  return Array.from({ length }, (_, i) => [
    scenario(`s${i}`, i === 0 ? 'base' : `s${i - 1}`, length - i),
    scenarioRecord(`s${i}`, 'finance', 'finance', { tenorMonths: i % 300 + 1 }),
  ]).flat();
}

describe('a chain of five thousand scenarios', () => {
  const records = [...sampleRecords, ...chainOf(5000)];
  const last = 's4999';
  test('is opened, checked, edited at its root and resolved at its end', () => {
    const path = makeProject(records);
    expect(unwrap(checkFile(path)).contents?.records.scenario).toBe(5002);
    const store = openForTest(path);
    unwrap(store.commit(setRate(store, 0.2), noonMs));
    unwrap(store.undo());
    unwrap(store.redo());
    expect(rateOf(store)).toBe(0.2);
    const inputs = unwrap(resolveScenario(store.document(), last));
    expect([inputs.finance.values.discountRate, inputs.finance.values.tenorMonths])
      .toEqual([0.2, 200]);
  });
  test('is followed to its root, and every one of them resolves', () => {
    const document = documentOf(records);
    const chain = unwrap(scenarioChain(document, last));
    expect([chain.length, chain[0], chain.at(-1)]).toEqual([5001, 'base', last]);
    expect(findBrokenChain(document)).toBeNull();
  });
  test.each([
    ['missing-base', [scenario('s0', 'nowhere', 5000)]],
    ['circular-scenario', [scenario('s0', last, 5000)]],
  ] as const)('broken at its root is refused as %s', (code, broken) => {
    const document = documentOf([...records, ...broken]);
    expect(findBrokenChain(document)?.problem.code).toBe(code);
    expect(errorOf(scenarioChain(document, last))?.code).toBe(code);
  });
});

test('a circle names the scenarios it goes through, and one beside it is sound', () => {
  const document = documentOf([scenario('a', 'b', 3), scenario('b', 'c', 2),
    scenario('c', 'a', 4), scenario('d', '', 1)]);
  expect(errorOf(scenarioChain(document, 'a')))
    .toEqual({ code: 'circular-scenario', chain: ['a', 'c', 'b', 'a'] });
  expect(findBrokenChain(document)?.id).toBe('b');
  expect(unwrap(scenarioChain(document, 'd'))).toEqual(['d']);
  expect(errorOf(scenarioChain(document, 'none')))
    .toEqual({ code: 'no-scenario', id: 'none', known: ['d', 'b', 'a', 'c'] });
});

test('the whole file is refused for one circle in it', () => {
  const path = makeProject();
  const store = openForTest(path);
  const dear = store.document()['document:scenario:dear'] ?? null;
  const base = store.document()['document:scenario:base'] ?? null;
  if (base === null || dear === null) throw new Error('no scenarios');
  const after = { ...base, body: { values: { ...base.body.values, basedOn: 'dear' } } };
  expect(errorOf(
    store.commit({ label: 'circle', changes: [{ id: base.id, before: base, after }] }, noonMs),
  ))
    .toMatchObject({ code: 'invalid-record', detail: 'circular-scenario' });
  store.close();
  expect(tryOpen(path).ok).toBe(true);
});
