import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { recover, thoroughEffort, type Recovery } from '../../../shared/disclosure/attack.ts';
import { placeValues, type HiddenValue } from '../../../shared/disclosure/hidden.ts';
import { roundTo } from '../../../shared/disclosure/issue.ts';
import { subjectOf, type Prepared } from '../../../shared/disclosure/prepare.ts';
import { issuePackage, reviewPackage } from '../../../shared/disclosure/review.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { safestDisclosure, type Disclosure } from '../../../shared/project/disclosure.ts';
import { templates } from '../../../shared/project/templates.ts';
import { giveAll, prepareTemplate, secrets } from './support.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());

function hiddenAt(prepared: Prepared, path: string): HiddenValue {
  const found = prepared.hidden.find((each) => each.path === path);
  if (found === undefined) throw new Error(`nothing hidden at ${path}`);
  return found;
}

/**
 * Width of what is known of a value, as a share of it; options and texts are never told
 * closer.
 */
const widthOf = (found: Recovery): number =>
  (found.kind === 'number' ? found.widthShare : Number.POSITIVE_INFINITY);

describe.each(templates.map(({ id }) => id))('a package of %s', (id) => {
  it('gives no redacted input back better than the grid, whatever the choice', () => {
    const prepared = prepareTemplate(id,
      [...secrets.map(([path]) => path), 'rackGroup.*.racks']);
    expect(prepared.hidden.length).toBeGreaterThanOrEqual(secrets.length);
    const choices = reviewPackage(prepared, planner, safestDisclosure);
    expect(choices.map(({ mode }) => mode)).toEqual(['withhold', 'round', 'range']);
    const told = choices.flatMap(({ mode, recoveries }) => recoveries
      .filter((found) => widthOf(found) < safestDisclosure.gridShare)
        .map(({ hidden }) => `${mode} ${hidden.path}`));
    expect(told).toEqual([]);
  }, 60_000);

  it('issues the same figures whatever the secrets are, unless the sender chooses otherwise', () => {
    const prepared = prepareTemplate(id, secrets.map(([path]) => path));
    const hidden =
      prepared.hidden.map((each) => ({ ...each, value: Number(each.value) * 1.7 }));
    const document = placeValues(prepared.document, hidden, ({ value }) => value);
    const issued = issuePackage({ ...prepared, hidden, document }, planner, safestDisclosure);
    expect(issued).toEqual(issuePackage(prepared, planner, safestDisclosure));
  }, 60_000);
});

describe('a package without its choices and references', () => {
  it.each([
    'network.switchModel', 'rackGroup.*.system', 'power.redundancy',
  ])('leaves every one of %s possible', (path) => {
    const [withheld, ...others] = reviewPackage(prepareTemplate('b200-1mw', [path]),
      planner, safestDisclosure);
    for (const { recoveries } of [withheld, ...others].flatMap((choice) => choice ?? [])) {
      const [found] = recoveries;
      expect(found?.kind === 'options' && found.of > 1 && found.consistent === found.of)
        .toBe(true);
    }
  }, 60_000);
});

describe('the attack', () => {
  const path = 'site.electricityUsdPerKwh';
  const prepared = prepareTemplate('b200-1mw', [path]);
  const secret = hiddenAt(prepared, path);

  /** What is found by somebody who has never seen the value: his copy holds a decoy. */
  function attackBlind(disclosure: Disclosure, issued: ReturnType<typeof giveAll>): Recovery {
    const decoy = { ...secret, value: 0.2 };
    const blind: Prepared = { ...prepared, hidden: [decoy],
      document: placeValues(prepared.document, [decoy], () => 0.2) };
    return recover(subjectOf(blind, planner, disclosure), issued, decoy, thoroughEffort);
  }

  it('takes a price back out of figures that are given as they are', () => {
    const found = attackBlind(safestDisclosure, giveAll(prepared, planner));
    expect(found).toMatchObject({ kind: 'number', intervals: [{}] });
    const { low, high } = found.kind === 'number' ? found.intervals[0]
      ?? { low: 0, high: 1 } : { low: 0, high: 1 };
    expect(Math.abs(low - 0.0437)).toBeLessThan(1e-8);
    expect(high - low).toBeLessThan(1e-8);
  }, 60_000);

  it('takes it back out of one figure alone, and out of a ratio of two', () => {
    const [all] = giveAll(prepared, planner);
    const energy = all?.figures.filter(({ key }) => key === 'energyUsd') ?? [];
    const ratio = all?.figures.filter(({ key }) => key === 'roi') ?? [];
    for (const figures of [energy, ratio]) {
      const found = attackBlind(safestDisclosure, [{ scenarioId: 'base', figures }]);
      expect(found).toMatchObject({ kind: 'number', intervals: [{}] });
      expect(widthOf(found)).toBeLessThan(1e-6);
    }
  }, 60_000);

  it('finds a package that rounds what it should have computed on the grid', () => {
    const rounded = giveAll(prepared, planner)
      .map((each) => ({ ...each, figures: each.figures.flatMap((figure) =>
        (figure.shown === 'exact' ? [
          { ...figure, shown: 'rounded' as const,
            value: figure.value === null ? null : roundTo(figure.value, 6) },
        ] : [])) }));
    const disclosure: Disclosure = { ...safestDisclosure, mode: 'round' };
    const found = recover(subjectOf(prepared, planner, disclosure), rounded, secret,
      thoroughEffort);
    expect(widthOf(found)).toBeLessThan(disclosure.gridShare);
  }, 60_000);

  it('learns the cell of the grid and no more, however many digits are printed', () => {
    const disclosure: Disclosure = { mode: 'round', gridShare: 0.1, digits: 6 };
    const [, round] = reviewPackage(prepared, planner, disclosure, thoroughEffort);
    expect(round?.issued[0]?.figures.some(({ shown }) => shown === 'rounded')).toBe(true);
    expect(widthOf(round?.recoveries[0] ?? { kind: 'text', hidden: secret }))
      .toBeGreaterThanOrEqual(0.1);
    expect(widthOf(round?.recoveries[0] ?? { kind: 'text', hidden: secret })).toBeLessThan(0.2);
  }, 60_000);
});
