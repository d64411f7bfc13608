import { describe, expect, it } from 'vitest';
import { createStages, createStageStore, type World } from '../../../shared/plan/stage-store.ts';
import { cell, note, Reading, readInto, sourcesOf, type Source } from '../../../shared/units/reading.ts';

/** Two inputs that stages read, and how often each stage was computed. */
function factory() {
  const [price, power]: readonly Source[] = [{ kind: 'field', path: 'price' }, { kind: 'field', path: 'power' }];
  const store = createStageStore();
  const counts = { money: 0, site: 0, both: 0 };
  const evaluate = (worth: { readonly price: number; readonly power: number }) => {
    const world: World = { valueOf: (source) => (source === price ? worth.price : worth.power), stateOf: () => undefined };
    const { stage } = createStages(store, world);
    const read = (source: Source | undefined, value: number): number => {
      if (source !== undefined) note(source, value);
      return value;
    };
    const money = stage('money', () => { counts.money += 1; return read(price, worth.price) * 2; });
    const site = stage('site', () => { counts.site += 1; return read(power, worth.power) + 1; });
    const helper = cell(() => site() + 0);
    const both = stage('both', () => { counts.both += 1; return money() + helper(); });
    const reading = new Reading();
    const value = readInto(reading, both);
    return { value, paths: [...sourcesOf(reading)].map(({ path }) => path).toSorted() };
  };
  return { evaluate, counts };
}

describe('stages remembered by what they read', () => {
  it('are computed again only where that changed', () => {
    const { evaluate, counts } = factory();
    expect(evaluate({ price: 1, power: 10 }).value).toBe(13);
    expect(evaluate({ price: 2, power: 10 }).value).toBe(15);
    expect(counts).toEqual({ money: 2, site: 1, both: 2 });
  });

  it('are found again when an input comes back', () => {
    const { evaluate, counts } = factory();
    for (const price of [1, 2, 1, 2]) evaluate({ price, power: 10 });
    expect(counts).toEqual({ money: 2, site: 1, both: 2 });
  });

  it('carry what they read to whoever asks, computed or taken over', () => {
    const { evaluate } = factory();
    const first = evaluate({ price: 1, power: 10 });
    const again = evaluate({ price: 1, power: 10 });
    expect([first.paths, again.paths]).toEqual([['power', 'price'], ['power', 'price']]);
  });

  it('stop where the input stopped mattering: an equal result keeps those that asked for it', () => {
    const { evaluate, counts } = factory();
    evaluate({ price: 3, power: 10 });
    evaluate({ price: 3, power: 11 });
    expect(counts.money).toBe(1);
  });

  it('refuse to ask for themselves', () => {
    const { stage } = createStages(createStageStore(), { valueOf: () => 0, stateOf: () => undefined });
    const own: () => number = stage('own', () => own());
    expect(own).toThrow('asks for itself');
  });
});
