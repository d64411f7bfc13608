import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { preparePackage } from '../../../shared/disclosure/prepare.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { riskSentence } from '../../../shared/report/risk.ts';
import {
  freshRun, keptOf, printKept, readKept, type Keepable,
} from '../../../shared/uncertainty/kept.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { planner } from '../template-plans.ts';

const spread = { n: 9, absent: 0, sd: 1, p5: 0, p95: 9, cvar5: { lower: 0, upper: 9 },
  standardErrors: { mean: 1, p5: null, p10: null, p50: null, p90: null, p95: null } };
const run: Keepable = {
  options: { draws: 500, seed: 3, method: 'sobol' }, uncertain: 60, inputs: 77,
  summary: {
    figures: { 'headline.npvUsd': { ...spread, mean: 1.2e9, p10: -1e9, p50: 9e8, p90: 4.2e9 },
      'headline.paybackMonths': { ...spread, mean: null, p10: 25, p50: 38, p90: null } },
    probabilities: { npvBelowZero: { value: 0.288, standardError: 0.02, of: 500 },
      dscrBelowOne: { value: null, standardError: null, of: 0 } },
  },
  drivers: Array.from({ length: 12 }, (_, at) =>
    ({ label: `Input ${at}`, rankCorrelation: at === 11 ? null : 0.9 - at / 20 })),
};
const text = printKept(run);

const lay = (document: ProjectDocument, path: string, value: FieldValue): ProjectDocument => {
  const set = setByPath(document, 'base', path, value);
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  return set.value;
};
const planIn = (document: ProjectDocument): Plan => {
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};
const bare = documentOf(findTemplate('b200-1mw')?.records ?? []);
const kept = lay(lay(bare, 'keptRun.of', planIn(bare).hash), 'keptRun.summary', text);

describe('a run kept with a project', () => {
  it('is read as it was written, in a few numbers', () => {
    const read = readKept(text);
    expect(read).toMatchObject({ draws: 500, seed: 3, uncertain: 60, inputs: 77,
      probabilities: { npvBelowZero: 0.288 } });
    expect(read?.figures['headline.npvUsd'])
      .toEqual({ mean: 1.2e9, p10: -1e9, p50: 9e8, p90: 4.2e9 });
    expect(read?.drivers).toHaveLength(8);
    expect(text.length).toBeLessThan(2000);
  });

  it('is none where a stranger wrote something else', () => {
    const parsed = JSON.parse(text) as Record<string, unknown>;
    const bad: readonly unknown[] = [
      { ...parsed, draws: 0 }, { ...parsed, uncertain: 78 },
      { ...parsed, figures: { f: { mean: 1, p10: 3, p50: 2, p90: 1 } } },
      { ...parsed, draws: -1 }, { ...parsed, draws: 1.5 }, { ...parsed, seed: 'one' },
      { ...parsed, figures: { npv: { mean: 'much' } } }, { ...parsed, figures: [] },
      { ...parsed, probabilities: { npvBelowZero: 1.2 } },
      { ...parsed, drivers: [{ label: 'x'.repeat(300), rankCorrelation: 0.2 }] },
      { ...parsed, drivers: [{ label: 'x', rankCorrelation: 2 }] },
      { ...parsed, drivers: Array.from({ length: 9 }, () => ({ label: 'x', rankCorrelation: 0 })) },
      { ...parsed, method: 'x'.repeat(21) }, [], null, 3,
    ];
    for (const each of bad) expect(readKept(JSON.stringify(each))).toBeNull();
    for (const each of ['', '{', '{}', 'x'.repeat(30_000)]) expect(readKept(each)).toBeNull();
  });

  it('moves no figure and no fingerprint of the plan, and is old once an input changes', () => {
    const [before, now] = [planIn(bare), planIn(kept)];
    expect(now.hash).toBe(before.hash);
    expect(now.figures['headline.npvUsd']?.value).toBe(before.figures['headline.npvUsd']?.value);
    expect(freshRun(now)?.draws).toBe(500);
    const changed = planIn(lay(kept, 'demand.utilisation', 0.31));
    expect(keptOf(changed)).toMatchObject({ fresh: false });
    expect(freshRun(changed)).toBeNull();
    expect(keptOf(before)).toBeNull();
  });

  it('goes into papers while it is fresh, and is not mentioned otherwise', () => {
    const context = { catalog: builtInCatalog, appVersion: '0.0.0', date: '2026-01-01' };
    const ids = (document: ProjectDocument): readonly string[] =>
      buildReport(planIn(document), 'technical', context).sections.map(({ id }) => id);
    expect(ids(kept)).toContain('risk');
    expect(ids(bare)).not.toContain('risk');
    expect(ids(lay(kept, 'demand.utilisation', 0.31))).not.toContain('risk');
    const front = JSON.stringify(buildReport(planIn(kept), 'executive', context).sections[0]);
    expect(front).toContain('Over 500 futures with 60 uncertain inputs');
    expect(front).toContain('P10 −$1.0 B to P90 $4.2 B');
    expect(riskSentence(planIn(kept))).toContain('Input 0 and Input 1');
    expect(riskSentence(planIn(bare))).toBeNull();
    const section = JSON.stringify(buildReport(planIn(kept), 'technical', context).sections
      .find(({ id }) => id === 'risk'));
    expect(section).toContain('never');
    expect(section).toContain('28.8 %');
  });

  it('stays behind when something is taken out of a package', () => {
    const kinds = (redact: readonly string[]): readonly string[] => {
      const made = preparePackage(kept, ['base'], redact);
      return made.ok ? made.value.records.map(({ kind }) => kind) : [];
    };
    expect(kinds([])).toContain('keptRun');
    expect(kinds(['site.electricityUsdPerKwh'])).not.toContain('keptRun');
  });
});
