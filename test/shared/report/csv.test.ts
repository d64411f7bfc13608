import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../shared/report/csv.ts';

describe('writeCsv', () => {
  it('writes units in the headings and numbers in full', () => {
    const columns = [
      { label: 'Year', unit: 'text' },
      { label: 'Cost', unit: 'USD/Mtok' },
    ] as const;
    expect(
      writeCsv(columns, [
        ['Year 1', 0.1 + 0.2],
        ['Year 2', null],
      ]),
    ).toBe('Year,Cost [USD/Mtok]\r\nYear 1,0.30000000000000004\r\nYear 2,\r\n');
  });

  it.each([
    '=1+1', '+cmd', '-2', '@sum', '\t=1',
  ])('does not let %j become a formula', (text) => {
    expect(writeCsv([{ label: 'a', unit: 'text' }], [[text]]).split('\r\n')[1])
      .toMatch(/^"?'/u);
  });

  it('keeps a text that looks guarded already apart from one that was guarded', () => {
    const line = (text: string): string | undefined =>
      writeCsv([{ label: 'a', unit: 'text' }], [[text]]).split('\r\n')[1];
    expect([line("'="), line('='), line("it's")]).toEqual(["''=", "'=", "it's"]);
  });

  it('gives every text back to a reader of CSV', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = writeCsv(
          [
            { label: 'a', unit: 'text' },
            { label: 'b', unit: 'text' },
          ],
          [[text, 'end']],
        );
        const read = Papa.parse<string[]>(written, { delimiter: ',' }).data[1];
        expect([read?.[0]?.replace(/^'(?='*[=+\-@\t\r])/u, ''), read?.[1]])
          .toEqual([text, 'end']);
      }),
    );
  });
});
