import { beforeAll, describe, expect, it } from 'vitest';
import type { Solver } from '../../../../shared/search/programs/program.ts';
import { compareAnswer } from '../../../../shared/search/verify/compare.ts';
import { verifySearch } from '../../../../shared/search/verify/verify.ts';
import { testSolver } from '../../../support/solver.ts';
import { searchCases } from './cases.ts';

let solver: Solver;
beforeAll(async () => { solver = await testSolver(); });

describe('cases of search', () => {
  it('all pass, of every function', () => {
    const { cases } = verifySearch(searchCases, solver);
    expect(cases.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(new Set(cases.map((each) => each.function)).size).toBe(32);
  });

  it('take a bare list or one by name, and args or inputs', () => {
    const one = { id: 'a', function: 'AXIS', expected: [0, 1],
      inputs: { from: 0, to: 1, count: 2, scale: 'linear' } };
    expect(verifySearch({ cases: [one] }, solver).passed).toBe(1);
    expect(() => verifySearch({ rows: [] }, solver)).toThrow(TypeError);
  });

  it('are unsupported where a name or an argument is not known, and say which', () => {
    const run = (over: object) => verifySearch([{ id: 'a', function: 'GOAL_SEEK',
      args: { model: 'constant', value: 1, target: 2, lower: 0, upper: 1 },
      expected: { status: 'flat' }, ...over }], solver).cases[0];
    expect(run({})?.status).toBe('pass');
    expect(run({ function: 'NOTHING' })).toMatchObject({ status: 'unsupported',
      reason: 'no function NOTHING' });
    expect(run({ args: { model: 'constant', target: 2, lower: 0, upper: 1 } }))
      .toMatchObject({ status: 'unsupported', reason: 'argument value is missing' });
    expect(run({ args: { model: 'cubic' } })?.reason).toBe('there is no model "cubic"');
    expect(run({ expected: { status: 'any' } })).toMatchObject({ status: 'fail',
      reason: 'status: expected "any", got "flat"' });
    expect(run({ args: { model: 'constant', value: 1, target: 2, lower: 1, upper: 0 } })?.reason)
      .toContain('lower end');
    expect(verifySearch([3, { id: 'b', function: 'AXIS' }], solver).failed
      + verifySearch([3], solver).failed).toBe(3);
  });
});

describe('comparing an answer', () => {
  it('measures numbers against max(1, |expected|)', () => {
    expect(compareAnswer(0.001, 0.0015, 0.001).pass).toBe(true);
    expect(compareAnswer(1000, 1001.5, 0.001)).toMatchObject({ pass: false, error: 0.0015 });
    expect(compareAnswer(2, 2.0000001, 0).pass).toBe(false);
  });

  it('asks for equal flags, words and lengths, and for what is expected to be absent', () => {
    expect(compareAnswer(true, 1, 1).pass).toBe(false);
    expect(compareAnswer('a', 'b', 1).pass).toBe(false);
    expect(compareAnswer([1], [1, 2], 1).pass).toBe(false);
    expect(compareAnswer(null, 0, 1).pass).toBe(false);
    expect(compareAnswer(null, null, 0).pass).toBe(true);
    expect(compareAnswer(5, Number.NaN, 1).pass).toBe(false);
    expect(compareAnswer({ a: [1, { b: 2 }] }, { a: [1, { b: 2, c: 3 }] }, 0).pass).toBe(true);
    expect(compareAnswer({ a: 1 }, { b: 1 }, 0)).toMatchObject({ pass: false,
      reason: 'a: expected 1, got nothing' });
  });
});
