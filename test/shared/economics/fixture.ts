import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import { facilityFromPue } from '../../../shared/lifecycle/facility.ts';
import { shapeFromPeak } from '../../../shared/lifecycle/shape.ts';
import type {
  GroupParams, LifecycleParams, TrafficParams,
} from '../../../shared/lifecycle/types.ts';
import { spreadDraws } from '../../../shared/economics/statement/capital.ts';
import type {
  CapexItem, DebtParams, EconomicsParams, FinanceParams, OpexLine, TrafficSales,
} from '../../../shared/economics/statement/types.ts';

/**
 * One rack group of round numbers: 1000 accelerators, 1 M output tok/s, 8:1 input to
 * output, 2 MW.
 */
export const group = (over: Partial<GroupParams> = {}): GroupParams => ({
  key: 'main', trafficKey: 'chat', accelerators: 1000,
  phases: { orderMonth: -5, deliveryMonth: 0, serviceMonth: 1, rampMonths: 3,
    retireAfterMonth: null },
  outputTokPerSec: 1e6, maxSoftwareMultiplier: 2, maxTtftMultiplier: 1e6,
  prefillShare: 0.4, availability: 0.95,
  fullKw: 2000, idleKw: 600, sleepKw: 100, scaling: { mode: 'fixed' }, batchFillShare: 0,
  dispatchOrder: 0, foundShare: 1, ...over,
});

export const traffic = (over: Partial<TrafficParams> = {}): TrafficParams => ({
  key: 'chat', isl: 8000, osl: 1000, cacheHitShare: 0.25,
  level: { mode: 'utilisation', utilisation: 0.6 }, growthPerYear: 0, rampMonths: 0,
  seasonality: [], hourShape: shapeFromPeak(1.226), spikes: [], market: null,
  ...over,
});

export const lifecycleParams = (over: Partial<LifecycleParams> = {}): LifecycleParams => ({
  horizonMonths: 60, start: { year: 2027, month: 1 }, groups: [group()],
  traffic: [traffic()], releases: [], facility: facilityFromPue(1.2, 0.4, 100, 350),
  ...over,
});

export const servers = (over: Partial<CapexItem> = {}): CapexItem => ({
  key: 'servers', label: 'Servers', class: 'accelerator', amountUsd: 40e6,
  draws: spreadDraws(-5, 0),
  serviceMonth: 1,
  retireAfterMonth: null, residual: { kind: 'fixed', share: 0.05 },
  depreciation: { schedule: { method: 'macrs', recoveryYears: 5, convention: 'half-year' },
    bonusShare: 0 },
  ...over,
});

export const building = (over: Partial<CapexItem> = {}): CapexItem => ({
  key: 'building', label: 'Building', class: 'shell', amountUsd: 25e6,
  draws: spreadDraws(-11, 0), serviceMonth: 1, retireAfterMonth: null,
  residual: { kind: 'straight-line', lifeYears: 20, finalShare: 0 },
  depreciation: { schedule: { method: 'straight-line', lifeYears: 39 }, bonusShare: 0 },
  ...over,
});

export const opexLine = (over: Partial<OpexLine> = {}): OpexLine => ({
  key: 'electricity', label: 'Electricity', group: 'energy', basis: 'kwh', rate: 0.07,
  escalationPerYear: 0.025,
  payer: 'facility-owner', ...over,
});

export const sales = (over: Partial<TrafficSales> = {}): TrafficSales => ({
  trafficKey: 'chat', inputUsdPerMtok: 0.1, cachedUsdPerMtok: 0.03, outputUsdPerMtok: 0.4,
  path: { clock: 'model', modelDeclinePerYear: 0.2, capabilityDeclinePerYear: 0.9,
    replacements: [],
    floorFactor: 0 },
  freeShare: 0, failedShare: 0.005, batchShare: 0, batchDiscount: 0.5, offPeakShare: 0,
  offPeakDiscount: 0,
  tiers: [], ...over,
});

export const debt = (over: Partial<DebtParams> = {}): DebtParams => ({
  kind: 'level', share: 0.6, ratePerYear: 0.08, tenorMonths: 48, targetDscr: 1.3,
  upfrontFeeShare: 0.01,
  dsraMonths: 6,
  constructionInterest: 'capitalised', ...over,
});

export const finance = (over: Partial<FinanceParams> = {}): FinanceParams => ({
  discountRate: 0.1, inflation: 0.025, financeRate: 0.1, reinvestRate: 0.1,
  tax: { federalRate: 0.21, stateRate: 0.05, lossRule: 'carry', lossLimitShare: 0.8 },
  debt: null,
  receivableDays: 30, payableDays: 30, operatingReserveMonths: 0, reserveInterest: 0, ...over,
});

export const opexLines: readonly OpexLine[] = [
  opexLine(),
  opexLine({ key: 'water', label: 'Water', group: 'water', basis: 'm3', rate: 1.5 }),
  opexLine({ key: 'staff', label: 'Staff', group: 'people', basis: 'mw-year', rate: 250_000,
    payer: 'operator' }),
  opexLine({ key: 'spares', label: 'Spares', group: 'maintenance', basis: 'capex-year',
    rate: 0.03,
    classes: ['accelerator'], payer: 'system-owner' }),
];

export function economics(over: Partial<EconomicsParams> = {},
  life: Partial<LifecycleParams> = {}): EconomicsParams {
  return {
    lifecycle: simulateLifecycle(lifecycleParams(life)), capex: [servers(), building()],
    opex: opexLines,
    sales: [sales()],
    ownership: { mode: 'own' }, finance: finance(), allocation: 'resource', ...over,
  };
}
