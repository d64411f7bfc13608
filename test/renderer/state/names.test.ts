import { describe, expect, it } from 'vitest';
import { cutTo, shortName } from '../../../renderer/state/names.ts';

describe('names beside others', () => {
  it('keeps names of usual length', () => {
    expect(shortName('Base case, variant')).toBe('Base case, variant');
  });

  it('cuts a name that would push the others off the screen', () => {
    expect(shortName('W'.repeat(200))).toBe(`${'W'.repeat(39)}…`);
  });

  it('never cuts inside a character', () => {
    expect(cutTo('ab🚀cd', 4)).toBe('ab…');
  });
});
