import { describe, expect, it } from 'vitest';
import { checkLifecycle } from '../../../shared/lifecycle/check.ts';
import { monthDemand, spikesIn } from '../../../shared/lifecycle/demand.ts';
import { facilityFromPue, facilityFromTable } from '../../../shared/lifecycle/facility.ts';
import { monthlyTokens, weekShape } from '../../../shared/lifecycle/load-profile.ts';
import { phaseAt, rampShare } from '../../../shared/lifecycle/phase.ts';
import {
  matchesRelease, type ReleaseScope, type ReleaseTarget,
} from '../../../shared/lifecycle/release.ts';
import { fillLoads, normaliseShape, shapeFromPeak,
  weekFromDay } from '../../../shared/lifecycle/shape.ts';
import { simulateLifecycle } from '../../../shared/lifecycle/simulate.ts';
import type { LifecycleParams, GroupParams, TrafficParams,
  ReleaseParams } from '../../../shared/lifecycle/types.ts';
import { group, monthAtOne, params, release, traffic } from './fixture.ts';

describe('the scope of a release', () => {
  const target: ReleaseTarget = { model: 'm', accelerator: 'a', framework: 'f', mode: 'agg',
    tokPerSecPerUser: 50, isl: 8000, osl: 1000 };
  const fits: Required<ReleaseScope> = { model: 'm', accelerator: 'a', framework: 'f',
    mode: 'agg',
    tokPerSecPerUser: [50, 60], isl: [4000, 8000], osl: [1000, 1000] };

  it('reaches a group when every entry holds, ends of bands included, or none is stated', () => {
    expect([matchesRelease(fits, target), matchesRelease({}, target)]).toEqual([true, true]);
  });

  const misses: readonly ReleaseScope[] = [{ model: 'x' }, { accelerator: 'x' },
    { framework: 'x' },
    { mode: 'disagg' }, { tokPerSecPerUser: [51, 60] }, { tokPerSecPerUser: [0, 49] },
    { isl: [8001,
      9000] },
    { isl: [0, 7999] }, { osl: [1001, 2000] }, { osl: [0, 999] }];
  it.each(misses)('is missed by one entry alone: %j', (miss) => {
    expect(matchesRelease({ ...fits, ...miss }, target)).toBe(false);
    expect(matchesRelease(miss, target)).toBe(false);
  });
});

describe('phases by month', () => {
  const dates = { orderMonth: 2, deliveryMonth: 4, serviceMonth: 6, rampMonths: 2,
    retireAfterMonth: 9 };

  it('pass from planned to retired', () => {
    expect(Array.from({ length: 10 }, (_, at) => phaseAt(dates, at + 1))).toEqual(['planned',
      'ordered', 'ordered',
      'commissioning', 'commissioning', 'ramp', 'ramp', 'serving', 'serving', 'retired']);
  });

  it('take thirds of the demand while they ramp over two months', () => {
    expect([5, 6, 7, 8, 9, 10].map((month) => rampShare(dates, month)))
      .toEqual([0, 1 / 3, 2 / 3, 1, 1, 0]);
  });
});

