import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { noMoves } from '../../../shared/plan/serving/moves.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { choiceOf } from '../../../shared/report/choice.ts';
import { rankPlans, type Ranked } from '../../../shared/report/ranking.ts';
import {
  proposeRecommendation, questionOf, verdictOf, type Standing,
} from '../../../shared/report/recommendation.ts';
import type { Block } from '../../../shared/report/types.ts';
import { plainPrint } from '../../../shared/units/print.ts';
import { derivedScenario, planner, planOfTemplate, templateDocument } from './real-plan.ts';

const base = planOfTemplate('b200-1mw');
const ranked = (
  id: string, name: string, npv: readonly [number, number, number] | null, at = 0,
): Ranked => ({ id, name, at, error: 0.3, costPerMTokUsd: null,
  npvUsd: npv === null ? null : { value: npv[0], low: npv[1], high: npv[2] } });
const standing = (candidates: readonly Ranked[], cases: readonly Ranked[] = []): Standing =>
  ({ plan: base, choice: { candidates, cases }, print: plainPrint });

describe('the recommendation', () => {
  it.each<readonly [string, Standing, RegExp]>([
    ['builds what pays even at the low end', standing([ranked('base', 'Base case', [9e6, 2e6, 12e6])]),
      /^Build Base case: were throughput 30 % lower.*still be worth \$2\.0 M\./u],
    ['asks for a measurement where the low end loses',
      standing([ranked('base', 'Base case', [9e6, -4e6, 12e6])]),
      /confirmed by a measurement before ordering.*would lose \$4\.0 M/u],
    ['builds nothing that loses', standing([ranked('base', 'Base case', [-9e6, -9e6, -8e6])]),
      /^Do not commit at these terms: the plan loses \$9\.0 M\./u],
    ['says when the model cannot tell two apart', standing([
      ranked('a', 'One', [9e6, 2e6, 12e6]), ranked('b', 'Two', [8e6, 1e6, 11e6], 1)]),
      /Two follows with \$8\.0 M; the stated error of the model does not tell the two apart\./u],
    ['says when it can', standing([
      ranked('a', 'One', [9e6, 8.5e6, 9.5e6]), ranked('b', 'Two', [2e6, 1.9e6, 2.1e6], 1)]),
      /Two follows with \$2\.00 M\./u],
    ['names what other assumptions give', standing([ranked('base', 'Base case', [9e6, 2e6, 12e6])],
      [ranked('dear', 'Dear', [-5e6, -5e6, -5e6], 1)]),
      /On other assumptions the same design is worth −\$5\.00 M under Dear\./u],
    ['gives none without a ranking', standing([]), /^$/u],
  ])('%s', (_name, from, words) => {
    expect(proposeRecommendation(from)).toMatch(words);
  });

  it('asks which to build only where there are alternatives', () => {
    const two = [ranked('a', 'One', [9e6, 2e6, 12e6]), ranked('base', 'Two', [8e6, 1e6, 11e6])];
    expect(questionOf(standing(two))).toContain('Which of 2 scenarios');
    expect(questionOf(standing(two.slice(1)))).toMatch(/^Does .* pay/u);
    expect(verdictOf(standing(two))).toMatch(/^Base case is worth .*; One is worth \$9\.0 M\.$/u);
  });
});

const document = templateDocument('b200-1mw', [
  ...derivedScenario('idle', 'Half empty', { demand: { utilisation: 0.2 } }),
  ...derivedScenario('colo', 'Colocated', { finance: { ownership: 'colo' } }, 11),
]);

/** A template with its three cases. */
const casesOf = (id: string): ProjectDocument =>
  documentOf(findTemplate(id)?.records ?? []);

const found = (of: ProjectDocument, id: string): Plan | null => {
  const plan = planner.evaluate(of, id);
  return plan.ok ? plan.value : null;
};

const rankingOf = (of: ProjectDocument): readonly Ranked[] => rankPlans(listScenarios(of), {
  plan: (id) => found(of, id),
  moved: (id, factor) => {
    const groups = found(of, id)?.inputs.rackGroup.map(({ key }) => [key, factor] as const) ?? [];
    const plan = planner.evaluate(of, id, { ...noMoves, throughput: new Map(groups) });
    return plan.ok ? plan.value : null;
  },
});

