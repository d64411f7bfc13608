import { describe, expect, it } from 'vitest';
import { setByPath } from '../../../../shared/project/path.ts';
import type { PlanMoves } from '../../../../shared/plan/serving/moves.ts';
import { flipSentence, flipSummary } from '../../../../shared/search/plans/flip-text.ts';
import {
  openFlip, type Flip, type FlipAnswer, type FlipSearch,
} from '../../../../shared/search/plans/flip.ts';
import { runThrough } from '../../../../shared/search/plans/sweep.ts';
import { subjectOf } from './support.ts';

function searchOf(opened: ReturnType<typeof openFlip>): FlipSearch {
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** What the better scenario is ahead by once a share of a flip is made. */
function leadAfter(template: string, answer: FlipAnswer, flip: Flip, share: number): number {
  const x = flip.from + share * (flip.to - flip.from);
  const factor = new Map([[flip.id.replace(`${flip.kind}:`, ''), x / flip.from]]);
  const none = new Map<string, number>();
  const moves: PlanMoves = { figures: flip.kind === 'catalog' ? factor : none,
    throughput: flip.kind === 'serving' ? factor : none };
  const [a = 0, b = 0] = (['a', 'b'] as const).map((side) => {
    const { planner, document } = subjectOf(template);
    const { id } = answer[side];
    const moved = flip.side === 'both' || flip.side === side;
    const set = moved && flip.kind === 'field' ? setByPath(document, id, flip.id, x) : null;
    const plan = planner.evaluate(set?.ok === true ? set.value : document, id,
      moved ? moves : undefined);
    return plan.ok ? plan.value.figures[answer.figure.key]?.value ?? Number.NaN : Number.NaN;
  });
  return answer.a.value > answer.b.value ? a - b : b - a;
}

describe('the flip between scenarios of a template', () => {
  it.each([['b200-1mw', 'cautious', 'costPerMTokUsd'], ['neocloud-pod', 'cautious', 'npvUsd']])(
    'reverses %s against %s when it is made, and not when one per cent less is',
    (template, other, figure) => {
      const subject = subjectOf(template);
      const opened = openFlip(subject, { a: 'base', b: other, figure,
        second: subjectOf(template).planner });
      const answer = runThrough(searchOf(opened).steps());
      expect(answer.flips.length).toBeGreaterThan(0);
      expect(answer.flips.map(({ ranges }) => ranges))
        .toEqual(answer.flips.map(({ ranges }) => ranges).toSorted((x, y) => x - y));
      for (const flip of answer.flips.slice(0, 4)) {
        expect(leadAfter(template, answer, flip, 1)).toBeLessThan(0);
        expect(leadAfter(template, answer, flip, 0.99)).toBeGreaterThanOrEqual(0);
        expect(flipSentence(answer, flip)).toContain(flip.label);
      }
      expect(flipSummary(answer)).toContain(answer[answer.better ?? 'a'].name);
    });

  it('says that no single input reverses it where none does', () => {
    const opened = openFlip(subjectOf('b200-1mw'), { a: 'base', b: 'vendor',
      figure: 'costPerMTokUsd', second: subjectOf('b200-1mw').planner });
    const answer = runThrough(searchOf(opened).steps());
    expect([answer.better, answer.flips]).toEqual(['b', []]);
    expect(flipSummary(answer)).toContain('reverses that alone');
  });
});
