import { describe, expect, it } from 'vitest';
import { endOfModel } from '../../../shared/catalog/model-life.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { findListing, listOffers } from '../../../shared/catalog/prices.ts';
import { chooseListing, listingFaults, worthOf } from '../../../shared/plan/money/prices.ts';
import { evaluatePlan } from '../../../shared/plan.ts';
import { documentOf, templates } from '../../../shared/project/templates.ts';
import { resolveScenario, type Resolved } from '../../../shared/project/resolve.ts';
import { planOf as templatePlanOf } from './support.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import type { ProjectRecord } from '../../../shared/project/record.ts';

type Change = Readonly<Record<string, FieldValue>>;

/** Records of a template with values set in every record of a kind. */
function changed(id: string, changes: Readonly<Record<string, Change>>) {
  const template = templates.find((each) => each.id === id);
  const records = (template?.records ?? []).map((record): ProjectRecord => ({
    ...record, body: { ...record.body,
      values: { ...record.body.values, ...changes[record.kind] } } }));
  return documentOf(records);
}
function planOf(id: string, changes: Readonly<Record<string, Change>>) {
  const plan = evaluatePlan(changed(id, changes), 'base', builtInCatalog);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}
function classesOf(id: string, change: Change): readonly Resolved<'traffic'>[] {
  const inputs = resolveScenario(changed(id, { traffic: change }), 'base');
  if (!inputs.ok) throw new Error(inputs.error.code);
  return inputs.value.traffic;
}
const priceOf = (id: string, change: Change, key: string) => {
  const prices = planOf(id, { traffic: change }).stages.priced.costs.prices.get(key);
  return [prices?.inputUsdPerMtok, prices?.cachedUsdPerMtok, prices?.outputUsdPerMtok];
};
const models = Object.keys(builtInCatalog.models)
  .filter((id) => listOffers(builtInCatalog, id).length > 0);
const hits = [0, 0.2, 0.4, 0.6, 0.8, 0.99];

describe('the prices of a class', () => {
  it('are all of one listing: GPT-OSS-120B at Fireworks, 0.15, 0.014 and 0.60', () => {
    const [chat] = classesOf('b200-1mw', {});
    if (chat === undefined) throw new Error('no class');
    expect(chooseListing(builtInCatalog, chat))
      .toEqual({ id: 'fireworks-gpt-oss-120b', rule: 'large' });
    expect(priceOf('b200-1mw', {}, 'chat').map((price) => price?.value))
      .toEqual([0.15, 0.014, 0.6]);
  });
  it('are the cheapest large provider’s for the class: output alone is cheaper elsewhere', () => {
    const [chat] = classesOf('b200-1mw', { model: 'llama-3.1-70b', listing: 'auto' });
    if (chat === undefined) throw new Error('no class');
    const listing = findListing(builtInCatalog, chooseListing(builtInCatalog, chat)?.id ?? '');
    expect([listing?.provider, listing?.inputUsdPerMtok?.value]).toEqual(['groq', 0.59]);
  });
  it('sell cached input at the stated share of the input price where none is listed', () => {
    const change = { model: 'llama-3.1-70b', cachedRatio: 0.25 };
    expect(priceOf('b200-1mw', change, 'chat')[1])
      .toEqual({ value: 0.59 * 0.25, from: 'ratio' });
  });
  it('sell cached input at the stated share of an input price the listing does not ask', () => {
    // Fireworks asks 0.15 and 0.014: a cached price far above and far below a fifth.
    for (const inputUsdPerMtok of [0.01, 0.149, 0.151, 3])
      expect(priceOf('b200-1mw', { inputUsdPerMtok }, 'chat')[1])
        .toEqual({ value: inputUsdPerMtok * 0.2, from: 'ratio' });
    expect(priceOf('b200-1mw', { inputUsdPerMtok: 0.15 }, 'chat')[1])
      .toEqual({ value: 0.014, from: 'listing' });
    expect(priceOf('b200-1mw', { inputUsdPerMtok: 3, cachedUsdPerMtok: 0.7 }, 'chat')[1])
      .toEqual({ value: 0.7, from: 'entered' });
  });
  it('are those of the listing somebody chose', () => {
    expect(priceOf('b200-1mw', { listing: 'groq-openai-gpt-oss-120b' }, 'chat')
      .map((price) => price?.value)).toEqual([0.15, 0.075, 0.6]);
  });
  it('refuse a listing nobody has, and name the nearest', () => {
    const plan = evaluatePlan(
      changed('b200-1mw', { traffic: { listing: 'groq-openai-gpt-oss-12b' } }), 'base',
      builtInCatalog);
    expect(plan.ok ? null : plan.error).toMatchObject({
      code: 'unknown-reference', where: 'traffic.chat.listing',
      nearest: 'groq-openai-gpt-oss-120b' });
  });
  it('are absent, and so is the revenue, where nobody qualifies', () => {
    const plan = planOf('b200-1mw', { traffic: { model: 'deepseek-r1' } });
    expect(plan.figures['headline.revenueUsd']?.value).toBeNull();
    expect(plan.warnings.filter(({ code }) => code === 'not-priced')).toHaveLength(1);
  });
});