describe('demand of a month', () => {
  const start = { year: 2027, month: 11 };

  it('is level by growth by season by ramp', () => {
    const chat = traffic({ level: { mode: 'tokens', tokensPerDay: 86_400 }, growthPerYear: 0.44,
      rampMonths: 3,
      seasonality: [1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 0.5, 1] });
    // Month 1 is November at a half, a quarter ramped; month 7 is May, doubled, half a year on.
    expect(monthDemand(chat, start, 1)).toEqual({ kind: 'rate', value: 0.125 });
    expect(monthDemand(chat, start, 7).value).toBeCloseTo(2 * 1.2, 12);
    expect(monthDemand(chat, start, 0)).toEqual({ kind: 'rate', value: 0 });
    expect(monthDemand(traffic({ growthPerYear: 0.21 }), start, 13)).toEqual({ kind: 'share',
      value: 0.605 });
  });

  it('continues an imported curve by its own length when that is under a year', () => {
    const chat = traffic({ level: { mode: 'series', tokensPerMonth: [1, 2, 3] },
      growthPerYear: 1 });
    const million = (month: number): number =>
      monthDemand(chat, start, month).value * 2_628_000;
    expect([1, 2, 3].map((month) => million(month).toFixed(9))).toEqual(['1.000000000',
      '2.000000000', '3.000000000']);
    expect(million(4)).toBeCloseTo(2 ** 0.25, 9);
    expect(million(8)).toBeCloseTo(2 * 2 ** 0.5, 9);
    expect(monthDemand(traffic({ level: { mode: 'series', tokensPerMonth: [] } }), start,
      2).value).toBe(0);
  });

  it('has the spikes of its own month, weighed by their days', () => {
    const spike = (month: number, days: number) =>
      ({ month, days, multiplier: 2, extraTokensPerDay: 0 });
    const found = spikesIn([spike(2, 365 / 24), spike(3, 5), spike(2, 0), spike(2, 31)], 2);
    expect(found.map(({ weight }) => weight)).toEqual([expect.closeTo(0.5, 12), 1]);
  });
});

