import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hourly, load, refusal } from './read.ts';

const utf16 = (text: string, marked: boolean): Uint8Array => {
  const units = Uint16Array.from(`${marked ? '\uFEFF' : ''}${text}`, (c) => c.charCodeAt(0));
  return new Uint8Array(units.buffer);
};
const sum48 = 48_000 + (47 * 48) / 2;
const plain = hourly('time,tokens', 48, (h, day, clock) => `${day} ${clock},${1000 + h}`);

describe('times', () => {
  const start = Date.UTC(2026, 0, 1) / 1000;
  it.each([
    ['seconds', (h: number) => `${start + h * 3600}`],
    ['milliseconds', (h: number) => `${start + h * 3600}000`],
    ['microseconds', (h: number) => `${start + h * 3600}000000`],
    ['fractions of seconds', (h: number) => `${start + h * 3600}.5`],
    ['ISO with an offset', (h: number) =>
      new Date((start + h * 3600 + 7200) * 1000).toISOString().replace('Z', '+02:00')],
    ['a zone without minutes', (h: number) =>
      `${new Date((start + h * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')}+00`],
    ['GMT', (h: number) =>
      `${new Date((start + h * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')} GMT`],
  ])('in %s', (_, time) => {
    const read = load(hourly('timestamp,tokens', 48, (h) => `${time(h)},${1000 + h}`));
    expect(read.tokensTotal).toBe(sum48);
    expect(read.from).toMatch(/^2026-01-01T00:00:00Z$/);
  });

  it.each([
    ['spreadsheet days', 'Date,Tokens', (h: number) => (46_023 + h / 24).toFixed(6)],
    ['day first', 'Datum,Tokens'.replace('Datum', 'Date'), (h: number) =>
      `${1 + Math.floor(h / 24)}.01.2026 ${h % 24}:00`],
    ['AM and PM', 'time,tokens', (h: number) =>
      `Jan ${1 + Math.floor(h / 24)}, 2026, ${h % 12 === 0 ? 12 : h % 12}:00 ${h % 24 < 12 ? 'AM' : 'PM'}`],
    ['month names', 'time,tokens', (h: number) => `0${1 + Math.floor(h / 24)}-Jan-2026 ${h % 24}:00:00`],
    ['slashes from the year', 'time,tokens', (h: number) =>
      `2026/01/0${1 + Math.floor(h / 24)} ${h % 24}:00`],
  ])('as %s', (_, head, time) => {
    const read = load(hourly(head, 48, (h) => `"${time(h)}",${1000 + h}`));
    expect(read).toMatchObject({ tokensTotal: sum48, stepSeconds: 3600, from: '2026-01-01T00:00:00' });
    expect(read.values).toHaveLength(48);
  });

  it('asks which of day and month comes first where both can be read', () => {
    const day = hourly('time,tokens', 24, (h) => `1/2/2026 ${h}:00,1`);
    expect(refusal(day)).toEqual(['ambiguous-dates 0']);
    expect(load(day, { dates: 'us' }).from).toBe('2026-01-02T00:00:00');
    expect(load(day, { dates: 'eu' }).from).toBe('2026-02-01T00:00:00');
  });

  it('takes the order a later line shows, for the lines before it as well', () => {
    const days = ['time,tokens', ...Array.from({ length: 20 }, (_, d) => `${d + 1}/2/2026,1`)];
    const read = load(days.join('\n'));
    expect([read.from, read.values.length]).toEqual(['2026-02-01T00:00:00', 20]);
    expect(refusal('time,tokens\n13/2/2026,1\n2/14/2026,1')).toEqual(['mixed-dates 3']);
  });

  it('asks for the unit of bare numbers from a start', () => {
    const trace = 'timestamp,tokens\n0,5\n3000,7\n9000,1';
    expect(refusal(trace)).toEqual(['ambiguous-times 0']);
    expect(load(trace, { times: 'ms' })).toMatchObject({ tokensTotal: 13, relative: true });
    expect(load(trace, { times: 's' }).values).toEqual([12, 0, 1]);
    expect(load('arrival_time_ms,tokens\n0,5\n7200000,7').values).toEqual([5, 0, 7]);
  });

  it('takes hours 0 to 23 as those that begin, and asks where neither end is there', () => {
    const head = 'date,hour,tokens';
    const rows = (from: number, to: number): string => [head, ...Array.from(
      { length: to - from + 1 }, (_, h) => `2026-01-01,${from + h},1`)].join('\n');
    expect(load(rows(0, 23)).from).toBe('2026-01-01T00:00:00');
    expect(load(rows(1, 24)).from).toBe('2026-01-01T00:00:00');
    expect(refusal(rows(8, 17))).toEqual(['ambiguous-hours 0']);
    expect(load(rows(8, 17), { hours: 'end' }).from).toBe('2026-01-01T07:00:00');
    expect(load('Year,Month,Day,Hour,tokens\n2026,1,1,0,5\n2026,1,1,1,6').values).toEqual([5, 6]);
  });
});