describe('a project that keeps the first defaults', () => {
  const kept = { defaultsVersion: '1', catalogVersion: '2026.11.1' };
  it('sells at the medians it was made with: R1 at 2.5 and 2.75, cached input as input', () => {
    const document = changed('b200-1mw',
      { project: kept, traffic: { model: 'deepseek-r1' } });
    const plan = evaluatePlan(document, 'base', builtInCatalog);
    if (!plan.ok) throw new Error(plan.error.code);
    const prices = plan.value.stages.priced.costs.prices.get('chat');
    expect([prices?.inputUsdPerMtok.value, prices?.cachedUsdPerMtok.value,
      prices?.outputUsdPerMtok.value, prices?.listing?.rule])
      .toEqual([2.5, 2.5, 2.75, 'former']);
    expect(plan.value.warnings.filter(({ code, where }) =>
      where === 'traffic.chat.listing' && code !== 'class-loses-money'))
      .toEqual([]);
  });
});

describe('more cache hits', () => {
  it.each(templates.map(({ id }) => id))('never raise what a token of %s earns, at any model',
    (id) => {
      const rises = models.flatMap((model) => {
        const worths = hits.map((cacheHit) => classesOf(id, { model, cacheHit, listing: 'auto' })
          .map((traffic) => {
            const chosen = chooseListing(builtInCatalog, traffic);
            const listing = findListing(builtInCatalog, chosen?.id ?? '');
            return listing === undefined ? null : worthOf(listing, traffic);
          }));
        return worths.slice(1).flatMap((now, at) => now.filter((worth, n) =>
          worth !== null && worth > (worths[at]?.[n] ?? 0) + 1e-12));
      });
      expect(rises).toEqual([]);
    });
  it.each(['b200-1mw', 'query-spike'])('never raise the revenue of %s where demand is stated',
    (id) => {
      const demand = { mode: 'tokens', tokensPerDay: 1e8 };
      const revenue = [0, 0.3, 0.6, 0.9].map((cacheHit) =>
        planOf(id, { demand, traffic: { cacheHit } }).figures['headline.revenueUsd']?.value ?? 0);
      expect(revenue.every((value) => value > 0)).toBe(true);
      expect(revenue).toEqual(revenue.toSorted((a, b) => b - a));
    });
});

describe('a model its maker ends', () => {
  const priceLine = (change: Change) => {
    const plan = planOf('b200-1mw', { traffic: { priceDecline: 0, cacheHit: 0, ...change } });
    const revenue = plan.series['statement.revenue']?.values ?? [];
    return { plan, at: (month: number) => revenue[month - plan.firstMonth] ?? Number.NaN };
  };
  it('lasts 18 months from its release where DeepSeek made it, else 9 from the start', () => {
    // V4 came out in 2026-04: 18 months later is 2027-10, month 10 of a plan from 2027-01.
    expect(endOfModel('deepseek-v4-pro', '2027-01')).toBe(10);
    expect(endOfModel('gpt-oss-120b', '2027-01')).toBe(10);
    expect(endOfModel('deepseek-r1', '2027-01')).toBe(2);
  });
  it('is followed by successors at their step for as long as the plan goes', () => {
    const half = priceLine({ pricePath: 'successor', retireMonth: 20, successorMonths: 10,
      successorStep: 0.5 });
    const flat = priceLine({});
    expect(half.at(19) / flat.at(19)).toBeCloseTo(1, 9);
    expect(half.at(20) / flat.at(20)).toBeCloseTo(0.5, 9);
    expect(half.at(30) / flat.at(30)).toBeCloseTo(0.25, 9);
  });
  it('keeps a share of its demand where it is still sold', () => {
    const ended = priceLine({ pricePath: 'ended', retireMonth: 20, retiredDemand: 0.25 });
    const flat = priceLine({});
    expect(ended.at(19) / flat.at(19)).toBeCloseTo(1, 9);
    expect(ended.at(20) / flat.at(20)).toBeCloseTo(0.25, 6);
  });
  it('rises where its price does: an index goes up as well as down', () => {
    const risen = priceLine({ priceDecline: -0.21 });
    expect(risen.at(19) / priceLine({}).at(19)).toBeCloseTo(1.21 ** 1.5, 9);
  });
});

