import { facilityFromPue } from '../../../shared/lifecycle/facility.ts';
import type {
  GroupParams, LifecycleParams, ReleaseParams, TrafficParams,
} from '../../../shared/lifecycle/types.ts';

/**
 * 1000 accelerators that make 1000 output tok/s; 1:1 input to output, no failures, 0 to 1
 * MW.
 */
export const group = (over: Partial<GroupParams> = {}): GroupParams => ({
  key: 'a', trafficKey: 'chat', accelerators: 1000,
  phases: { orderMonth: -2, deliveryMonth: 0, serviceMonth: 1, rampMonths: 0,
    retireAfterMonth: null },
  outputTokPerSec: 1000, maxSoftwareMultiplier: 4, maxTtftMultiplier: 1e6, prefillShare: 0.5, availability: 1,
  fullKw: 1000, idleKw: 300, sleepKw: 50, scaling: { mode: 'fixed' }, batchFillShare: 0,
  dispatchOrder: 0, foundShare: 1, ...over,
});

export const traffic = (over: Partial<TrafficParams> = {}): TrafficParams => ({
  key: 'chat', isl: 500, osl: 500, cacheHitShare: 0,
  level: { mode: 'utilisation', utilisation: 0.5 },
  growthPerYear: 0,
  rampMonths: 0, seasonality: [], hourShape: [1], spikes: [], market: null, ...over,
});

export const release = (over: Partial<ReleaseParams> = {}): ReleaseParams => ({
  key: 'r', inUse: true, month: 2, groups: ['a'], throughputMultiplier: 2,
  ttftMultiplier: 1, probability: 1, downtimeHours: 0, compounds: true, ...over,
});

export const params = (over: Partial<LifecycleParams> = {}): LifecycleParams => ({
  horizonMonths: 6, start: { year: 2027, month: 1 }, groups: [group()],
  traffic: [traffic()], releases: [], facility: facilityFromPue(1.2, 1, 0, 400), ...over,
});

/** Tokens of a month at one token per second, in millions. */
export const monthAtOne = 2.628;
