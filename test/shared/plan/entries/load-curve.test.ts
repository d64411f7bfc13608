import { describe, expect, it } from 'vitest';
import {
  explainLoad, importLoad, summariseReport,
} from '../../../../shared/plan/entries/load-curve.ts';
import { checkRecord } from '../../../../shared/project/validate.ts';

const target = { traffic: 'chat', isl: 1000, osl: 1000, zoneHours: 0 };
const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}`;

describe('a load file', () => {
  it('becomes a record that the field tables accept, requests turned into tokens', () => {
    const read = importLoad('month,requests\n2026-01,10\n2026-02,20', 'load.csv', target);
    if (!read.ok) throw new Error('refused');
    expect(read.value.value.values).toMatchObject({
      traffic: 'chat', tokensPerMonth: '20000 40000', weekShape: '', name: 'load',
    });
    expect(checkRecord({
      id: 'x', kind: 'loadSeries', scenarioId: 'base', key: 'x', position: 1,
      body: read.value.value,
    }))
      .toEqual([]);
  });

  it('keeps the shape of a week, in as many characters as its field holds', () => {
    const lines = Array.from({ length: 24 * 15 },
      (_, h) =>
        `${day(1 + Math.floor(h / 24))} ${String(h % 24).padStart(2, '0')}:00,${1e9 + 1e9 * Math.sin(h)}`);
    const read = importLoad(['time,tokens', ...lines].join('\n'), 'week.csv', target);
    expect(read.ok && String(read.value.value.values['weekShape']).split(' ')).toHaveLength(168);
  });

  it('says what it repaired', () => {
    const read = importLoad(
      `time,tokens\n${day(1)},1\n${day(3)},3\n${day(4)},4\n${day(4)},1\n${day(5)},5`,
      'gaps.csv', target,
    );
    expect(read.ok && summariseReport(read.value.report)).toEqual([
      '1 line of a time already given added to it (line 5), 7.1 % of the total',
      '1 missing step in 1 gap filled by straight lines (line 3), 13 % of the total',
      'the last line has no line end: the file may have been cut short',
    ]);
  });

  it.each([
    ['negative', `time,tokens\n${day(1)},-1\n${day(2)},2`, 'line 2'],
    ['not-a-number', `time,tokens\n${day(1)},many\n${day(2)},2`, 'line 2'],
    ['mixed-zones', 'time,tokens\n2026-01-01T00:00Z,1\n2026-01-01T01:00,2', 'zone'],
    ['gap-too-long', `time,tokens\n${day(1)},1\n${day(2)},2\n2026-03-15,3`, 'too long'],
    ['bad-time', `time,tokens\nyesterday,1\n${day(2)},2`, 'line 2'],
    ['no-columns', 'a,b\n1,2', 'time and tokens'],
    ['empty', '', 'nothing'],
  ])('with %s is refused whole, and the line is named', (code, text, word) => {
    const read = importLoad(text, 'bad.csv', target);
    if (read.ok) throw new Error('taken');
    expect(read.error[0]?.code).toBe(code);
    expect(read.error.map(explainLoad).join()).toContain(word);
  });
});
