import { describe, expect, it } from 'vitest';
import { increasesOf } from '../../../../shared/import/load/counter.ts';
import { noteText } from '../../../../shared/import/report.ts';
import { readLoad } from '../../../../shared/import/load/read-load.ts';
import type { LoadOptions } from '../../../../shared/import/load/types.ts';

const read = (text: string, options: LoadOptions = {}) => {
  const found = readLoad(text, options);
  if (!found.ok) throw new Error(found.error.map(({ code, reason }) => `${code}: ${reason}`).join());
  const { value, report } = found.value;
  return { ...value, said: [...report.read, ...report.repaired, ...report.notes].map(noteText).join('\n') };
};
const two = (value: number): string => String(value).padStart(2, '0');
const hours = (count: number, line: (hour: string, at: number) => string): string =>
  Array.from({ length: count }, (_, at) =>
    line(`2026-03-${two(1 + Math.floor(at / 24))} ${two(at % 24)}:00`, at)).join('');

describe('rows of the same time', () => {
  it('are added and counted, and doubted where they repeat each other', () => {
    const rows = hours(24, (hour, at) => `${hour},${100 + at}\n`);
    const twice = read(`time,tokens\n${rows}${rows}`);
    expect(twice.tokensTotal).toBe(2 * (2400 + 276));
    expect(twice.said).toContain('48 rows share 24 times and are added (first: line 26), 50 % of the total');
    expect(twice.said).toContain('24 rows repeat another of the same time to the token');
    const models = read(`time,model,tokens\n${hours(24, (hour, at) =>
      `${hour},a,${100 + at}\n${hour},b,${300 - at}\n`)}`);
    expect(models.said).toContain('48 rows share 24 times');
    expect(models.said).not.toContain('repeat');
  });
});

describe('columns', () => {
  it('are named with what was read', () => {
    expect(read('time,prompt_tokens,completion_tokens\n2026-01-01 00:00,1,2\n2026-01-01 01:00,3,4\n').said)
      .toContain('time from time, input from prompt_tokens, output from completion_tokens');
  });

  it('of one side twice count once where they are alike, and are refused where they differ', () => {
    const head = 'time,output_tokens,completion_tokens\n';
    const alike = read(`${head}2026-01-01 00:00,5,5\n2026-01-01 01:00,7,7\n`);
    expect(alike.tokensTotal).toBe(12);
    expect(() => read(`${head}2026-01-01 00:00,5,5\n2026-01-01 01:00,7,9\n`))
      .toThrow('two-columns: two columns count output tokens, output_tokens and completion_tokens');
    expect(read('time,input_tokens_no_cache,cache_read,output_tokens\n2026-01-01 00:00,1,2,3\n2026-01-01 01:00,1,2,3\n')
      .tokensTotal).toBe(12);
  });

  it('with more than a row can hold are refused', () => {
    expect(() => read('time,tokens\n2026-01-01 00:00,5\n2026-01-01 01:00,1e300\n')).toThrow('too-large');
  });
});

describe('times', () => {
  it('are days of a spreadsheet with a decimal comma', () => {
    const load = read('time;tokens\n46082,000000;10\n46082,041667;20\n46082,083333;30\n');
    expect([load.from, load.tokensTotal]).toEqual(['2026-03-01T00:00:00', 60]);
  });

  it('may begin with the day of the week', () => {
    expect(read('time,tokens\nSun 01 Mar 2026 00:00,1\n"Sunday, 1 Mar 2026 01:00",2\n').from)
      .toBe('2026-03-01T00:00:00');
  });

  it('that name months end without a day', () => {
    expect(read('month,tokens\n2026-01,1\n2026-02,2\n').said).toMatch(/from 2026-01$/mu);
  });
});

