import { describe, expect, it } from 'vitest';
import { pairOf } from '../../../renderer/state/compare-choice.ts';
import { runSteps } from '../../../renderer/screens/compare/run-steps.ts';

const scenario = (id: string, basedOn = '') => ({ id, name: id, basedOn, locked: false });
const base = scenario('base');
const one = scenario('one', 'base');
const two = scenario('two', 'one');
const ids = (pair: ReturnType<typeof pairOf>) =>
  (pair === null ? null : [pair.a.id, pair.b.id]);
const free = { a: null, b: null };

describe('the pair compared', () => {
  it('is the scenario on show against its base', () => {
    expect(ids(pairOf([base, one, two], 'two', free))).toEqual(['one', 'two']);
  });

  it('is the base against what was last branched from it while the base is on show', () => {
    expect(ids(pairOf([base, one, two], 'base', free))).toEqual(['base', 'one']);
  });

  it('follows the choice, never with one scenario on both sides', () => {
    expect(ids(pairOf([base, one, two], 'base', { a: 'two', b: 'base' })))
      .toEqual(['two', 'base']);
    expect(ids(pairOf([base, one], 'base', { a: 'one', b: 'one' }))).toEqual(['base', 'one']);
    expect(ids(pairOf([base, one], 'base', { a: 'gone', b: 'gone' }))).toEqual(['base', 'one']);
  });

  it('does not exist for one scenario', () => {
    expect(pairOf([base], 'base', free)).toBeNull();
  });
});

describe('a stepped computation', () => {
  function* count(to: number): Generator<{ done: number; total: number }, number, void> {
    for (let done = 1; done <= to; done++) yield { done, total: to };
    return to;
  }

  it('ends with its result', async () => {
    const result = await new Promise((resolve, reject) => {
      runSteps(count(1000), { progress: () => undefined, done: resolve, failed: reject });
    });
    expect(result).toBe(1000);
  });

  it('reports a fault instead of losing it', async () => {
    function* broken(): Generator<{ done: number; total: number }, number, void> {
      yield { done: 1, total: 2 };
      throw new Error('no such mixture');
    }
    const said = await new Promise((resolve) => {
      runSteps(broken(), { progress: () => undefined, done: resolve, failed: resolve });
    });
    expect(said).toBe('no such mixture');
  });

  it('says nothing after it was stopped', async () => {
    const said: unknown[] = [];
    const note = (what: unknown): void => { said.push(what); };
    runSteps(count(10), { progress: note, done: note, failed: note })();
    await new Promise((resolve) => {
      runSteps(count(1), { progress: note, done: resolve, failed: note });
    });
    expect(said).toEqual([]);
  });
});
