import { describe, expect, test } from 'vitest';
import { errnoOf } from '../../db/problem.ts';

describe('the system’s name of an error', () => {
  test.each([
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
    [Object.assign(new Error('x'), { code: 7 }), null],
    [new Error('x'), null], [{ code: 'ENOENT' }, null], ['ENOENT', null], [null, null],
  ])('%# is read from errors alone', (error, name) => {
    expect(errnoOf(error)).toBe(name);
  });
});