const reportOf = (of: ProjectDocument) => {
  const plan = found(of, 'base');
  if (plan === null) throw new Error('no plan');
  const ranking = rankingOf(of);
  return buildReport(plan, 'executive', {
    catalog: builtInCatalog, appVersion: '0.1.0', date: '2026-11-30', ranked: ranking,
    plans: new Map(ranking.flatMap(({ id }) => {
      const each = found(of, id);
      return each === null ? [] : [[id, each] as const];
    })),
  });
};

const advice = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === 'recommendation' ? [block.text] : [])).join('');

describe('the first page', () => {
  it('takes a scenario that builds the same for a case, another ownership for an alternative', () => {
    const ranking = rankingOf(document);
    const plans = new Map(ranking.flatMap(({ id }) => {
      const plan = found(document, id);
      return plan === null ? [] : [[id, plan] as const];
    }));
    const { candidates, cases } = choiceOf(ranking, plans, 'base');
    expect(candidates.map(({ id }) => id).toSorted()).toEqual(['base', 'colo']);
    expect(cases.map(({ id }) => id)).toEqual(['idle']);
    expect(choiceOf(ranking, plans, 'idle').cases.map(({ id }) => id)).toEqual(['base']);
  });

  it('ranks every scenario with its range on one axis', () => {
    const [front] = reportOf(document).sections;
    const bars = front?.blocks.find((block) => block.kind === 'bars')?.bars;
    expect(bars?.rows).toHaveLength(3);
    expect(bars?.barHead).toMatch(/^NPV, \$ [kMB]$/u);
    for (const { whisker, marks } of bars?.rows ?? []) {
      expect(marks).toHaveLength(1);
      expect(whisker?.[0]).toBeLessThan(whisker?.[1] ?? 0);
      expect(Math.min(...whisker ?? [-1])).toBeGreaterThanOrEqual(-1e-9);
      expect(Math.max(...whisker ?? [101])).toBeLessThanOrEqual(100 + 1e-9);
    }
  });

  it('draws the bars in the unit of the column beside them', () => {
    const [front] = reportOf(casesOf('neocloud-pod')).sections;
    const bars = front?.blocks.find((block) => block.kind === 'bars')?.bars;
    expect(bars?.barHead).toBe('NPV, $ M');
    expect(bars?.columns[0]).toBe(bars?.barHead);
    expect(bars?.ticks.map(({ label }) => label)).toEqual(['0', '500']);
  });

  it('calls no case far beyond its peers that has no money', () => {
    const of = setByPath(casesOf('gb300-100mw'), 'base',
      'rackGroup.reasoning.system', 'mi355x_8');
    if (!of.ok) throw new Error(of.error.code);
    const [front] = reportOf(of.value).sections;
    const bars = front?.blocks.find((block) => block.kind === 'bars')?.bars;
    expect(bars?.rows).toHaveLength(3);
    for (const { detail, marks } of bars?.rows ?? []) {
      expect(marks).toHaveLength(0);
      expect(detail).not.toContain('far beyond');
    }
  });

  it('follows the figures until somebody writes a recommendation', () => {
    const proposed = advice(reportOf(document).sections[0]?.blocks ?? []);
    const worse = setByPath(document, 'base', 'demand.utilisation', 0.05);
    const own = setByPath(document, 'base', 'report.recommendation', 'Wait for spring.');
    if (!worse.ok || !own.ok) throw new Error('a field is refused');
    expect(proposed).not.toBe('');
    expect(advice(reportOf(worse.value).sections[0]?.blocks ?? [])).not.toBe(proposed);
    expect(advice(reportOf(own.value).sections[0]?.blocks ?? [])).toBe('Wait for spring.');
  });

  it('says the cause and its fix instead of money where the plan cannot be built', () => {
    const group = `rackGroup.${base.inputs.rackGroup[0]?.key ?? ''}`;
    const broken = setByPath(document, 'base', `${group}.racks`, 500);
    if (!broken.ok) throw new Error(broken.error.code);
    const [front] = reportOf(broken.value).sections;
    const text = JSON.stringify(front?.blocks.filter(({ kind }) => kind !== 'bars'));
    expect(front?.title).toBe('Base case cannot be built as it stands, so it has no money.');
    expect(text).toMatch(/Remove \d+ racks/u);
    expect(text).not.toMatch(/\$\d+(\.\d+)? [kMB]/u);
  });
});