describe('a month dispatched', () => {
  const tokens = (perSec: number) =>
    ({ mode: 'tokens', tokensPerDay: perSec * 86_400 }) as const;

  it('shares demand among groups of one order by what they can do, ramps included', () => {
    // 2,000 and 1,000 tok/s of which the second takes half while it ramps: 1,000 are
    // shared 800 to 200.
    const groups = [group(), group({ key: 'b', outputTokPerSec: 500,
      phases: { orderMonth: 0, deliveryMonth: 0, serviceMonth: 1, rampMonths: 1,
        retireAfterMonth: null } })];
    const { groups: [a, b] } = simulateLifecycle(params({ groups,
      traffic: [traffic({ level: tokens(1000) })] }));
    expect(a?.utilisation[3]).toBeCloseTo(0.4, 12);
    expect(b?.utilisation[3]).toBeCloseTo(0.2, 12);
    expect(b?.utilisation[4]).toBeCloseTo(1 / 3, 12);
  });

  it('multiplies a spike for its share of the month and counts what is lost in it', () => {
    // 1,500 tok/s; tripled for half the month 4,500 of which 2,000 are served.
    const spikes = [{ month: 2, days: 365 / 24, multiplier: 3, extraTokensPerDay: 0 }];
    const { traffic: [served] } =
      simulateLifecycle(params({ traffic: [traffic({ level: tokens(1500), spikes })] }));
    expect(served?.demandMtok[4]).toBeCloseTo(3000 * monthAtOne, 6);
    expect(served?.lostMtok[4]).toBeCloseTo(1250 * monthAtOne, 6);
    expect(served?.servedMtok[4]).toBeCloseTo(1750 * monthAtOne, 6);
  });

  it('parts tokens into missed and cached input and output', () => {
    const { total } = simulateLifecycle(params({ traffic: [traffic({ isl: 900, osl: 100,
      cacheHitShare: 0.25 })] }));
    // 1,000 output tok/s with nine of input each, half used.
    expect(total.outputMtok[3]).toBeCloseTo(500 * monthAtOne, 9);
    expect(total.inputHitMtok[3]).toBeCloseTo(500 * 9 * 0.25 * monthAtOne, 9);
    expect(total.inputMissMtok[3]).toBeCloseTo(500 * 9 * 0.75 * monthAtOne, 9);
    expect(total.totalMtok[3]).toBeCloseTo(5000 * monthAtOne, 9);
    expect(total.capacityMtok[3]).toBeCloseTo(10_000 * monthAtOne, 9);
  });

  it('draws power for accelerators that work, at the busiest hour and idle', () => {
    const { groups: [a],
      total } = simulateLifecycle(params({ groups: [group({ availability: 0.8 })],
      traffic: [traffic({ hourShape: [1.5, 0.5] })], facility: facilityFromPue(1.2, 1, 100,
        400) }));
    // Half of 0.8 works on average: 300 + 700 x 0.4; the busiest hour uses 75 % of what
    // is there.
    expect([a?.itKw[3], a?.itKwPeak[3], a?.itKwIdle[3]]).toEqual([580, 825, 300]);
    expect(total.capacityMtok[3]).toBeCloseTo(1600 * monthAtOne, 9);
    expect(total.facilityKw[3]).toBeCloseTo(680 * 1.2, 9);
    expect(total.facilityKwPeak[3]).toBeCloseTo(925 * 1.2, 9);
    expect(total.idleEnergyShare[3]).toBeCloseTo(400 / 680, 12);
    expect(total.criticalKw[3]).toBe(1000);
  });

  it('fills what ramped-up capacity leaves idle, and no more', () => {
    const ramping = { orderMonth: 0, deliveryMonth: 0, serviceMonth: 1, rampMonths: 1,
      retireAfterMonth: null };
    const { groups: [a] } = simulateLifecycle(params({ groups: [group({ batchFillShare: 0.5,
      phases: ramping })] }));
    // Half ramped, a quarter sold: half of the other quarter is filled.
    expect(a?.utilisation[1]).toBeCloseTo(0.375, 12);
    expect(a?.batchMtok[1]).toBeCloseTo(0.125 * 2000 * monthAtOne, 9);
  });

  it('fills the quiet part of a month with a spike too, by its share of the month', () => {
    // Half the month at half use, half at full use: a quarter of half the month is filled.
    const spikes = [{ month: 2, days: 365 / 24, multiplier: 2, extraTokensPerDay: 0 }];
    const { groups: [a] } = simulateLifecycle(params({ groups: [group({ batchFillShare: 0.5 })],
      traffic: [traffic({ level: tokens(1000), spikes })] }));
    expect(a?.batchMtok[4]).toBeCloseTo(0.125 * 2000 * monthAtOne, 9);
    expect(a?.utilisation[4]).toBeCloseTo(0.875, 12);
    expect(a?.activeAcceleratorHours[4]).toBeCloseTo(730_000, 6);
    expect(a?.reservedAcceleratorHours[4]).toBeCloseTo(730_000, 6);
  });

  it('asks for what is sold where demand is a share, and loses none of it', () => {
    const { traffic: [served] } =
      simulateLifecycle(params({ groups: [group(), group({ key: 'b' })] }));
    expect(served?.demandMtok[3]).toBeCloseTo(2 * 1000 * monthAtOne, 6);
    expect(served?.servedMtok[3]).toBeCloseTo(2 * 1000 * monthAtOne, 6);
    expect(served?.lostMtok[3]).toBe(0);
  });

  it('sells its share of what finds customers where demand is a share', () => {
    // 2,000 tok/s each, half sold: of the first all finds customers, of the second 0.6.
    const { groups: [a, b], traffic: [served] } =
      simulateLifecycle(params({ groups: [group(), group({ key: 'b', foundShare: 0.6 })] }));
    expect([a?.utilisation[3], b?.utilisation[3]])
      .toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.3, 12)]);
    expect(b?.outputMtok[3]).toBeCloseTo(300 * monthAtOne, 9);
    expect(b?.capacityMtok[3]).toBeCloseTo(2000 * monthAtOne, 9);
    expect(served?.demandMtok[3]).toBeCloseTo((1000 + 600) * monthAtOne, 6);
    expect(served?.servedMtok[3]).toBeCloseTo((1000 + 600) * monthAtOne, 6);
    expect(served?.lostMtok[3]).toBe(0);
  });

  it('takes tokens asked for whatever share of capacity would find customers', () => {
    const { groups: [a] } = simulateLifecycle(params({ groups: [group({ foundShare: 0.1 })],
      traffic: [traffic({ level: tokens(1000) })] }));
    expect(a?.utilisation[3]).toBeCloseTo(0.5, 12);
  });

  it('sells in a spike no more than what finds customers', () => {
    // Half by four is more than all there is, of which 0.6 finds customers.
    const spikes = [{ month: 2, days: 31, multiplier: 4, extraTokensPerDay: 0 }];
    const { groups: [a] } = simulateLifecycle(params({ groups: [group({ foundShare: 0.6 })],
      traffic: [traffic({ spikes })] }));
    expect(a?.utilisation[4]).toBeCloseTo(0.6, 12);
  });

  it('lets the grid’s carbon fall by the year from month 1', () => {
    const { total } = simulateLifecycle(params({ horizonMonths: 13,
      facility: { ...facilityFromPue(1, 0, 0, 400), carbonDeclinePerYear: 0.5 } }));
    expect(total.carbonKg[3]).toBeCloseTo(650 * 730 * 0.4, 6);
    expect(total.carbonKg[2 + 13]).toBeCloseTo(650 * 730 * 0.2, 6);
  });
});

