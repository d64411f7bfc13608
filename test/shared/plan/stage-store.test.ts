import { describe, expect, it } from 'vitest';
import {
  createStages, createStageStore, type StageStore, type World,
} from '../../../shared/plan/stage-store.ts';
import { note, type Source } from '../../../shared/units/reading.ts';

const source = (path: string): Source => ({ kind: 'field', path });
const [price, load, model] = [source('price'), source('load'), source('model')];
const all = [price, load, model];

type Worth = ReadonlyMap<Source, number>;

const worths = new WeakMap<World, Worth>();

function worldOf(worth: Worth): World {
  const world: World = {
    valueOf: (of) => worth.get(of),
    movedSince: (before) => all.filter((of) => worths.get(before)?.get(of) !== worth.get(of)),
  };
  worths.set(world, worth);
  return world;
}

const worthOf = (values: { price: number; load: number; model: number }): Worth =>
  new Map([[price, values.price], [load, values.load], [model, values.model]]);

/**
 * A plan of three stages: speed reads the model, energy the load and the speed, bill the
 * price and the energy.
 */
function evaluate(store: StageStore, values: { price: number; load: number; model: number }) {
  const worth = worthOf(values);
  const { stage } = createStages(store, worldOf(worth));
  const computed: string[] = [];
  const read = (of: Source): number => {
    const value = worth.get(of) ?? 0;
    note(of, value);
    return value;
  };
  const named = (name: string, compute: () => number) => stage(name, () => {
    computed.push(name);
    return compute();
  });
  const speed = named('speed', () => 10 * read(model));
  const energy = named('energy', () => read(load) * speed());
  const bill = named('bill', () => read(price) * energy());
  return { bill, energy, computed };
}

describe('stages over many evaluations', () => {
  it('compute only what rests on what was changed', () => {
    const store = createStageStore();
    evaluate(store, { price: 1, load: 2, model: 3 }).bill();
    const dearer = evaluate(store, { price: 2, load: 2, model: 3 });
    expect(dearer.bill()).toBe(120);
    expect(dearer.computed).toEqual(['bill']);
    const busier = evaluate(store, { price: 2, load: 3, model: 3 });
    expect(busier.bill()).toBe(180);
    expect(busier.computed).toEqual(['energy', 'bill']);
  });

  it('take a result of further back over when what it read comes back', () => {
    const store = createStageStore();
    evaluate(store, { price: 1, load: 2, model: 3 }).bill();
    evaluate(store, { price: 1, load: 5, model: 3 }).bill();
    const back = evaluate(store, { price: 1, load: 2, model: 3 });
    expect([back.bill(), back.computed]).toEqual([60, []]);
  });

  it('see a change that came while nobody asked', () => {
    const store = createStageStore();
    evaluate(store, { price: 1, load: 2, model: 3 }).bill();
    evaluate(store, { price: 1, load: 2, model: 4 });
    const later = evaluate(store, { price: 1, load: 2, model: 4 });
    expect(later.bill()).toBe(80);
  });

  it('answer in an older evaluation with what stood in it', () => {
    const store = createStageStore();
    const older = evaluate(store, { price: 1, load: 2, model: 3 });
    const newer = evaluate(store, { price: 1, load: 2, model: 5 });
    expect(newer.bill()).toBe(100);
    expect(older.bill()).toBe(60);
    expect(newer.energy()).toBe(100);
    expect(evaluate(store, { price: 1, load: 2, model: 5 }).bill()).toBe(100);
  });

  it('give what a store without memory gives, whatever is asked in whatever order', () => {
    const store = createStageStore();
    for (let step = 0; step < 400; step++) {
      const values = { price: 1 + (step * 7) % 3, load: 1 + (step * 5) % 4,
        model: 1 + ((step * step) % 5) };
      const warm = evaluate(store, values);
      const cold = evaluate(createStageStore(), values);
      if (step % 3 === 0) warm.energy();
      if (step % 4 !== 0) warm.bill();
      expect(step % 2 === 0 ? warm.bill() : warm.energy())
        .toBe(step % 2 === 0 ? cold.bill() : cold.energy());
    }
  });

  it('refuse to compute a stage from itself', () => {
    const { stage } = createStages(createStageStore(),
      worldOf(worthOf({ price: 1, load: 1, model: 1 })));
    const loop: { ask: () => number } = { ask: () => 0 };
    loop.ask = stage('loop', () => loop.ask() + 1);
    expect(loop.ask).toThrow('asks for itself');
  });
});
