import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { verifyFinance } from '../../../shared/economics/verify/verify.ts';

/** Random arguments of every spreadsheet function, computed by a spreadsheet: nobody chose them to agree. */
const file: unknown = JSON.parse(readFileSync(new URL('../../fixtures/finance/calc-cases.json', import.meta.url), 'utf8'));

test('functions under a spreadsheet’s names give what the spreadsheet gives, to 1e-7', () => {
  const { cases } = verifyFinance(file);
  expect(cases.length).toBeGreaterThan(80);
  expect(cases.filter(({ status }) => status !== 'pass')).toEqual([]);
});