describe('writing', () => {
  it.each([
    ['UTF-16 with a mark', utf16(plain, true)], ['UTF-16 without one', utf16(plain, false)],
    ['gzip', gzipSync(new TextEncoder().encode(plain))], ['Windows line ends', plain.replaceAll('\n',
      '\r\n')],
    ['old line ends', plain.replaceAll('\n', '\r')], ['a byte order mark', `\uFEFF${plain}`],
    ['quotes', plain.replaceAll(/^(.*),(.*)$/gm, '"$1","$2"')],
    ['tabs', plain.replaceAll(',', '\t')],
  ])('in %s', (_, content) => { expect(load(content).tokensTotal).toBe(sum48); });

  it('with decimal commas, marks between thousands, or neither', () => {
    const rows = (cells: readonly string[]): string =>
      hourly('time;tokens', cells.length, (h, day, clock) => `${day} ${clock};${cells[h] ?? ''}`);
    expect(load(rows(['1.234,5', '7,0', '1.000'])).tokensTotal).toBe(2241.5);
    expect(load(rows(['1 234,5', '7,0'])).tokensTotal).toBe(1241.5);
    expect(load(rows(['"1,234,567"', '7'])).tokensTotal).toBe(1_234_574);
    expect(refusal(rows(['1.234', '5.678']))).toEqual(['ambiguous-decimal 0']);
    expect(load(rows(['1.234', '5.678']), { decimal: 'comma' }).tokensTotal).toBe(6912);
  });

  it('as JSON lines, lists, usage pages and ranges of a query', () => {
    const mooncake = [[27_482, 6955, 52], [30_535, 6472, 26]].map(([timestamp, input_length,
      output_length]) =>
      JSON.stringify({ timestamp, input_length, output_length, hash_ids: [1, 2] })).join('\n');
    expect(load(mooncake)).toMatchObject({ tokensIn: 13_427, tokensOut: 78, relative: true, from: null });
    const list = [{ time: '2026-01-01 00:00', tokens: 5 }, { time: '2026-01-01 01:00', tokens: 7 }];
    expect(load(JSON.stringify(list, null, 1)).values).toEqual([5, 7]);
    const page = { object: 'page', data: [0, 1].map((h) => ({ object: 'bucket',
      start_time: 1_767_225_600 + 3600 * h, end_time: 1_767_229_200 + 3600 * h,
      results: [{ input_tokens: 10, output_tokens: 1 }, { input_tokens: 20, output_tokens: 2 }] })) };
    expect(load(JSON.stringify(page))).toMatchObject({ tokensIn: 60, tokensOut: 6 });
    const matrix = (name: object) => JSON.stringify({ status: 'success', data: { resultType: 'matrix',
      result: [{ metric: name, values: [[1_767_225_600, '2'], [1_767_229_200, '3']] }] } });
    expect(refusal(matrix({}))).toEqual(['not-json 0']);
    expect(load(matrix({}), { values: 'rate' }).tokensTotal).toBe(5 * 3600);
    expect(load(matrix({ __name__: 'vllm:generation_tokens_total' }), {}).tokensTotal).toBe(1);
  });

  it.each([
    ['a spreadsheet', 'PK\u0003\u0004...'], ['Parquet', 'PAR1...'], ['bytes', '\u0001\u0002\u0000\u0003 a,b'],
  ])('is refused by name where it is %s', (_, content) => {
    expect(refusal(content)).toEqual(['not-text 0']);
  });

  it('is refused where packed bytes are damaged or cut short', () => {
    const packed = gzipSync(new TextEncoder().encode(plain));
    expect(refusal(packed.slice(0, packed.length / 2))[0]).toMatch(/^(damaged|bad-time|too-short)/);
  });
});

