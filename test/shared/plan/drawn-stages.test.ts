import { expect, test } from 'vitest';
import { createDrawnStages } from '../../../shared/plan/drawn-stages.ts';
import { inDraw, layingOut, nextDraw } from '../../../shared/units/drawn-values.ts';
import {
  cell, lazily, note, Reading, recordWithin, withoutReadings, type Source,
} from '../../../shared/units/reading.ts';

/** Fields that draws move, `racks` in whole numbers, and one they leave as it is. */
const values = { price: 1, racks: 3, site: 7 };
type Field = keyof typeof values;
const sources = new Map<string, Source>(
  Object.keys(values).map((path) => [path, { kind: 'field', path }]),
);

function read(field: Field): number {
  const source = sources.get(field);
  if (source !== undefined) note(source, values[field]);
  return values[field];
}

type Name = (name: string, compute: () => number) => () => number;

/** Lays out a plan, and gives what evaluates it with other values. */
function layOut(plan: (stage: Name) => () => number) {
  Object.assign(values, { price: 1, racks: 3, site: 7 });
  const drawn = createDrawnStages({ moved: new Set(['price', 'racks']), stepped: new Set(['racks']) });
  const first = nextDraw();
  const { stage } = layingOut(first, drawn, () => drawn.layOut({
    valueOf: ({ path }) => values[path as Field], movedSince: () => null,
  }));
  const ask = layingOut(first, drawn, () => plan(stage));
  layingOut(first, drawn, () => recordWithin(new Reading(), ask));
  return (moved: Partial<typeof values>): number => {
    Object.assign(values, moved);
    return inDraw(drawn, () => withoutReadings(ask));
  };
}

test('a stage is computed for all draws, for those that differ, or for each', () => {
  const counts = { fixed: 0, whole: 0, free: 0 };
  const draw = layOut((stage) => {
    const fixed = stage('fixed', () => { counts.fixed += 1; return read('site'); });
    const whole = stage('whole', () => { counts.whole += 1; return read('racks') * fixed(); });
    const free = stage('free', () => { counts.free += 1; return whole() * read('price'); });
    return () => free();
  });
  expect(counts).toEqual({ fixed: 1, whole: 1, free: 1 });
  expect([draw({ price: 2 }), draw({ price: 3 }), draw({ racks: 4 }), draw({ racks: 3 })])
    .toEqual([42, 63, 84, 63]);
  expect(counts).toEqual({ fixed: 1, whole: 3, free: 5 });
});

test('a value made lazily when the plan was laid out is that of the draw', () => {
  let computed = 0;
  const draw = layOut(() => {
    const made = lazily({ worth: () => { computed += 1; return read('price') * 2; } });
    const kept = cell(() => lazily({ site: () => read('site'), price: () => read('price') }));
    return () => made.worth + made.worth + kept().site + kept().price;
  });
  expect([draw({ price: 2 }), draw({ price: 5 })]).toEqual([17, 32]);
  expect(computed).toBe(3);
});

test('what is read in some draws alone is followed in those', () => {
  const draw = layOut((stage) => {
    const either = stage('either', () => (read('racks') > 3 ? read('price') : 0));
    const plain = cell(() => (read('racks') > 3 ? read('price') : 0));
    return () => either() + plain() * 10;
  });
  const found = [draw({ racks: 4, price: 2 }), draw({ price: 3 }), draw({ racks: 3 }),
    draw({ racks: 4, price: 5 })];
  expect(found).toEqual([22, 33, 0, 55]);
});

test('a stage named anew in a draw is that of the draw', () => {
  const draw = layOut((stage) => {
    const money = cell(() => {
      const price = read('price');
      return { twice: stage('twice', () => read('racks') + Math.min(read('price'), 0) + price * 2) };
    });
    return () => money().twice();
  });
  expect([draw({ price: 2 }), draw({ price: 4, racks: 5 })]).toEqual([7, 13]);
});

test('a stage that asks for itself is refused', () => {
  expect(() => layOut((stage) => {
    const own: () => number = stage('own', () => own());
    return own;
  })).toThrow('asks for itself');
});
