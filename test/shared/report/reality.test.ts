import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { realityTable, salesTable } from '../../../shared/report/reality.ts';
import { workbookOf } from '../../../shared/report/workbook/build.ts';
import { reality } from '../../../shared/reality/reality.ts';
import { planOf } from '../plan/support.ts';
import { templatePlan } from '../template-plans.ts';

const plan = templatePlan('gb300-100mw');
/** A plan whose tokens are sold at several times what anybody asks. */
const beyond = planOf('b200-1mw', { 'traffic.chat.inputUsdPerMtok': 3,
  'traffic.chat.outputUsdPerMtok': 9 });
const context = { catalog: builtInCatalog, appVersion: '0.0.0' };
const textOf = (kind: 'executive' | 'technical' | 'full'): string =>
  JSON.stringify(buildReport(plan, kind, context).sections);

describe('reality on paper', () => {
  it.each(['executive', 'technical', 'full'] as const)('stands in the %s report', (kind) => {
    expect(textOf(kind)).toContain('Revenue per MW and year');
  });
  it('prints every peer with date and source where there is room for them', () => {
    const printed = textOf('technical');
    for (const { peers } of reality(plan)) for (const { name, date, source } of peers) {
      expect(printed).toContain(name);
      expect(printed).toContain(source);
      expect(printed).toContain(date ?? 'undated');
    }
  });
  it('has a line for every measure, and says which are marked in a word and a sign', () => {
    const { rows } = realityTable(plan);
    expect(rows).toHaveLength(reality(plan).length);
    expect(rows.filter(({ cells }) => cells.at(-1)?.includes('(!)') === true))
      .toHaveLength(reality(plan).filter(({ marked }) => marked).length);
  });
  it('explains its mark only where a line has it', () => {
    expect(reality(plan).filter(({ marked }) => marked)).toEqual([]);
    expect(textOf('executive')).not.toContain('(!)');
    expect(realityTable(beyond).note).toMatch(/^Marked \(!\) where/u);
  });
  it('says first that a plan is beyond its peers, what moves it, and what would have to be true',
    () => {
      const [front] = buildReport(beyond, 'executive', { ...context, ranked: [{ id: 'base',
        name: 'Base case', at: 0, error: null, costPerMTokUsd: null,
        npvUsd: { value: 1e9, low: 1e9, high: 1e9 } }] }).sections;
      const [advice, heading, list] = front?.blocks ?? [];
      expect(front?.title).toContain('far beyond what anyone has published');
      expect(advice).toMatchObject({ kind: 'recommendation',
        text: expect.stringMatching(/^Do not commit on the figures of/u) as string });
      expect(JSON.stringify(advice)).not.toContain('Build');
      expect(heading).toMatchObject({ text: 'What would have to be true' });
      expect(JSON.stringify(list)).toMatch(/Nobody else rents.*Moved most by: /u);
    });
  it('shows tokens sold, unsold and refused, and the share of a stated market, by year', () => {
    const small = planOf('b200-1mw', { 'traffic.chat.marketTokensPerDay': 1e12,
      'traffic.chat.marketShareMost': 0.1, 'traffic.chat.marketGrowth': 0 });
    const last = salesTable(small).rows.at(-1)?.cells ?? [];
    // A tenth of 1 T tokens a day for 365 days
    expect(last[2]).toBe('36.5 T tokens');
    expect(last.at(-1)).toMatch(/^10\.0+ %$/u);
    const free = salesTable(templatePlan('b200-1mw')).rows.at(-1)?.cells ?? [];
    expect(free.at(-1)).toBe('–');
  });
});

describe('reality in the workbook', () => {
  it('is a sheet with each measure and each peer', () => {
    const workbook = workbookOf(plan, '0.0.0');
    const sheet = workbook.sheets.find(({ name }) => name === 'Reality');
    const first = (sheet?.rows ?? []).map((cells) => cells[0]?.value);
    for (const { name } of reality(plan).flatMap(({ peers }) => peers))
      expect(first).toContain(name);
    expect(first).toContain('Payback');
  });
});
