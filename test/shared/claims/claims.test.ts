import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { catalogAt } from '../../../shared/catalog/history.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { findCard, listCards } from '../../../shared/claims/cards.ts';
import { curveOf } from '../../../shared/claims/curve.ts';
import { evaluateCard } from '../../../shared/claims/evaluate.ts';
import { scenarioFromClaim } from '../../../shared/claims/scenario.ts';
import { solveFor } from '../../../shared/claims/solve.ts';
import { stressCard } from '../../../shared/claims/stress.ts';
import type { ClaimCard, Overrides } from '../../../shared/claims/types.ts';
import { refuteVerdict, verifyClaims } from '../../../shared/claims/verify.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const measured = loadMeasuredPoints();
const cards = listCards();
function card(id: string): ClaimCard {
  const found = findCard(id);
  if (found === undefined) throw new Error(`no card ${id}`);
  return found;
}
function evaluated(id: string, overrides: Overrides = {}) {
  const result = evaluateCard(card(id), overrides);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const checkOf = (id: string, check: string): number => {
  const actual = evaluated(id).checks.find((c) => c.id === check)?.actual;
  if (actual === undefined) throw new Error(`no check ${id}/${check}`);
  return actual;
};

describe('verifyClaims', () => {
  const report = verifyClaims();

  it('holds every card to its verdict and every printed figure to its digits', () => {
    expect(report.cases.filter((c) => c.status !== 'pass')).toEqual([]);
    expect([report.failed, report.unsupported, report.passed])
      .toEqual([0, 0, report.cases.length]);
  });

  it('states published value, our value and verdict of every card', () => {
    const lines = report.cases.filter((c) => !c.id.includes('/'))
      .map((c) => [c.id, c.expectedText, c.verdict]);
    expect(lines).toEqual([
      ['01-five-to-seventy-five', '15x', 'not-reproducible'],
      ['02-three-to-thirty', '10x', 'not-reproducible'],
      ['03-two-cents', '$0.02', 'reproduced'],
      ['04-five-times-in-two-months', '5x', 'consistent'],
      ['05-fifteen-times-cheaper', '15x', 'depends-on'],
      ['06-thirty-five-times-cheaper', '35x', 'reproduced'],
      ['07-fifty-times-per-megawatt', '50x', 'reproduced'],
      ['08-ten-times-per-megawatt', '10x', 'depends-on'],
      ['09-max-lps', '$267B', 'consistent'], ['10-deepseek-margin', '545 %', 'reproduced'],
      ['11-tier-model', '5x', 'not-reproducible'], ['12-rubin', '10x', 'not-reproducible'],
      ['13-dwdp', '8.8 %', 'consistent'], ['14-rubin-measured', '62.9x', 'depends-on'],
    ]);
  });

  it('lists what is missing wherever a claim is not reproduced', () => {
    const silent = report.cases.filter((c) => !c.id.includes('/') && c.verdict !== 'reproduced'
      && c.missing.length === 0);
    expect(silent).toEqual([]);
  });

  it('fails when a figure behind a claim is another one', () => {
    const spring = catalogAt(builtInCatalog, '2026.11.1');
    if (!spring.ok) throw new Error(spring.error.code);
    const dear = structuredClone(spring.value);
    Object.assign(dear.accelerators['gb300']?.hourlyHyperscalerUsd ?? {}, { value: 4 });
    const card06 = listCards(builtInCatalog, dear)
      .find(({ id }) => id === '06-thirty-five-times-cheaper');
    if (card06 === undefined) throw new Error('no card');
    const result = evaluateCard(card06);
    if (!result.ok) throw new Error(result.error.code);
    expect(refuteVerdict(card06, result.value, measured)).toContain('new-cost');
  });

  it('does not move with the rates of a newer catalogue: only the rows of today do', () => {
    const today = structuredClone(builtInCatalog);
    Object.assign(today.accelerators['gb300']?.hourlyHyperscalerUsd ?? {}, { value: 9 });
    expect(verifyClaims(today, measured).failed).toBe(0);
  });
});

/**
 * Source of the expected figures: the publishers' own digits where marked p, else worked
 * by hand from them.
 */
describe('golden digits', () => {
  it.each([
    ['two cents, p: NVIDIA blog; digits by hand 1.95 / (25,319.6 x 0.0036)',
      evaluated('03-two-cents').asPublished, 0.0214, 4],
    ['35x, owner rates, by hand from the vendor table', checkOf('06-thirty-five-times-cheaper',
      'tier-1'),
      34.2, 1],
    ['26.0x, three-year rental', checkOf('06-thirty-five-times-cheaper', 'tier-3'), 26.0, 1],
    ['33.9x, neocloud', checkOf('06-thirty-five-times-cheaper', 'tier-2'), 33.9, 1],
    ['$4.20, p', checkOf('06-thirty-five-times-cheaper', 'old-cost'), 4.2, 2],
    ['53.0x per MW', evaluated('07-fifty-times-per-megawatt').value, 53.0, 1],
    ['545 %, p', evaluated('10-deepseek-margin').asPublished, 5.45, 2],
    ['84.5 % gross margin', checkOf('10-deepseek-margin', 'margin'), 0.845, 3],
    ['6.45x', checkOf('10-deepseek-margin', 'multiple'), 6.45, 2],
    ['45 % more GPUs, p', checkOf('09-max-lps', 'gpus'), 0.451, 3],
    ['20.7x needed', checkOf('05-fifteen-times-cheaper', 'needed'), 20.7, 1],
    ['12.1x needed', checkOf('08-ten-times-per-megawatt', 'needed'), 12.1, 1],
    ['5.5x', evaluated('04-five-times-in-two-months').value, 5.5, 1],
    ['15.1x needed of Rubin, by hand 10 x 3.57 / 2.36', checkOf('12-rubin', 'needed'), 15.13, 2],
    ['the engine’s share of 62.9x, by hand 62.9 / 5.56', checkOf('14-rubin-measured', 'engine'), 11.31, 2],
    ['39 % more revenue per gigawatt, p', checkOf('14-rubin-measured', 'revenue'), 0.388, 3],
    ['$26.3M of a reader’s model', checkOf('02-three-to-thirty', 'reader-total') / 1e6,
      26.3, 1],
  ] as const)('%s', (_name, actual, expected, digits) => {
    expect(actual?.toFixed(digits)).toBe(expected.toFixed(digits));
  });

  // today's, by hand: (1.22 / 93.25) / (2.31 / 6000), (1.59 / 93.25) / (2.79 / 6000),
  // (2.05 / 93.25) / (3.30 / 6000)
  it('shows the 35x as tier-dependent', () => {
    const tier = stressCard(card('06-thirty-five-times-cheaper'), 'tier');
    expect(tier.applies && tier.cases.map((c) => c.value?.toFixed(1)))
      .toEqual(['34.2', '33.9', '26.0', '34.0', '36.7', '40.0']);
  });
});

describe('cards', () => {
  it('cite every fact and every input in use', () => {
    const uncited = cards.flatMap((c) =>
      [...c.facts, ...c.inputs.flatMap((i) => [i.value, i.suggested ?? null])])
      .filter((figure) => figure !== null && (figure.source === '' || figure.unit === ''));
    expect(uncited).toEqual([]);
  });

  it('have a sentence to print, with figures of the card and nothing else', () => {
    const bare = (text: string): readonly string[] =>
      text.replaceAll(/[A-Za-z][\w./]*-?[\w.]*\d[\w.-]*|\d{4}-\d{2}-\d{2}|spring \d{4}/gu, '')
        .match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
    const foreign = cards.flatMap(({ quotable, ...rest }) => {
      const known = new Set(JSON.stringify(rest).match(/\d[\d,]*(?:\.\d+)?/gu));
      return bare(quotable).filter((digits) => !known.has(digits))
        .map((digits) => `${rest.id}: ${digits}`);
    });
    expect(foreign).toEqual([]);
    expect(cards.filter(({ quotable }) => quotable.length < 60 || quotable.length > 420)).toEqual([]);
  });

  it('name engine and metric where one rack is 62.9 or 5.56 times another', () => {
    const { quotable } = card('14-rubin-measured');
    expect(quotable).toContain('per utility megawatt');
    expect(quotable).toContain('stronger engine');
    expect(quotable.indexOf('5.56')).toBeLessThan(quotable.indexOf('62.9'));
  });

  it('mark every suggestion that nobody published as assumed', () => {
    const bare = cards.flatMap((c) => c.inputs)
      .filter((i) => i.suggested?.source.startsWith('No public source') === true);
    expect(bare.every((i) => i.suggested?.evidence === 'assumed')).toBe(true);
  });

  it.each(cards.map((c) => [c.id,
    c] as const))('%s: our value lies in its interval, and every value within bounds', (
      _id, c,
    ) => {
    const result = evaluated(c.id);
    const { value, interval } = result;
    expect(value === null ? interval
      : interval !== null && interval.low <= value && value <= interval.high)
      .toBe(value === null ? null : true);
    const outside = c.inputs.filter(({ bounds: [min, max], value, suggested }) =>
      [value, suggested].some((f) => f !== null && f !== undefined
        && ![f.value, f.low ?? f.value, f.high ?? f.value].every((x) => x >= min && x <= max)));
    expect(outside).toEqual([]);
  });

  it('refuse to unlock a fact, and values out of bounds', () => {
    const c = card('01-five-to-seventy-five');
    expect(evaluateCard(c, { revenue: 1 }))
      .toMatchObject({ ok: false, error: { code: 'unknown-input', key: 'revenue' } });
    expect(evaluateCard(c, { utilisation: 1.2 }))
      .toMatchObject({ ok: false, error: { code: 'out-of-bounds', max: 1 } });
    expect(evaluateCard(c, { utilisation: Number.NaN }))
      .toMatchObject({ ok: false, error: { code: 'out-of-bounds' } });
  });

  it.each(
    cards.map((c) => [c.id, c] as const),
  )('%s becomes a scenario that plans', (_id, c) => {
    const document = documentOf(findTemplate('b200-1mw')?.records ?? []);
    const command = scenarioFromClaim(document, c, 'base', 'claim');
    if (!command.ok) throw new Error(JSON.stringify(command.error));
    const plan = createPlanner(builtInCatalog)
      .evaluate(applyChanges(document, command.value.changes),
        'claim');
    expect(plan.ok && plan.value.inputs.scenario.id).toBe('claim');
  });
});

describe('solveFor', () => {
  const rack = card('01-five-to-seventy-five');
  const flat = { years: 3, priceFall: 1, utilisation: 1, inputPrice: 3, outputPrice: 8 };

  it('finds the throughput the solution set states: 3,097 at $3/$8, 8k/1k, three years', () => {
    const solution = solveFor(rack, 'tokPerSec', flat);
    expect(solution.ok && Math.round(solution.value.value)).toBe(3097);
  });

  it('meets the target for any unknown that has a solution', () => {
    const solvable = cards.flatMap((c) => c.inputs.map((input) => [c, input.key] as const));
    fc.assert(fc.property(fc.constantFrom(...solvable), fc.double({
      min: 0.5, max: 2, noNaN: true,
    }),
      ([c, key], share) => {
      const target = c.published.value * share;
      const solution = solveFor(c, key, {}, target);
      expect(solution.ok ? solution.value.outcome / target : solution.error.code)
        .toSatisfy((found: number | string) =>
          (typeof found === 'number' ? Math.abs(found - 1) < 1e-6
            : ['no-solution', 'inputs-missing', 'no-effect'].includes(found)));
    }), { numRuns: 300, seed: 11 });
  });

  it('refuses honestly', () => {
    expect(solveFor(rack, 'utilisation', { ...flat, inputPrice: 0.55, outputPrice: 2.19 }))
      .toMatchObject({ ok: false, error: { code: 'no-solution', key: 'utilisation' } });
    expect(solveFor(card('12-rubin'), 'rateRatio'))
      .toMatchObject({ ok: false, error: { code: 'inputs-missing', keys: ['throughputRatio'] } });
    expect(solveFor(card('04-five-times-in-two-months'), 'rate'))
      .toMatchObject({ ok: false, error: { code: 'no-effect' } });
    expect(solveFor(rack, 'nothing'))
      .toMatchObject({ ok: false, error: { code: 'unknown-input' } });
  });
});

describe('curves', () => {
  it('agree with the published point: B200 near 72 tok/s/user within 5 % of InferenceX’s 25,319.6 tok/s',
    () => {
    const at70 = curveOf(card('05-fifteen-times-cheaper'),
      measured).points.filter((p) => p.tokPerSecPerUser === 70 || p.tokPerSecPerUser === 75);
    expect(Math.sqrt((at70[0]?.newer ?? 0) * (at70[1]?.newer ?? 0)) / 25_319.6)
      .toBeCloseTo(1, 1);
  });

  it('never show more throughput at a higher speed, on either side', () => {
    const rising = cards.flatMap((c) => curveOf(c, measured).points.filter((p, i, all) => {
      const before = all[i - 1];
      return before !== undefined && (p.newer > before.newer || p.older > before.older);
    }));
    expect(rising).toEqual([]);
  });

  it('are points or a reason, never neither', () => {
    const curves = cards.map((c) => curveOf(c, measured));
    expect(curves.filter((c) => (c.points.length > 0) === (c.absent !== null))).toEqual([]);
    expect(curveOf(card('06-thirty-five-times-cheaper'), []).absent)
      .toContain('no measured points');
  });
});
