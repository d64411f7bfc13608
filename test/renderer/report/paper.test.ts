import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../renderer/report/column-widths.ts';
import { readQuery } from '../../../renderer/report/load.ts';
import { cssString, runningHead } from '../../../renderer/report/running-head.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { samplePlan } from '../../shared/report/sample-plan.ts';

const report = buildReport(samplePlan(), 'full',
  { catalog: builtInCatalog, appVersion: '0.1.0' });

describe('columnWidths', () => {
  const tables = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );

  it.each(tables.map((table) => [table.id, table] as const))(
    'shares the whole width: %s',
    (_id, table) => {
      const widths = columnWidths(table);
      expect(widths).toHaveLength(table.columns.length);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...widths)).toBeGreaterThan(0.03);
    },
  );
});

describe('runningHead', () => {
  it.each([
    ['plain', '"plain"'],
    ['a "b"', '"a \\22 b\\22 "'],
    ['x\\', '"x\\5c "'],
    ['line\nbreak', '"line\\a break"'],
  ])('%j cannot leave its string', (text, escaped) => {
    expect(cssString(text)).toBe(escaped);
  });

  it('cuts a name that would not fit', () => {
    expect(runningHead({ ...report, project: 'n'.repeat(10_000) }).length).toBeLessThan(1000);
  });
});

describe('readQuery', () => {
  it('reads what the host asks for', () => {
    expect(readQuery('?view=report&session=s%201&scenario=base&kind=technical')).toEqual({
      session: 's 1',
      scenarioId: 'base',
      kind: 'technical',
      sections: null,
      scenarioIds: null,
    });
  });

  it('reads sections and the scenarios to compare, in order', () => {
    expect(readQuery(
      '?view=report&session=s&kind=comparison&sections=bridges,scenarios&compare=b&compare=a',
    )).toMatchObject({
      kind: 'comparison', sections: ['bridges', 'scenarios'], scenarioIds: ['b', 'a'],
    });
  });

  it.each(['', '?view=report', '?view=report&session=s&kind=poem', '?session=s&kind=full'])(
    'refuses %j',
    (search) => {
      expect(readQuery(search)).toBeNull();
    },
  );
});
