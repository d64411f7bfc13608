import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { dependsOn } from '../../../shared/disclosure/depends.ts';
import { placeValues } from '../../../shared/disclosure/hidden.ts';
import { findMentions, says } from '../../../shared/disclosure/mentions.ts';
import { preparePackage } from '../../../shared/disclosure/prepare.ts';
import { issuePackage } from '../../../shared/disclosure/review.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { disclosureModes, safestDisclosure } from '../../../shared/project/disclosure.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import { errorOf, scenarioRecord, unwrap } from '../../db/support.ts';
import { prepareTemplate } from './support.ts';

const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
const path = 'site.electricityUsdPerKwh';
const prepared = prepareTemplate('b200-1mw', [path]);

const figuresIn = (mode: (typeof disclosureModes)[number], from = prepared) =>
  issuePackage(from, planner, { ...safestDisclosure, mode })[0]?.figures ?? [];
const figureIn = (mode: (typeof disclosureModes)[number], key: string, from = prepared) =>
  figuresIn(mode, from).find((each) => each.key === key);

describe('issued figures', () => {
  it('that rest on a redacted input are withheld unless the sender chooses otherwise', () => {
    expect(safestDisclosure.mode).toBe('withhold');
    for (const key of ['energyUsd', 'npvUsd', 'costPerMTokUsd', 'roi'])
      expect(figureIn('withhold', key)?.shown).toBe('withheld');
    expect(figureIn('withhold', 'facilityMw')).toMatchObject({ shown: 'exact' });
  });
  it.each(disclosureModes)('to %s are the same for every price of a cell', (mode) => {
    const other = { ...prepared,
      hidden: prepared.hidden.map((each) => ({ ...each, value: 0.0431 })) };
    const neighbour = { ...other,
      document: placeValues(prepared.document, other.hidden, () => 0.0431) };
    expect(figuresIn(mode, neighbour)).toEqual(figuresIn(mode));
  });
  it('on the grid differ from one cell to another', () => {
    const far = prepared.hidden.map((each) => ({ ...each, value: 0.09 }));
    expect(figureIn('round', 'energyUsd',
      { ...prepared, hidden: far, document: placeValues(prepared.document, far, () => 0.09) }))
      .not.toEqual(figureIn('round', 'energyUsd'));
  });
  it('as a span hold the figure itself', () => {
    const plan = unwrap(planner.evaluate(prepared.document, 'base'));
    const span = figureIn('range', 'energyUsd');
    const [low, high] = span?.shown === 'range' ? [span.low ?? 0, span.high ?? 0] : [0, 0];
    const value = plan.figures['headline.energyUsd']?.value ?? Number.NaN;
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });
  it('carry the hash of what is in the package, not of what was taken out', () => {
    const [issued] = issuePackage(prepared, planner, safestDisclosure);
    expect(issued?.planHash)
      .toBe(unwrap(planner.evaluate(documentOf(prepared.records), 'base')).hash);
    expect(issued?.planHash).not.toBe(unwrap(planner.evaluate(prepared.document, 'base')).hash);
  });
  it('that rest on a redacted choice are withheld on any grid', () => {
    const chosen = prepareTemplate('b200-1mw', ['cooling.rejection']);
    for (const mode of disclosureModes)
      expect(figureIn(mode, 'facilityMw', chosen)?.shown).toBe('withheld');
  });
});

describe('a value this version does not know', () => {
  const id = 'base:site:site';
  const record = prepared.document[id];
  const body = { ...record?.body, values: { ...record?.body.values, windShare: 0.3 },
    notes: { windShare: { note: 'from afar' } } };
  const document = { ...prepared.document,
    [id]: { ...scenarioRecord('base', 'site', 'site', {}), body } };
  it('is left out of packages and named to the sender', () => {
    const made = unwrap(preparePackage(document, ['base'], [path]));
    expect(made.unknown).toEqual(['base: site.site.windShare']);
    expect(JSON.stringify(made.records)).not.toContain('windShare');
    expect(JSON.stringify(made.document)).not.toContain('from afar');
    expect(made.redacted).toEqual(prepared.redacted);
  });
});

describe('what is taken out', () => {
  it('leads from a figure by its trace', () => {
    const plan = unwrap(planner.evaluate(prepared.document, 'base'));
    expect(dependsOn(plan, 'headline.npvUsd', [path])).toBe(true);
    expect(dependsOn(plan, 'headline.racks', [path])).toBe(false);
  });
  it('is refused by a mistyped path or an unknown scenario', () => {
    expect(errorOf(preparePackage(prepared.document, ['base'], ['site.price'])))
      .toEqual({ code: 'unknown-field', pattern: 'site.price' });
    expect(errorOf(preparePackage(prepared.document, ['none'], [])))
      .toEqual({ code: 'unknown-scenario', id: 'none' });
  });
});

describe('what stays', () => {
  it.each([
    ['we pay 0.0437 USD', 0.0437, true], ['4.37 cents per kWh', 0.0437, true],
    ['43.7 USD/MWh', 0.0437, true], ['about 4.4 cents', 0.0437, false],
    ['12,345,678 USD/MW', 12_345_678, true], ['12.345678 million', 12_345_678, true],
    ['in 2 phases', 2, false], ['for ACME Corp.', 'Acme', true], ['an', 'an', false],
  ] as const)('%s says %s: %s',
    (text, value, expected) => { expect(says(text, value)).toBe(expected); });

  it('is searched in notes, names, other numbers, keys of records and pictures', () => {
    const noted = { ...scenarioRecord(
      'base', 'opex', 'opex', { softwareUsdPerAcceleratorYear: 43.7 },
    ), body: {
      values: {}, notes: { staffUsdPerMwYear: { note: 'as the 0.0437 contract says' } } } };
    const records = [noted,
      scenarioRecord('base', 'traffic', 'tariff-437', { name: 'Power at 4.37 ct' })];
    const found = findMentions(records, prepared.hidden,
      [{ name: 'logo.svg', text: '<svg><!-- 0.0437 --></svg>' }]);
    expect(found.map(({ where }) => where).toSorted()).toEqual([
      'notes on opex.staffUsdPerMwYear', 'picture logo.svg', 'traffic.tariff-437.name',
    ]);
    expect(new Set(found.map(({ says: said }) => said))).toEqual(new Set([path]));
  });
});