describe('a listing', () => {
  const faults = (id: string, model: string) => {
    const listing = findListing(builtInCatalog, id);
    if (listing === undefined) throw new Error(`no listing ${id}`);
    return listingFaults(listing, model, '2027-01');
  };
  it('is told to be ended, of another model, undated or more than a year old', () => {
    expect(faults('deepseek-deepseek-reasoner-peak-hours-00-30-16-30-utc', 'deepseek-r1'))
      .toEqual(['retired', 'old']);
    expect(faults('fireworks-gpt-oss-120b', 'gpt-oss-20b')).toEqual(['other-model']);
    expect(faults('huggingface-together-zai-org-glm-5', 'glm-5')).toEqual(['undated']);
    expect(faults('groq-openai-gpt-oss-120b', 'gpt-oss-120b')).toEqual(['old']);
    expect(faults('openai-gpt-oss-120b', 'gpt-oss-120b')).toEqual(['superseded']);
    expect(faults('fireworks-gpt-oss-120b', 'gpt-oss-120b')).toEqual([]);
  });
});

describe('what contradicts itself in a sale', () => {
  const codes = (change: Change, demand: Change = {}) => {
    const plan = planOf('b200-1mw', { traffic: change, demand });
    return [...plan.limits, ...plan.warnings].map(({ code }) => code);
  };
  it('is named: shares above all tokens break a limit with the share that would do', () => {
    const plan = planOf('b200-1mw',
      { traffic: { freeShare: 0.5, batchShare: 0.6, offPeakShare: 0.2 } });
    expect(plan.limits.find(({ code }) => code === 'shares-over-all')).toMatchObject({
      where: 'traffic.chat', broken: true, limit: 1,
      nearestFix: expect.stringContaining('batchShare to 30 %') });
    expect(codes({ freeShare: 0.5, batchShare: 0.3, offPeakShare: 0.2 }))
      .not.toContain('shares-over-all');
  });
  it('is named: one price of nought, but not the three of a class that is free', () => {
    expect(codes({ outputUsdPerMtok: 0 })).toContain('price-of-nought');
    expect(codes({ inputUsdPerMtok: 0, cachedUsdPerMtok: 0, outputUsdPerMtok: 0 }))
      .not.toContain('price-of-nought');
  });
  it('is named: successors sold at a step nobody decided, with that of the family', () => {
    const at = (over: Record<string, FieldValue>) =>
      templatePlanOf('gb300-100mw', { 'traffic.reasoning.pricePath': 'successor', ...over })
        .warnings.find(({ code }) => code === 'successor-step-open');
    expect(at({})?.text).toMatch(/0\.25 of the price before.*traffic\.reasoning\.successorStep/u);
    expect(at({ 'traffic.reasoning.successorStep': 0.5 })).toBeUndefined();
  });
  it('is named: demand above what the world is known to ask for, 267 T tokens a day', () => {
    expect(codes({}, { mode: 'tokens', tokensPerDay: 268e12 })).toContain('demand-above-world');
    expect(codes({}, { mode: 'tokens', tokensPerDay: 266e12 }))
      .not.toContain('demand-above-world');
  });
});

describe('a listing of one’s own', () => {
  const figure = (value: number, date: string | null, unit = 'USD/Mtok') =>
    ({ value, unit, source: 'Our price list', date, evidence: 'user' });
  const entered = (date: string | null, unit = 'USD/Mtok') => {
    const records = templates.find(({ id }) => id === 'b200-1mw')?.records ?? [];
    const own: ProjectRecord = { id: 'base:catalogEntry:own', kind: 'catalogEntry',
      scenarioId: 'base', key: 'own', position: 1, body: { values: {
        name: 'Our list', collection: 'tokenPrices', entry: 'our-list', inUse: true,
        basedOn: 'fireworks-gpt-oss-120b', properties: '{"provider":"us"}',
        figures: JSON.stringify({ inputUsdPerMtok: figure(0.2, date, unit) }) } } };
    const plan = evaluatePlan(documentOf([...records, own]), 'base', builtInCatalog);
    if (!plan.ok) throw new Error(plan.error.code);
    return plan.value;
  };
  it('is what the class sells at, on its own day', () => {
    const prices = entered('2026-11-01').stages.priced.costs.prices.get('chat');
    expect(prices?.listing).toEqual({ id: 'our-list', rule: 'own' });
    expect(prices?.inputUsdPerMtok.value).toBe(0.2);
  });
  it('is refused without a day, and in a currency that is none of the catalogue’s', () => {
    for (const plan of [entered(null), entered('2026-11-01', 'EUR/Mtok')]) {
      expect(plan.warnings.some(({ code }) => code === 'catalog-entry-refused')).toBe(true);
      expect(plan.stages.priced.costs.prices.get('chat')?.listing?.id)
        .toBe('fireworks-gpt-oss-120b');
    }
  });
});
