import { describe, expect, it } from 'vitest';
import { fieldFile } from '../field.ts';
import { load } from './read.ts';

/**
 * Files as people have them, with sums added up by hand or by the other columns of the
 * same file: 48 hours of 1,000,000 + h tokens are 48 x 1,000,000 + 0 + ... + 47.
 */
const hours = 48 * 1_000_000 + (47 * 48) / 2;

describe('load files from the field', () => {
  it.each([
    ['41-azure-llm-2023-conv.csv', 1, 2000, 1800, 200, '2023-11-16T18:00:00'],
    ['43-azure-llm-2024-offset.csv', 1, 4663, 4637, 26, '2024-05-10T00:00:00Z'],
    ['46-openai-usage-export.csv', 48, hours + 48 * 200_000, hours, 48 * 200_000, '2026-01-01T00:00:00Z'],
    ['47-epoch-ms.csv', 48, hours, null, null, '2026-01-01T00:00:00Z'],
    ['48-excel-us-dates.csv', 48, hours, null, null, '2026-01-01T00:00:00'],
    ['50-utc-suffix.csv', 48, 48_000 + 1128, null, null, '2026-01-01T00:00:00Z'],
    ['51-minute-data.csv', 3, 180_000, null, null, '2026-01-01T00:00:00'],
    ['52-date-and-hour-columns.csv', 48, 48_000, null, null, '2026-01-01T00:00:00'],
    ['54-rate-per-second.csv', 48, (48_000 + 1128) * 3600, null, null, '2026-01-01T00:00:00'],
  ])('%s', (name, steps, tokensTotal, tokensIn, tokensOut, from) => {
    const read = load(fieldFile(name));
    expect(read.values).toHaveLength(steps);
    expect(read).toMatchObject({ tokensTotal, tokensIn, tokensOut, from, stepSeconds: 3600 });
    expect(read.values.reduce((a, b) => a + b, 0)).toBeCloseTo(tokensTotal, 6);
  });

  it('44: a trace that counts from its start has no calendar', () => {
    expect(load(fieldFile('44-burstgpt.csv'))).toMatchObject({
      tokensTotal: 490 + 1317 + 693, tokensIn: 472 + 1087 + 417, tokensOut: 18 + 230 + 276,
      from: null, relative: true });
  });

  it('56: single requests are summed into hours and never drawn through', () => {
    const read = load(fieldFile('56-per-request-known-names.csv'));
    // Sums of the two columns of the 59 lines.
    expect(read).toMatchObject({ tokensIn: 134_677, tokensOut: 19_269, tokensTotal: 153_946 });
    expect(read.report.repaired).toEqual([]);
  });

  it('names the column it left out and what was done', () => {
    const usage = load(fieldFile('46-openai-usage-export.csv'));
    expect(usage.report.leftOut.map(({ text }) => text)).toEqual([
      'column input_cached_tokens: its tokens are counted within the input tokens']);
    expect(load(fieldFile('48-excel-us-dates.csv')).codes('repaired')).toEqual(['dates-guessed']);
    expect(load(fieldFile('52-date-and-hour-columns.csv')).codes('notes')).toContain('hour-ending');
  });
});