describe('load curves', () => {
  it('are cosines up to twice the mean and bells above', () => {
    expect(shapeFromPeak(1.5)[6]).toBeCloseTo(1, 12);
    expect(shapeFromPeak(1.5)[12]).toBeCloseTo(0.5, 12);
    expect(Math.min(...shapeFromPeak(2))).toBeCloseTo(0, 12);
    const bell = shapeFromPeak(4);
    expect(bell[12]).toBeCloseTo(0, 12);
    // ((1 + cos) / 2)^p: at six hours the bell is 2^-p of its peak, at four 0.75^p.
    const power = Math.log2(4 / (bell[6] ?? 1));
    expect((bell[4] ?? 0) / 4).toBeCloseTo(0.75 ** power, 9);
  });

  it('of a week have five working days and two of a weekend', () => {
    const week = weekFromDay(1, 0.5);
    expect(week).toHaveLength(168);
    expect(week[0]).toBeCloseTo(7 / 6, 12);
    expect(week[119]).toBeCloseTo(7 / 6, 12);
    expect(week[120]).toBeCloseTo(3.5 / 6, 12);
    // Every day has its own busiest hour, 1.5 times its mean, and its quietest twelve hours on.
    const [working, weekend] = [weekFromDay(1.5, 0.5), weekFromDay(1.5, 0.5).slice(120)];
    expect([working[0], working[12], weekend[0], weekend[12]].map((x) => x?.toFixed(9)))
      .toEqual([1.75, 7 / 12, 0.875, 3.5 / 12].map((x) => x.toFixed(9)));
    expect(() => weekFromDay(1, 2.1)).toThrow(RangeError);
    expect(() => normaliseShape([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it('that are capped put the rest into the hours left', () => {
    const out = new Float64Array(4);
    fillLoads([2, 1, 0.6, 0.4], 0.75, out);
    expect(Array.from(out, (x) => x.toFixed(9))).toEqual(['1.000000000', '1.000000000',
      '0.600000000', '0.400000000']);
    fillLoads([4, 0, 0, 0], 0.75, out);
    expect([...out]).toEqual([0.75, 0.75, 0.75, 0.75]);
    fillLoads([2, 1, 0.6, 0.4], 1, out);
    expect([...out]).toEqual([1, 1, 1, 1]);
  });

  it('give the mean rate of each calendar month, and hours of the week from Monday', () => {
    // From 2026-01-31: a day of 240 tokens in January and one of 480 in February, in steps of a
    // day.
    const series = { unit: 'requests', stepSeconds: 86_400, startSeconds: 1_769_817_600,
      values: [240, 480],
      zoned: false, repairs: [] } as const;
    expect(monthlyTokens(series, 2).map((x) => Math.round(x))).toEqual([14_600, 29_200]);
    const hourly = { ...series, unit: 'tokens', stepSeconds: 3600,
      startSeconds: 4 * 86_400 } as const;
    const values = Array.from({ length: 336 }, (_, at) => (at % 168 === 5 ? 168 : 0));
    expect(weekShape({ ...hourly, values })?.indexOf(168)).toBe(5);
    expect(weekShape({ ...hourly, values }, 2)?.indexOf(168)).toBe(7);
    expect(weekShape({ ...hourly, values: values.slice(0, 167) })).toBeNull();
    expect(weekShape({ ...hourly, stepSeconds: 7200, values })).toBeNull();
    expect(weekShape({ ...hourly, values: values.map(() => 0) })).toBeNull();
  });
});

describe('a facility table', () => {
  const table = { itKw: [0, 100, 300], facilityKw: [[10, 120, 400]],
    waterM3PerHour: [[1, 2, 4]], lossKw: [2, 6, 18], otherKw: [3, 3, 3] };

  it('is read by straight lines, the last continued', () => {
    const facility = facilityFromTable(table, 50, 300);
    expect([0, 50, 100, 200, 400].map((kw) => facility.facilityKwAt(kw, 7)))
      .toEqual([10, 65, 120,
        260, 540]);
    expect(facility.waterM3PerHourAt(200, 12)).toBe(3);
    expect([50, 200].map((kw) => facility.lossKwAt(kw))).toEqual([4, 12]);
    expect(facility.otherKwAt(200)).toBe(3);
    expect(facility)
      .toMatchObject({ fixedItKw: 50, carbonGPerKwh: 300, carbonDeclinePerYear: 0 });
  });

  it('is refused when it is short, not ascending or uneven', () => {
    expect(() => facilityFromTable({ ...table, itKw: [0] }, 0)).toThrow('two or more');
    expect(() => facilityFromTable({ ...table, itKw: [0, 100, 100] }, 0)).toThrow('ascending');
    expect(() => facilityFromTable({ ...table, waterM3PerHour: [[1, 2]] }, 0))
      .toThrow('2 of 3');
  });
});

type Row = readonly [what: string, low: number, high: number,
  of: (value: number) => LifecycleParams];
const ofGroup = (of: (value: number) => Partial<GroupParams>) => (value: number) =>
  params({ groups: [group(of(value))] });
const ofTraffic = (of: (value: number) => Partial<TrafficParams>) => (value: number) =>
  params({ traffic: [traffic(of(value))] });
const ofRelease = (of: (value: number) => Partial<ReleaseParams>) => (value: number) =>
  params({ releases: [release(of(value))] });
const dates = { orderMonth: -2, deliveryMonth: 0, serviceMonth: 1, rampMonths: 0,
  retireAfterMonth: null };
const pool = { share: 1, targetLoad: 0.8, minimumShare: 0 };

describe('ranges', () => {
  const rows: readonly Row[] = [
    ['throughputMultiplier', 0.1, 30, ofRelease((value) => ({ throughputMultiplier: value }))],
    ['ttftMultiplier', 0.1, 30, ofRelease((value) => ({ ttftMultiplier: value }))],
    ['probability', 0, 1, ofRelease((value) => ({ probability: value }))],
    ['downtimeHours', 0, 720, ofRelease((value) => ({ downtimeHours: value }))],
    ['orderMonth', -59, 360, ofGroup((value) => ({ phases: { ...dates, orderMonth: value } }))],
    ['serviceMonth', 1, 360,
      ofGroup((value) => ({ phases: { ...dates, serviceMonth: value } }))],
    ['rampMonths', 0, 60, ofGroup((value) => ({ phases: { ...dates, rampMonths: value } }))],
    ['accelerators', 1, 1e8, ofGroup((value) => ({ accelerators: value }))],
    ['maxSoftwareMultiplier', 1, 1e6, ofGroup((value) => ({ maxSoftwareMultiplier: value }))],
    ['maxTtftMultiplier', 1, 1e6, ofGroup((value) => ({ maxTtftMultiplier: value }))],
    ['prefillShare', 0, 1, ofGroup((value) => ({ prefillShare: value }))],
    ['availability', 0, 1, ofGroup((value) => ({ availability: value }))],
    ['batchFillShare', 0, 1, ofGroup((value) => ({ batchFillShare: value }))],
    ['foundShare', 0, 1, ofGroup((value) => ({ foundShare: value }))],
    ['sleepKw', 0, 300, ofGroup((value) => ({ sleepKw: value }))],
    ['idleKw', 50, 1000, ofGroup((value) => ({ idleKw: value }))],
    ['fullKw', 300, 1e8, ofGroup((value) => ({ fullKw: value }))],
    ['targetLoad', 0.05, 1, ofGroup((value) => ({ scaling: { mode: 'scaled', pools: [{ ...pool,
      targetLoad: value }] } }))],
    ['minimumShare', 0, 1, ofGroup((value) => ({ scaling: { mode: 'scaled', pools: [{ ...pool,
      minimumShare: value }] } }))],
    ['isl', 0, 1e7, ofTraffic((value) => ({ isl: value }))],
    ['cacheHitShare', 0, 0.9999, ofTraffic((value) => ({ cacheHitShare: value }))],
    ['growthPerYear', -0.99, 100, ofTraffic((value) => ({ growthPerYear: value }))],
    ['rampMonths', 0, 60, ofTraffic((value) => ({ rampMonths: value }))],
    ['utilisation', 0, 1, ofTraffic((value) => ({ level: { mode: 'utilisation',
      utilisation: value } }))],
    ['tokensPerDay', 0, 1e18, ofTraffic((value) => ({ level: { mode: 'tokens',
      tokensPerDay: value } }))],
    ['tokensPerMonth', 0, 1e20,
      ofTraffic((value) => ({ level: { mode: 'series', tokensPerMonth: [1,
        value] } }))],
    ['seasonality', 0, 100, ofTraffic((value) => ({ seasonality: [value,
      ...Array.from({ length: 11 }, () => 1)] }))],
    ['spike days', 0, 31,
      ofTraffic((value) => ({ spikes: [{ month: 1, days: value, multiplier: 1,
        extraTokensPerDay: 0 }] }))],
    ['spike multiplier', 0, 1000, ofTraffic((value) => ({ spikes: [{ month: 1, days: 1,
      multiplier: value, extraTokensPerDay: 0 }] }))],
  ];

  it.each(rows)('of %s are %d to %d, ends included', (what, low, high, of) => {
    const found = (value: number) => checkLifecycle(of(value)).filter((p) =>
      p.code === 'range' && p.what === what);
    const beyond = Math.max(1e-6, Math.abs(high) * 1e-6);
    expect([found(low), found(high)]).toEqual([[], []]);
    expect(found(low - 1e-6)).toMatchObject([{ min: low, max: high }]);
    expect(found(high + beyond)).toMatchObject([{ min: low, max: high }]);
    expect(found(Number.NaN)).toHaveLength(1);
  });

  it('hold for shares that add up, shapes with mean 1 and twelve seasons', () => {
    const pools = (share: number) =>
      checkLifecycle(params({ groups: [group({ scaling: { mode: 'scaled',
      pools: [{ ...pool, share }] } })] }));
    expect([pools(1), pools(0.9).length, pools(1.1).length]).toEqual([[], 1, 1]);
    const none = checkLifecycle(params({ groups: [group({ scaling: { mode: 'scaled',
      pools: [] } })] }));
    expect(none).toMatchObject([{ what: 'pool shares', value: 0 }]);
    const shape = (hourShape: readonly number[]) =>
      checkLifecycle(params({ traffic: [traffic({ hourShape })] })).length;
    expect([shape([1.5, 0.5]), shape([1.6, 0.5]), shape([1.5, 0.4])]).toEqual([0, 1, 1]);
    expect(checkLifecycle(params({ traffic: [traffic({ seasonality: [1,
      1] })] }))).toMatchObject([{ value: 2, min: 12 }]);
  });

  it('name unknown and repeated keys', () => {
    const found = checkLifecycle(params({ groups: [group(), group(),
      group({ key: 'b', trafficKey: 'gone' })],
      releases: [release({ groups: ['a', 'gone'] })] }));
    expect(found).toEqual([{ code: 'duplicate-key', where: 'a' },
      { code: 'unknown-traffic', where: 'b', trafficKey: 'gone' }, { code: 'unknown-group',
        where: 'r', groupKey: 'gone' }]);
  });
});
