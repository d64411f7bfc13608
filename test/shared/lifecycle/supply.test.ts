import { describe, expect, it } from 'vitest';
import { hoursPerMonth } from '../../../shared/lifecycle/month.ts';
import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import type {
  GeneratorParams, SupplyParams,
} from '../../../shared/lifecycle/supply-types.ts';
import type { LifecycleResult } from '../../../shared/lifecycle/types.ts';
import { group, params, traffic } from './fixture.ts';

const hour = 1 / 8760;
const supply = (over: Partial<SupplyParams> = {}): SupplyParams => ({ connectionKw: 1200,
  feeds: [], generators: [], battery: null, curtailment: null, gridUsdPerKwh: 0.06,
  gridRisePerYear: 0, ...over });
const engine = (over: Partial<GeneratorParams> = {}): GeneratorParams => ({ key: 'gas', kw: 500,
  month: 1, runs: 'short', usdPerKwh: 0.04, risePerYear: 0, carbonKgPerKwh: 0.5, ...over });
const curtailment = { time: 876 * hour, share: 1, eventHours: 4, firmMonth: null };

/** The racks ask for 1000 kW and 1200 at the meter; half of it is used, all day. */
const live = (over: Partial<SupplyParams> | null,
  more: Parameters<typeof params>[0] = {}): LifecycleResult =>
  simulateLifecycle(params({ supply: over === null ? null : supply(over), ...more }));
const served = ({ total }: LifecycleResult): number => total.totalMtok.reduce((a, b) => a + b, 0);
const at = 4;

describe('a flexible connection', () => {
  it('loses the tokens of its hours where all power is withdrawn', () => {
    const [firm, flexible] = [live(null), live({ curtailment })];
    expect(served(flexible) / served(firm)).toBeCloseTo(0.9, 12);
    expect(flexible.traffic[0]?.lostMtok[at])
      .toBeCloseTo(0.1 * (firm.total.totalMtok[at] ?? Number.NaN), 9);
    // and draws nothing in them
    expect(flexible.total.energyKwh[at])
      .toBeCloseTo(0.9 * (firm.total.energyKwh[at] ?? Number.NaN), 6);
  });

  it('lets batch work go first: what is left of the power serves the rest in full', () => {
    const batch = { groups: [group({ batchFillShare: 1 })] };
    const [firm, flexible] = [live(null, batch),
      live({ curtailment: { ...curtailment, share: 0.4 } }, batch)];
    const usual = (result: LifecycleResult): number => {
      const [months] = result.groups;
      return (result.total.totalMtok[at] ?? NaN) - (months?.batchMtok[at] ?? NaN);
    };
    expect(usual(flexible)).toBeCloseTo(usual(firm), 9);
    expect(flexible.traffic[0]?.lostMtok[at]).toBe(0);
    // batch work falls from half of the capacity to the tenth that still has power
    const filled = (result: LifecycleResult): number => result.groups[0]?.batchMtok[at] ?? NaN;
    expect(filled(flexible) / filled(firm)).toBeCloseTo(0.9 + 0.1 * (0.1 / 0.5), 9);
  });

  it('ends with the month in which it is firm', () => {
    const flexible = live({ curtailment: { ...curtailment, firmMonth: 3 } });
    const firm = live(null);
    const from = 1 - firm.firstMonth;
    expect(flexible.total.totalMtok[from + 1]).toBeLessThan(firm.total.totalMtok[from + 1] ?? NaN);
    expect(flexible.total.totalMtok.slice(from + 2)).toEqual(firm.total.totalMtok.slice(from + 2));
  });

  it('serves demand in tokens from what has power, and loses the rest', () => {
    const asked = { traffic: [traffic({ level: { mode: 'tokens', tokensPerDay: 86.4e6 } })] };
    // 1000 of 2000 tokens a second are asked for
    const result = live({ curtailment: { ...curtailment, share: 0.75 } }, asked);
    const whole = live(null, asked);
    expect(result.total.totalMtok[at])
      .toBeCloseTo((0.9 + 0.1 * 0.5) * (whole.total.totalMtok[at] ?? NaN), 9);
    expect(result.traffic[0]?.lostMtok[at])
      .toBeCloseTo(0.05 * (whole.total.totalMtok[at] ?? NaN), 9);
  });

  it('is carried by a battery that lasts, and in part by one that does not', () => {
    const battery = { kw: 1200, kwh: 4 * 1200, month: 1, roundTrip: 0.8 };
    const [firm, none, held] = [live(null), live({ curtailment }), live({ curtailment, battery })];
    expect(served(held)).toBeCloseTo(served(firm), 9);
    // half the energy sustains half the power, and half the racks are all that is used
    expect(served(live({ curtailment, battery: { ...battery, kwh: 2 * 1200 } })))
      .toBeCloseTo(served(firm), 9);
    const third = served(live({ curtailment, battery: { ...battery, kwh: 1200 } }));
    expect(third).toBeGreaterThan(served(none));
    expect(third).toBeLessThan(served(firm));
    expect(served(live({ curtailment, battery: { ...battery, month: 360 } })))
      .toBe(served(none));
  });
});

