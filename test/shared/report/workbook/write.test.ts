import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  columnName, formula, number, text, type Workbook,
} from '../../../../shared/report/workbook/model.ts';
import { escapeXml } from '../../../../shared/report/workbook/escape.ts';
import { writeXlsx } from '../../../../shared/report/workbook/write.ts';

const bookWith = (note: string): Workbook => ({
  title: note, names: [{ name: 'rate', ref: 'Sheet!$A$1' }],
  sheets: [{ name: 'Sheet', widths: [10], freeze: { rows: 1, columns: 1 }, rows: [
    [number(0.1), text(note), formula('A1*2', 'number', 0.2)],
  ] }],
});
const partOf = (bytes: Uint8Array, path: string): string => {
  const part = unzipSync(bytes)[path];
  if (part === undefined) throw new Error(`no ${path}`);
  return strFromU8(part);
};

describe('a written workbook', () => {
  test('is the same for the same content', () => {
    expect(writeXlsx(bookWith('a'))).toEqual(writeXlsx(bookWith('a')));
  });
  test.each([
    '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'سلام', '<script>&"', '😀', 'a\u0000b\u0008c',
    '\ud800',
  ])('keeps %j as text, never a formula', (note) => {
    const sheet = partOf(writeXlsx(bookWith(note)), 'xl/worksheets/sheet1.xml');
    expect(sheet.match(/<f>/gu)).toHaveLength(1);
    expect(sheet).toContain('t="inlineStr"');
    // What XML forbids must be gone.
    expect(sheet.replaceAll(/[\t\n\r]/gu, '')).not.toMatch(/\p{Cc}|\p{Cs}/u);
  });
  test('names every part it holds, and every part holds well-formed markup', () => {
    const parts = unzipSync(writeXlsx(bookWith('a')));
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const listed = Object.keys(parts)
      .filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
    expect(listed.filter((path) => !types.includes(`"/${path}"`))).toEqual([]);
    for (const [path, bytes] of Object.entries(parts)) {
      const xml = strFromU8(bytes);
      const open = [
        ...xml.matchAll(/<([A-Za-z:]+)(?:\s[^<>]*?)?(\/?)>/gu),
      ].filter(([, , closed]) => closed === '').length;
      expect(open, path).toBe([...xml.matchAll(/<\/[A-Za-z:]+>/gu)].length);
    }
  });
  test('leads from a sheet to its charts, whose series read cells', () => {
    const sheets = bookWith('a').sheets.map((sheet) => ({ ...sheet, charts: [
      { title: 'A <b>', unit: 'USD', kind: 'columns' as const, from: [0, 2] as const, to: [4, 9] as const,
        series: [{ name: 'One', categories: 'Sheet!$A$1:$A$2', values: 'Sheet!$B$1:$B$2' },
          { name: 'Two', categories: 'Sheet!$A$1:$A$2', values: 'Sheet!$C$1:$C$2' }] }] }));
    const bytes = writeXlsx({ ...bookWith('a'), sheets, paper: 'letter' });
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/paperSize="1".*<drawing r:id="rId1"\/>/u);
    expect(partOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain('../drawings/drawing1.xml');
    expect(partOf(bytes, 'xl/drawings/_rels/drawing1.xml.rels')).toContain('../charts/chart1.xml');
    const chart = partOf(bytes, 'xl/charts/chart1.xml');
    expect([...chart.matchAll(/<c:f>([^<]*)<\/c:f>/gu)].map(([, ref]) => ref)).toEqual([
      'Sheet!$A$1:$A$2', 'Sheet!$B$1:$B$2', 'Sheet!$A$1:$A$2', 'Sheet!$C$1:$C$2']);
    expect(chart).toContain('A &lt;b&gt;');
    const types = partOf(bytes, '[Content_Types].xml');
    expect([types.includes('/xl/charts/chart1.xml'), types.includes('/xl/drawings/drawing1.xml')])
      .toEqual([true, true]);
  });
  test('cuts what a cell cannot hold', () => {
    expect(escapeXml('x'.repeat(40_000))).toHaveLength(32_767);
  });
});

test('columns count on in letters', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (index) => {
    const back = columnName(index).split('')
      .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    expect(back).toBe(index);
  }));
});