describe('a running total', () => {
  it('is told where it began again, and dealt out over missing times', () => {
    expect(increasesOf([0, 60, 120, 300, 360], [5, 10, 20, 50, 7]))
      .toEqual({ seconds: [60, 120, 180, 240, 300, 360], values: [5, 10, 10, 10, 10, 7],
        restarts: 1, spread: 2 });
    const load = read(`time,vllm:generation_tokens_total\n${hours(6, (hour, at) =>
      (at === 3 ? '' : `${hour},${at === 5 ? 10 : at * 100}\n`))}`);
    expect(load.tokensTotal).toBe(400 + 10);
    expect(load.said).toContain('fell once; each is taken for a restart at nought');
    expect(load.said).toContain('1 missing time is dealt out evenly');
  });

  it('of several series that ends is no fall of their sum', () => {
    const series = (name: string, from: number, to: number, start: number) => ({
      metric: { __name__: 'vllm:generation_tokens_total', instance: name },
      values: Array.from({ length: to - from }, (_, at) =>
        [1_767_225_600 + (from + at) * 3600, String(start + at * 100)]) });
    // One server counts on from a million while another ends and a third begins.
    const answer = { status: 'success', data: { resultType: 'matrix',
      result: [series('a', 0, 10, 1e6), series('b', 0, 5, 5e5), series('c', 5, 10, 0)] } };
    const load = read(JSON.stringify(answer));
    expect(load.tokensTotal).toBe(9 * 100 + 4 * 100 + 4 * 100);
    expect(load.said).not.toContain('restart');
  });

  it('of several series in one table is refused where it falls', () => {
    const rows = hours(6, (hour, at) => `${hour},${1000 + at},${at === 4 ? 0 : 500 + at}\n`);
    expect(() => read(`time,vllm:generation_tokens_total{a="1"},vllm:generation_tokens_total{a="2"}\n${rows}`))
      .toThrow('hidden-restart');
  });
});

describe('an answer of a usage interface', () => {
  it('says that more pages follow', () => {
    const page = (more: boolean) => JSON.stringify({ object: 'page', has_more: more, data: [
      { start_time: 1_767_225_600, results: [{ input_tokens: 5, output_tokens: 1 }] },
      { start_time: 1_767_229_200, results: [{ input_tokens: 5, output_tokens: 1 }] }] });
    expect(read(page(true)).said).toContain('more pages follow');
    expect(read(page(false)).said).not.toContain('more pages');
    expect(read(`[${page(true)},${page(false)}]`).said).not.toContain('more pages');
  });
});

describe('JSON lines read from their bytes', () => {
  const of = (at: number, more = ''): string => `{"created":${1_767_225_600 + at * 90},"prompt_tokens":${
    at % 7},"completion_tokens":${at % 5}${more}}`;
  const sums = (lines: readonly string[]): readonly (number | null)[] => {
    const { rows, tokensIn, tokensOut } = read(`${lines.join('\n')}\n`);
    return [rows, tokensIn, tokensOut];
  };
  const plain = Array.from({ length: 400 }, (_, at) => of(at));

  it('come to the same as those that need a closer look', () => {
    const expected = sums(plain);
    expect(expected).toEqual([400, 1197, 800]);
    const other = ['"model":"a,b}"', '"model":"a\\"b"', '"usage":{"x":[1,2]}', '"list":[1,2]', '"x":null'];
    for (const more of other)
      expect(sums(plain.map((_, at) => (at % 3 === 2 ? of(at, `,${more}`) : of(at))))).toEqual(expected);
    expect(sums(plain.map((line) => line.replaceAll(',', ' , ').replaceAll(':', ' : ')))).toEqual(expected);
    expect(sums(plain.map((line) => line.replace(/"created":(\d+)/u, '"created":"$1"')))).toEqual(expected);
    expect(sums(plain.map((line) => `${line}\r`))).toEqual(expected);
  });

  it('take a key given twice as JSON does, and leave out a row that lacks one', () => {
    const twice = '{"created":1767260000,"prompt_tokens":1,"prompt_tokens":2}';
    const { said } = read(`${[...plain, twice].join('\n')}\n`);
    expect(said).toContain('400 rows');
    const four = '{"created":1767260000,"prompt_tokens":1,"completion_tokens":2,"prompt_tokens":9}';
    expect(sums([...plain, four]))
      .toEqual([401, 1206, 802]);
    expect(() => read(`${[...plain, `${of(1)} x`].join('\n')}\n`)).toThrow('not-json');
  });
});