describe('energy from the grid and from the site', () => {
  const battery = { kw: 300, kwh: 1200, month: 1, roundTrip: 0.8 };
  const cases: Readonly<Record<string, Partial<SupplyParams>>> = {
    'a late feed and an engine': { feeds: [{ kw: 1200, month: 3, rampMonths: 2 }],
      generators: [engine()] },
    'curtailment, battery and engine': { curtailment, battery, generators: [engine({ kw: 200 })] },
    'an engine that always runs': { generators: [engine({ runs: 'always' })] },
    'a cheap engine whose fuel rises above the grid': {
      generators: [engine({ runs: 'cheapest', usdPerKwh: 0.0599, risePerYear: 0.02 })] },
    'two engines and no grid': { feeds: [{ kw: 0, month: 1, rampMonths: 0 }],
      generators: [engine(), engine({ key: 'oil', kw: 700, usdPerKwh: 0.3 })] },
  };
  it.each(Object.keys(cases))('balances: %s', (name) => {
    const { total, length } = live(cases[name] ?? {});
    const { onSite, gridKwh, energyKwh, gridKwPeak, carbonKg } = total;
    if (onSite === null) throw new Error('nothing on the site');
    for (let month = 0; month < length; month++) {
      const of = (series: ArrayLike<number> | undefined): number => series?.[month] ?? Number.NaN;
      const made = [...onSite.generatedKwh.values()].reduce((sum, kwh) => sum + of(kwh), 0);
      expect(of(gridKwh) + made - of(onSite.batteryLossKwh)).toBeCloseTo(of(energyKwh), 9);
      expect(of(onSite.batteryLossKwh)).toBeCloseTo(0.25 * of(onSite.batteryKwh), 9);
      expect(of(carbonKg)).toBeCloseTo(0.4 * of(gridKwh) + 0.5 * made, 6);
      expect(of(gridKwPeak)).toBeLessThanOrEqual(of(total.facilityKwPeak) + 1e-9);
    }
  });

  it('runs an engine only where the grid is short, unless it is cheaper', () => {
    const made = (over: Partial<GeneratorParams>): number =>
      live({ generators: [engine(over)] }).total.onSite?.generatedKwh.get('gas')?.[at] ?? NaN;
    expect(made({})).toBe(0);
    expect(made({ runs: 'cheapest', usdPerKwh: 0.07 })).toBe(0);
    // 500 of the 1200 * (0.3 + 0.7 / 2) kW drawn
    expect(made({ runs: 'cheapest', usdPerKwh: 0.05 })).toBeCloseTo(500 * hoursPerMonth, 6);
    expect(made({ runs: 'always', usdPerKwh: 9 })).toBeCloseTo(500 * hoursPerMonth, 6);
  });

  it('stops an engine in the year in which its fuel costs more than the grid', () => {
    const months = live({ generators: [engine({ runs: 'cheapest', usdPerKwh: 0.055,
      risePerYear: 0.15 })] }, { horizonMonths: 24 }).total.onSite?.generatedKwh.get('gas');
    expect(months?.[at]).toBeGreaterThan(0);
    expect(months?.at(-1)).toBe(0);
  });

  it('brings power before the grid does', () => {
    const bridged = live({ feeds: [{ kw: 1200, month: 5, rampMonths: 0 }],
      generators: [engine({ kw: 1200 })] });
    expect(served(bridged)).toBe(served(live(null)));
    expect(bridged.total.gridKwh[1 - bridged.firstMonth]).toBe(0);
  });

  it('is what it was where nothing of it is stated', () => {
    const { total } = live(null);
    expect(total.onSite).toBeNull();
    expect(total.gridKwh).toEqual(total.energyKwh);
    expect(total.gridKwPeak).toEqual(total.facilityKwPeak);
  });
});