describe('amounts', () => {
  it('are speeds, running totals, thousands and millions by their names', () => {
    const two = (head: string, a: number, b: number): string =>
      `time,${head}\n2026-01-01 00:00,${a}\n2026-01-01 01:00,${b}`;
    expect(load(two('tokens_per_minute', 60, 120)).tokensTotal).toBe(180 * 60);
    expect(load(two('rate(vllm:prompt_tokens_total[5m])', 1, 2)).tokensIn).toBe(3 * 3600);
    expect(load(two('tokens (millions)', 1, 2)).tokensTotal).toBe(3e6);
    expect(load(two('requests', 4, 2))).toMatchObject({ unit: 'requests', requests: 6, tokensTotal: null });
    const counter = `${two('vllm:prompt_tokens_total', 100, 150)}\n2026-01-01 02:00,30\n2026-01-01 03:00,40`;
    // 50, then a restart at 30, then 10.
    expect(load(counter).values).toEqual([50, 30, 10]);
  });

  it('count cache reads apart from input, and parts of input once', () => {
    const anthropic = 'usage_date_utc,usage_input_tokens_no_cache,usage_input_tokens_cache_read,usage_output_tokens\n'
      + '2026-01-01,10,5,2\n2026-01-02,20,5,3';
    expect(load(anthropic)).toMatchObject({ tokensIn: 40, tokensOut: 5 });
    const api = '{"created":"2026-01-01T00:00:00Z","usage":{"prompt_tokens":9,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens":1}}';
    expect(load(`${api}\n${api.replace('00:00:00Z', '00:10:03Z')}`)).toMatchObject({ tokensIn: 18,
      tokensOut: 2 });
  });

  it('say where total and parts differ, and the total counts', () => {
    const read = load('time,input_tokens,output_tokens,total_tokens\n2026-01-01,10,5,15\n2026-01-02,10,5,100');
    expect(read.tokensTotal).toBe(115);
    expect(read.report.notes.find(({ code }) => code === 'total-differs')).toMatchObject({ line: 3,
      share: 0.5 });
  });
});

describe('what is repaired, filled or left out', () => {
  it('is listed with its share of the total', () => {
    const days = ['time,tokens', '', '2026-01-02,4', '2026-01-01,1', '2026-01-02,2', '2026-01-05,9', ''];
    const read = load(days.join('\n'));
    expect(read.values).toEqual([1, 6, 7, 8, 9]);
    const gap = read.report.repaired.find(({ code }) => code === 'gap-filled');
    // 7 and 8 of 31 tokens are on the line across the gap.
    expect(gap).toMatchObject({ line: 6, count: 2, share: 15 / 31 });
    expect(read.codes('repaired')).toEqual(['sorted', 'duplicate-summed', 'gap-filled']);
    expect(read.codes('leftOut')).toEqual(['empty-lines']);
  });

  it('is a row without an amount or with too few cells', () => {
    const read = load('time,tokens,x\n2026-01-01,5,1\n2026-01-02,NaN,1\n2026-01-03,7,1\n2026-01-04');
    expect(read.report.leftOut).toMatchObject([
      { code: 'short-row', line: 5, share: 0.25 }, { code: 'no-value', line: 3, share: 0.25 }]);
    expect(read.codes('notes')).toContain('no-line-end');
  });

  it('leaves hours of a log without a row empty, and says how many', () => {
    const log = 'timestamp,input_tokens,output_tokens\n2026-01-01 00:00:07,10,1\n2026-01-01 00:31:02,10,1\n2026-01-01 05:00:00.5,10,1';
    const read = load(log);
    expect(read.values).toEqual([22, 0, 0, 0, 0, 11]);
    expect(read.report.notes.find(({ code }) => code === 'empty-hours')).toMatchObject({ count: 4 });
  });

  it('refuses long gaps, uneven steps of a metric and bad lines by number', () => {
    expect(refusal('2026-01-01,1\n2026-01-02,1\n2026-03-01,1')).toEqual(['gap-too-long 3']);
    expect(refusal(`2026-01-01,1\n2026-01-02,1\n2026-01-03,1\n2026-01-03 07:00,1`))
      .toEqual(['uneven-step 4']);
    expect(refusal('time,tokens\n2026-01-01,1\n2026-01-02,-5\nsoon,3\n2026-01-04,many\n2026-01-05,1e999'))
      .toEqual(['negative 3', 'bad-time 4', 'not-a-number 5', 'not-a-number 6']);
    expect(refusal('time,tokens\n2026-01-01T00:00Z,1\n2026-01-01 01:00,2')).toEqual(['mixed-zones 0']);
    expect(['', 'just words', 'when,how much\n1,2', 'time,tokens\n2026-01-01,1'].map((text) =>
      refusal(text)[0]))
      .toEqual(['empty 0', 'no-columns 1', 'no-columns 1', 'too-short 0']);
  });
});
