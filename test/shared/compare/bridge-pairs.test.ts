import { describe, expect, inject, it } from 'vitest';
import { bridge } from '../../../shared/compare/bridge.ts';
import { bridgeMetrics } from '../../../shared/compare/coalition.ts';
import { inputGroups } from '../../../shared/compare/groups.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { planner } from '../template-plans.ts';
import { randomFrom, randomScenario, templateDocument } from './support.ts';

const base = templateDocument('b200-1mw');

function headlineOf(
  document: ProjectDocument, scenario: string, metric: string,
): number | null {
  const plan = planner.evaluate(document, scenario);
  return plan.ok ? (plan.value.figures[`headline.${metric}`]?.value ?? null) : null;
}

/** A scenario that can be built, drawn until there is one: others have no money to bridge. */
function buildableScenario(
  document: ProjectDocument, key: string, random: () => number,
): ProjectDocument {
  for (let draws = 0; draws < 100; draws++) {
    const drawn = randomScenario(document, key, random);
    if (headlineOf(drawn, key, 'npvUsd') !== null) return drawn;
  }
  throw new Error('no scenario of a hundred can be built');
}

/** All pairs share seed and shape; an order is drawn for each. */
function randomPairs(count: number) {
  const random = randomFrom(20260401);
  return Array.from({ length: count }, () => {
    const document = buildableScenario(buildableScenario(base, 'a', random), 'b', random);
    const order = inputGroups.map((group) => [random(), group] as const)
      .toSorted(([x], [y]) => x - y)
      .map(([, group]) => group);
    return { document, order };
  });
}

/**
 * Doubles hold about 16 digits; 1e-9 leaves room for a sum of seven differences of like
 * size.
 */
const share = (error: number, ...sizes: readonly number[]): number =>
  Math.abs(error) / Math.max(...sizes.map(Math.abs), 1e-300);

const pairs = randomPairs(inject('randomPairs'));

describe(`${pairs.length} random pairs`, () => {
  it.each(
    bridgeMetrics,
  )('%s: the steps add up to the difference of the two plans', (metric) => {
    const outcomes = pairs.map(({ document, order }) => {
      const [a, b] = [headlineOf(document, 'a', metric), headlineOf(document, 'b', metric)];
      const found = bridge(planner, document, 'a', 'b', metric, order);
      if (!found.ok) return found.error.code;
      const sum = found.value.steps.reduce((all, step) => all + step.change, 0);
      if (a === null || b === null) return 'bridge without ends';
      return share(sum - (b - a), a, b) < 1e-9 ? 'exact' : `off by ${sum - (b - a)}`;
    });
    const count = (what: string): number =>
      outcomes.filter((outcome) => outcome === what).length;
    expect(outcomes.filter((outcome) => outcome !== 'exact' && outcome !== 'absent'))
      .toEqual([]);
    expect(count('exact')).toBeGreaterThan(0.9 * pairs.length);
  });
});
