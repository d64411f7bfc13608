import { describe, expect, it } from 'vitest';
import { parseArgs, type ArgSpec } from '../../../electron/cli/args.ts';
import { csvCell, table } from '../../../electron/cli/output.ts';

const spec: ArgSpec = { positional: ['file', 'other'], required: 1, flags: ['json'],
  options: ['set', 'scenario'], repeatable: ['set'] };
const read = (...argv: string[]) => parseArgs(argv, spec);
const refusal = (
  ...argv: string[]
) => { const r = read(...argv); return r.ok ? null : r.error; };

describe('parseArgs', () => {
  it('reads positionals, flags and repeated options in either form', () => {
    const r = read('a.aifp', '--json', '--set', 'x=1', '--set=y=2', '--scenario', 'base');
    expect(r.ok && { p: r.value.positional, json: r.value.flags.has('json'),
      set: r.value.options.get('set'), s: r.value.options.get('scenario') })
      .toEqual({ p: ['a.aifp'], json: true, set: ['x=1', 'y=2'], s: ['base'] });
  });

  it('refuses with the nearest known flag', () => {
    expect(refusal('a', '--jsn')).toContain('did you mean --json?');
    expect(refusal('a', '--completely-else')).toBe('unknown flag --completely-else');
  });

  it('names what is missing, doubled or too much', () => {
    expect(refusal()).toContain('missing argument: file');
    expect(refusal('a', '--set')).toContain('needs a value');
    expect(refusal('a', '--scenario', 'x', '--scenario', 'y')).toContain('given twice');
    expect(refusal('a', 'b', 'c')).toContain('unexpected argument "c"');
  });
});

describe('output', () => {
  it('keeps text that looks like a formula from becoming one', () => {
    expect(['=1+1', '+a', '-a', '@a', 'a,b', -1].map(csvCell))
      .toEqual(["'=1+1", "'+a", "'-a", "'@a", '"a,b"', '-1']);
  });

  it('aligns columns', () => {
    expect(table([['a', 'b'], ['long', 'c']])).toBe('a     b\nlong  c');
  });
});
