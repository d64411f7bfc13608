import { describe, expect, it } from 'vitest';
import { readDocuments, type YamlProblem } from '../../../../shared/facility/devices/checked-yaml.ts';
import type { Shape } from '../../../../shared/facility/devices/device-type-keys.ts';

/** A shape with one key of every kind. */
const shape: Shape = {
  required: ['name'], units: { size: 'size_unit' },
  keys: { name: { kind: 'text', most: 5 }, slug: { kind: 'slug' }, on: { kind: 'toggle' },
    colour: { kind: 'choice', of: ['red', 'blue'] },
    size: { kind: 'number', min: 1, max: 9, step: 0.5 },
    size_unit: { kind: 'choice', of: ['mm'] },
    parts: { kind: 'list', of: { required: ['name'], keys: { name: { kind: 'text', most: 9 } } } },
  },
};
const read = (text: string) => readDocuments(text, () => shape);
const valueOf = (text: string) => {
  const found = read(text);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};
const problemsOf = (text: string): readonly YamlProblem[] => {
  const found = read(text);
  return found.ok ? [] : found.error;
};
const brief = (text: string): readonly string[] => problemsOf(text)
  .map(({ code, line, at, detail }) => `${line} ${at} ${code}: ${detail}`);

describe('a definition', () => {
  it('is read with every kind of value, and keys nobody knows are named with their line', () => {
    const [found, ...more] = valueOf('name: a\nslug: a-b_1\non: true\ncolour: red\nsize: 1.5\n'
      + 'size_unit: mm\nparts:\n  - name: x\n  - name: y\nodd: 1\n');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ line: 1, value: { name: 'a', slug: 'a-b_1', on: true,
      colour: 'red', size: 1.5, size_unit: 'mm', parts: [{ name: 'x' }, { name: 'y' }] } });
    expect(found?.ignored).toEqual([{ code: 'unknown-key', line: 10, at: 'odd',
      detail: 'known are name, slug, on, colour, size, size_unit, parts' }]);
  });

  it('keeps bare numbers of a text as they were written', () => {
    expect(valueOf('name: 0x1F')[0]?.value).toEqual({ name: '0x1F' });
    expect(valueOf('name: 1.50')[0]?.value).toEqual({ name: '1.50' });
  });

  it('is one of several documents, each with its first line; empty ones are none', () => {
    expect(valueOf('name: a\n---\n# nothing\n---\nname: b\n---\n').map(({ line, value }) =>
      [line, value])).toEqual([[1, { name: 'a' }], [5, { name: 'b' }]]);
    expect(brief('')).toEqual(['1  not-a-map: the file is empty']);
    expect(brief('---\n---\n')).toEqual(['1  not-a-map: the file is empty']);
    expect(brief('- a\n')).toEqual(['1  not-a-map: keys with values expected']);
    expect(brief('name: a\n---\n\ntext\n')).toEqual(['4  not-a-map: keys with values expected']);
  });
});

describe('a value that is not what its key asks for', () => {
  it.each([
    ['name: toolong', '1 name too-long: 7 characters, most 5'],
    ['name: true', '1 name wrong-type: text expected'],
    ['name: [a]', '1 name wrong-type: a single value expected'],
    ['name: a\non: 1', '2 on wrong-type: true or false expected'],
    ['name: a\ncolour: green', '2 colour not-a-choice: one of red, blue expected'],
    ['name: a\ncolour: 1', '2 colour not-a-choice: one of red, blue expected'],
    ['name: a\nslug: A',
      '2 slug bad-slug: lower-case letters, digits, - and _ expected, at most 100'],
    ['name: a\nsize_unit: mm\nsize: 0.5', '3 size out-of-range: 1 to 9 in steps of 0.5 expected'],
    ['name: a\nsize_unit: mm\nsize: 9.5', '3 size out-of-range: 1 to 9 in steps of 0.5 expected'],
    ['name: a\nsize_unit: mm\nsize: 2.3', '3 size out-of-range: 1 to 9 in steps of 0.5 expected'],
    ['name: a\nsize_unit: mm\nsize: x', '3 size wrong-type: a number expected'],
    ['name: a\nsize: 2', '2 size missing-key: size_unit is missing'],
    ['slug: a', '1  missing-key: name is missing'],
    ['name: a\nparts: x', '2 parts wrong-type: a list expected'],
    ['name: a\nparts:\n  - x', '3 parts.1 wrong-type: keys with values expected'],
    ['name: a\nparts:\n  - name: x\n  - name: x', '4 parts.2 repeated-name: x is used twice'],
    ['name: a\nparts:\n  - {}', '3 parts.1 missing-key: name is missing'],
    ['name: a\nparts:\n  - name: 1234567890',
      '3 parts.1.name too-long: 10 characters, most 9'],
    ['name: a\nname: b', '2 name not-yaml: Map keys must be unique'],
    ['name: a\nslug: *x', '2  alias: its aliases cannot be replaced: they lead nowhere, in a circle, or to too much'],
  ])('in %j is named with its line', (text, problem) => {
    expect(brief(text)).toContain(problem);
  });

  it('at its bounds is taken', () => {
    const at = (text: string): number => problemsOf(`size_unit: mm\n${text}`).length;
    expect([at('name: abcde'), at('name: a\nsize: 1'), at('name: a\nsize: 9')])
      .toEqual([0, 0, 0]);
    const slug = (length: number): number => at(`name: a\nslug: ${'x'.repeat(length)}`);
    expect([slug(100), slug(101)]).toEqual([0, 1]);
  });
});

describe('a file of definitions', () => {
  it('has 512,000 characters at most', () => {
    const long = (length: number): string => `name: a\n#${'x'.repeat(length - 9)}`;
    expect(read(long(512_000)).ok).toBe(true);
    expect(brief(long(512_001)))
      .toEqual(['1  too-large: 512001 characters, most 512000']);
  });

  it('has a hundred definitions at most', () => {
    const many = (count: number): string => Array.from({ length: count },
      () => 'name: a').join('\n---\n');
    expect(valueOf(many(100))).toHaveLength(100);
    expect(brief(many(101)))
      .toEqual(['1  too-many-documents: 101 definitions, most 100']);
  });

  it('nests 32 deep at most', () => {
    const nested = (depth: number) => brief(`name: a\nodd: ${'['.repeat(depth)}${']'.repeat(depth)}`);
    // The map around them is one of them.
    expect(nested(31)).toEqual([]);
    expect(nested(32)).toEqual(['1  not-yaml: nested more than 32 deep']);
    for (const endless of ['['.repeat(50_000), '- '.repeat(50_000),
      `a: ${'{b: '.repeat(100)}1${'}'.repeat(100)}`])
      expect(brief(endless)).toEqual(['1  not-yaml: nested more than 32 deep']);
  });

  it('lists fifty problems at most, and fifty keys it does not know', () => {
    const parts = Array.from({ length: 60 }, (_, i) => `  - ${i}`).join('\n');
    expect(brief(`name: a\nparts:\n${parts}`)).toHaveLength(50);
    const odd = Array.from({ length: 60 }, (_, i) => `odd${i}: 1`).join('\n');
    expect(valueOf(`name: a\n${odd}`)[0]?.ignored).toHaveLength(50);
  });

  it('that is no YAML is refused where it stops being one', () => {
    expect(problemsOf('name: a\nslug: "b\n')).toMatchObject([{ code: 'not-yaml' }]);
    expect(problemsOf('name: a\nslug: b\n}\n')).toMatchObject([{ code: 'not-yaml', line: 3 }]);
    expect(problemsOf('? [a]\n: b\nname: a\n')).toEqual([]);
  });
});
