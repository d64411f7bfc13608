import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { PeerSubject } from '../../../shared/catalog/market-types.ts';

const peers = Object.values(builtInCatalog.peers);
const markets = Object.values(builtInCatalog.markets);
const valueOf = (id: string): number | undefined => builtInCatalog.peers[id]?.figure.value;

/** The unit of every subject: one unit each, so that peers stand on one axis. */
const units: Readonly<Record<PeerSubject, string>> = {
  revenuePerMwYear: 'USD/MW-year', rental: 'USD/h', ownCost: 'USD/h',
  grossMargin: 'fraction', payback: 'month', irr: 'fraction/year', capexPerMw: 'USD/MW',
  costPerMwYear: 'USD/MW-year', modelLife: 'month', loanRate: 'fraction/year',
  salesOverRent: 'ratio',
};

describe('peers', () => {
  it('of a subject stand in one unit, and every subject has one', () => {
    for (const { id, subject, figure } of peers) expect([id, figure.unit]).toEqual([id, units[subject]]);
    expect(new Set(peers.map(({ subject }) => subject))).toEqual(new Set(Object.keys(units)));
  });
  it('name accelerators and models that exist', () => {
    for (const id of peers.flatMap(({ accelerators }) => accelerators))
      expect(builtInCatalog.accelerators).toHaveProperty([id]);
    for (const id of markets.flatMap(({ models }) => models))
      expect(builtInCatalog.models).toHaveProperty([id]);
  });
  it('say where a figure was worked out, and the division is right', () => {
    // 20 B USD over 1.9 GW; 9.7 B USD over 5 years and 200 MW; 5.81 / (1.94 x 0.85) years
    expect(valueOf('openai-2025')).toBeCloseTo(20e9 / 1900, -1);
    expect(valueOf('iren-microsoft')).toBe(9.7e9 / 5 / 200);
    expect(valueOf('payback-iren')).toBeCloseTo((12 * 5.81) / (1.94 * 0.85), 0);
    expect(valueOf('coreweave-2026q1')).toBeCloseTo((4 * 2.08e9) / ((850 + 1000) / 2), -1);
    for (const [rent, margin] of [['over-rent-openai', 'margin-openai'],
      ['over-rent-anthropic', 'margin-anthropic'],
      ['over-rent-minimax', 'margin-minimax']] as const)
      expect(valueOf(rent)).toBeCloseTo(1 / (1 - (valueOf(margin) ?? NaN)), 3);
    for (const id of ['over-rent-minimax', 'openai-2025', 'iren-microsoft', 'payback-iren',
      'coreweave-2026q1'])
      expect(builtInCatalog.peers[id]?.figure.evidence).toBe('derived');
  });
});

describe('markets', () => {
  it('are tokens a day', () => {
    for (const { figure } of markets) expect(figure.unit).toBe('tok/day');
    // 28.9 T and 13.5 B a week
    expect(builtInCatalog.markets['openrouter']?.figure.value).toBeCloseTo(28.9e12 / 7, -10);
    expect(builtInCatalog.markets['openrouter-r1-0528']?.figure.value).toBeCloseTo(13.5e9 / 7, -6);
  });
  it('of one model never exceed those of the whole router', () => {
    const routers = markets.filter(({ scope }) => scope === 'router');
    const whole = routers.filter(({ models }) => models.length === 0)
      .map(({ figure }) => figure.value);
    const single = routers.filter(({ models }) => models.length > 0);
    expect(single).not.toEqual([]);
    for (const { figure } of single) expect(figure.value).toBeLessThan(Math.min(...whole));
  });
});
