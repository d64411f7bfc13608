import { describe, expect, it } from 'vitest';
import { balanceAt, drawOf, loadAt, loopsOf } from '../../../../shared/facility/cooling/balance.ts';
import { chillerCop } from '../../../../shared/facility/cooling/chiller.ts';
import { fanShareOf, pumpShareOf, rackFlow,
  sizeCdus } from '../../../../shared/facility/cooling/coolant-flow.ts';
import { availableWaterC, economiserShare, outdoorShare, rejectHeat,
  rejectToAir } from '../../../../shared/facility/cooling/heat-rejection.ts';
import { meanBalance, meanOf } from '../../../../shared/facility/cooling/mean-balance.ts';
import { coolantFlow, towerWater } from '../../../../shared/facility/cooling/water.ts';
import { compareDesigns, designWeatherOf,
  usualDesigns } from '../../../../shared/facility/site/compare-designs.ts';
import { evaluateFacility, peakPue } from '../../../../shared/facility/site/evaluate.ts';
import { sizePlant, usualUnits } from '../../../../shared/facility/site/plant.ts';
import type { CoolingDesign, FacilityParams } from '../../../../shared/facility/types.ts';
import { humidityAtDewPoint, humidityRatio,
  pressureKpaAt } from '../../../../shared/facility/weather/psychrometrics.ts';
import { chain, design, siteParams, sites } from '../sample.ts';

const params = (over: Partial<CoolingDesign> = {}, more: Partial<FacilityParams> = {}):
  FacilityParams => ({ power: chain, cooling: { ...design, ...over }, liquidFraction: 0.8,
  bins: [], designWeather: { dryBulbC: 35, wetBulbC: 24 }, ...more });
const cold = { dryBulbC: 0, wetBulbC: -1 };

describe('a balance at its edges', () => {
  it('idles fans and pumps at 0.3 of their speed, 0.027 of their power', () => {
    const [full, idle] = [balanceAt(params(), cold, 1000, 1000), balanceAt(params(), cold, 0, 1000)];
    // The liquid loop’s pumps alone are 0.012 x 800 kW; those of the air loop come on top.
    const pumps = (of: typeof full): number => of.pumpsKw;
    expect(pumps(idle)).toBeCloseTo(pumps(full) * 0.027, 9);
    expect(idle.airFansKw).toBeCloseTo(full.airFansKw * 0.027, 9);
    expect(idle.rejectionFansKw).toBeLessThan(full.rejectionFansKw);
    expect(idle.itKw).toBe(0);
  });

  it('has nothing to pump or blow where a loop carries nothing', () => {
    const dry = balanceAt(params({}, { liquidFraction: 0 }), cold, 1000, 1000);
    expect(dry.heatByPath.liquidKw).toBe(0);
    expect(Number.isFinite(dry.facilityKw)).toBe(true);
    const lossless = { ...chain, distributionLoss: 0, otherLoad: 0, upsLoss: { a: 0, b: 0, c: 0 } };
    const immersed = balanceAt(params({ terminal: 'immersion' }, { power: lossless }), cold,
      1000, 1000);
    expect([immersed.airFansKw, immersed.heatByPath.airKw]).toEqual([0, 0]);
    expect(immersed.pumpsKw).toBeCloseTo(12, 9);
    // A return 40 K above the air: 18 K of approach and rise suffice.
    expect(immersed.rejectionFansKw).toBeCloseTo(0.015 * 1012 * (18 / 40) ** 3, 9);
  });

  it.each([[0, 0], [1, 0], [-1, 10], [10.1, 10], [Number.NaN, 10]])(
    'refuses a load of %d kW of %d', (itKw, designKw) => {
      expect(() => balanceAt(params(), cold, itKw, designKw)).toThrow(RangeError);
    });

  it('takes no load, all of it, and a rounding error more', () => {
    for (const itKw of [0, 10, 10 * (1 + 5e-10)])
      expect(balanceAt(params(), cold, itKw, 10).itKw).toBe(itKw);
  });

  it.each(['dryApproachK', 'towerApproachK', 'exchangerApproachK', 'coilApproachK',
    'rearDoorApproachK', 'airSideApproachK', 'waterCondenserK', 'airCondenserK'] as const)(
    'refuses a negative %s and takes none', (name) => {
      expect(() => balanceAt(params({ [name]: -0.1 }), cold, 1, 1)).toThrow(`${name} is -0.1`);
      expect(balanceAt(params({ [name]: 0 }), cold, 1, 1).itKw).toBe(1);
    });

  it('refuses water that does not warm, and draws what its balance says', () => {
    expect(() => balanceAt(params({ liquidDeltaK: 0 }), cold, 1, 1))
      .toThrow('liquidDeltaK is 0');
    const tower = params({ rejection: 'tower' });
    const balance = balanceAt(tower, cold, 700, 1000);
    const draw = drawOf(loadAt(tower, 700, 1000), loopsOf(tower, cold));
    expect(draw.facilityKw).toBe(balance.facilityKw);
    expect(draw.waterM3PerHour).toBe(balance.waterM3PerHour);
    expect(balance.waterM3PerHour).toBeCloseTo(balance.evaporatedM3PerHour
      + balance.blowdownM3PerHour + balance.windageM3PerHour, 12);
  });

  it('evaporates over the tower the heat of both loops and of both compressors', () => {
    const hot = { dryBulbC: 40, wetBulbC: 27 };
    const { heatByPath: { liquidKw, airKw, compressorKw }, chillerKw, evaporatedM3PerHour } =
      balanceAt(params({ rejection: 'tower' }), hot, 1000, 1000);
    const liquid = rejectHeat({ ...design, rejection: 'tower' }, 30, 10, hot);
    expect(liquid.chillerKw).toBeGreaterThan(0);
    expect(compressorKw).toBe(chillerKw);
    const latent = -0.0013 * 27 * 27 - 2.3097 * 27 + 2500.5;
    expect(evaporatedM3PerHour)
      .toBeCloseTo((((liquidKw + airKw + compressorKw) / latent) * 3600) / 997, 9);
  });

  it('wets the air of both loops, each by its heat', () => {
    const hot = { dryBulbC: 35, wetBulbC: 20 };
    const pads = { ...design, adiabaticEffectiveness: 0.8 };
    const { heatByPath: { liquidKw, airKw }, evaporatedM3PerHour } =
      balanceAt(params(pads), hot, 1000, 1000);
    const [liquid, air] = [rejectHeat(pads, 30, 10, hot), rejectHeat(pads, 16, 7.5, hot)];
    expect(evaporatedM3PerHour * 997).toBeCloseTo(liquid.evaporatedKgPerKwh * liquidKw
      + air.evaporatedKgPerKwh * airKw, 6);
  });

  it('bleeds pads by the cycles kept, and only where they are wet', () => {
    const pads = balanceAt(params({ adiabaticEffectiveness: 0.8 }), { dryBulbC: 35,
      wetBulbC: 20 }, 1000, 1000);
    expect(pads.evaporatedM3PerHour).toBeGreaterThan(0);
    expect(pads.blowdownM3PerHour).toBeCloseTo(pads.evaporatedM3PerHour / 4, 12);
    expect(pads.windageM3PerHour).toBe(0);
    expect(balanceAt(params({ adiabaticEffectiveness: 0.8 }), cold, 1000, 1000).waterM3PerHour)
      .toBe(0);
  });

  it('lets in thinner air higher up', () => {
    const air = params({ rejection: 'air', dewPointLeastC: 10 });
    const at = (elevationM: number): number =>
      balanceAt({ ...air, elevationM }, cold, 1000, 1000).waterM3PerHour;
    const hand = rejectToAir(air.cooling, cold, pressureKpaAt(2000)).evaporatedKgPerKwh
      / rejectToAir(air.cooling, cold, 101.325).evaporatedKgPerKwh;
    expect(at(2000) / at(0)).toBeCloseTo(hand, 12);
    expect(hand).toBeGreaterThan(1.1);
    expect(balanceAt(air, cold, 1000, 1000).waterM3PerHour).toBe(at(0));
  });
});

describe('a chiller at its edges', () => {
  const cop = (supplyC: number, sinkC: number, carnot = 0.2): number =>
    chillerCop({ supplyC, evaporatorApproachK: 3, sinkC, sink: 'water', carnot });
  /** EnergyPlus data set, DOE-2 centrifugal chiller 5.50 COP, EIR as a function of temperature. */
  const published = (x: number, y: number): number => 5.5 / (0.933678591 - 0.058199196 * x
    + 0.00449937 * x * x + 0.002429466 * y + 0.000485893 * y * y - 0.001214733 * x * y);

  it('follows the published curve for water of 5 to 10 C and condensers of 24 to 35 C', () => {
    for (const [x, y] of [[5, 24], [6, 30], [7, 35], [8, 28]] as const)
      expect(cop(x, y)).toBeCloseTo(published(x, y), 9);
  });

  it('holds at the table’s edges, and has none beyond hot condensers', () => {
    expect(cop(3, 30)).toBeCloseTo(published(5, 30), 9);
    expect(cop(6, 10)).toBeCloseTo(published(6, 24), 9);
    // The curve turns at (0.0582 + 0.001215 y) / (2 x 0.0045): 9.7 C at 24, 10.5 C at 30.
    const turn = (0.058199196 + 0.001214733 * 24) / (2 * 0.00449937);
    expect(cop(9.9, 24)).toBeCloseTo(published(turn, 24), 9);
    expect(cop(14, 30, 0.1)).toBeCloseTo(published(10, 30), 9);
    expect(cop(6, 35.1)).toBeCloseTo((0.2 * (3 + 273.15)) / (35.1 + 8 - 3), 9);
  });

  it('is the better of curve and Carnot, against 8 K at least', () => {
    expect(cop(20, 24, 0.7)).toBeCloseTo((0.7 * (17 + 273.15)) / (32 - 17), 9);
    expect(cop(30, 15, 0.5)).toBeCloseTo((0.5 * (27 + 273.15)) / 8, 9);
    expect(chillerCop({ supplyC: 20, evaporatorApproachK: 3, sinkC: 30, sink: 'air',
      carnot: 0.5 })).toBeCloseTo((0.5 * 290.15) / (45 - 17), 9);
  });
});

describe('heat outdoors at its edges', () => {
  it('finds water at wet bulb and two approaches, or dry bulb and one', () => {
    const weather = { dryBulbC: 20, wetBulbC: 15 };
    expect(availableWaterC({ ...design, rejection: 'tower' }, weather)).toBe(15 + 4.75 + 3);
    expect(availableWaterC(design, weather)).toBe(28);
    // Pads at 0.6 take 3 K of the 5 K between both bulbs.
    expect(availableWaterC({ ...design, adiabaticEffectiveness: 0.6 }, weather))
      .toBeCloseTo(25, 12);
  });

  it('is free in the share that lies above what there is', () => {
    expect([[30, 10, 30], [30, 10, 40], [30, 10, 41], [30, 10, 20], [30, 10, 37]].map(
      ([supply = 0, delta = 0, at = 0]) => economiserShare(supply, delta, at)))
      .toEqual([1, 0, 0, 1, 0.3]);
    expect([outdoorShare(24, 16, 24), outdoorShare(24, 16, 30), outdoorShare(24, 16, -8)])
      .toEqual([1, 1, 1 / 3]);
  });

  it('keeps the condenser of a tower at its own water, of a dry cooler at the air', () => {
    const tower = rejectHeat({ ...design, rejection: 'tower', waterCondenserK: 6 }, 10, 5,
      { dryBulbC: 40, wetBulbC: 20 });
    expect(tower.chillerKw).toBeCloseTo(1 / Math.max((0.5 * (7 + 273.15)) / (30.75 - 7),
      1 / tower.chillerKw), 12);
    const dry = rejectHeat({ ...design, airCondenserK: 10 }, 20, 5, { dryBulbC: 40,
      wetBulbC: 20 });
    expect(dry.chillerKw).toBeCloseTo((50 - 17) / (0.5 * (17 + 273.15)), 12);
  });

  it('runs fans slower the further the return water is above the air', () => {
    const speed = (dryBulbC: number): number =>
      rejectHeat(design, 30, 10, { dryBulbC, wetBulbC: dryBulbC - 2 }).fanSpeed;
    expect([speed(30), speed(22)]).toEqual([1, 1]);
    expect(speed(4)).toBeCloseTo(18 / 36, 12);
    expect(rejectHeat({ ...design, rejection: 'tower' }, 30, 10, { dryBulbC: 20,
      wetBulbC: 10 }).fanSpeed).toBeCloseTo(17.75 / 30, 12);
  });

  it('takes air 1.5 K warmer and no moister than 21 C, unless the design says otherwise', () => {
    const at = (more: Partial<CoolingDesign>, dryBulbC: number, wetBulbC = 5) =>
      rejectToAir({ ...design, ...more }, { dryBulbC, wetBulbC }, 101.325);
    expect(at({}, 24 - 1.5).chillerKw).toBeCloseTo(0, 12);
    expect(at({}, 24).freeShare).toBeCloseTo(1 - 1.5 / 16.65, 9);
    expect(at({ airSideApproachK: 3 }, 24).freeShare).toBeCloseTo(1 - 3 / 16.65, 9);
    expect(at({ airDeltaK: 10 }, 24).freeShare).toBeCloseTo(0.85, 9);
    // Saturated at 20.9 C lies below the limit, at 21.1 C above it; both are cold enough.
    expect(at({}, 20.9, 20.9).chillerKw).toBe(0);
    expect(at({}, 21.1, 21.1).chillerKw).toBeGreaterThan(0);
    // The water of the coil is 8 K colder than its air, or as designed: evaporator at 13 C.
    expect(at({}, 60, 20).chillerKw).toBeCloseTo((75 - 13) / (0.5 * (13 + 273.15)), 9);
    expect(at({ coilApproachK: 2 }, 60, 20).chillerKw)
      .toBeCloseTo((75 - 19) / (0.5 * (19 + 273.15)), 9);
  });

  it('counts the water of its pads to what has to be condensed', () => {
    // 30 C and 20 C wet bulb carry water of 15 C dew point; 7 K of evaporation add to it.
    const wet = { ...design, adiabaticEffectiveness: 0.7, dewPointLimitC: 15 };
    const loop = rejectToAir(wet, { dryBulbC: 30, wetBulbC: 20 }, 101.325);
    const latent = -0.0013 * 20 * 20 - 2.3097 * 20 + 2500.5;
    const carried = humidityRatio(30, 20, 101.325) + (7 * 1.006) / latent;
    const surplus = carried - humidityAtDewPoint(15, 101.325);
    const free = Math.min(1, (24 + 16.65 - 24.5) / 16.65);
    expect(loop.fanSpeed).toBeCloseTo(1 - free + (surplus * latent) / (1.006 * 16.65), 9);
  });

  it('cools air by evaporation as far as wanted, at the water that takes', () => {
    // 30 C with 16 C wet bulb: pads at 0.5 could take 7 K, 24 C supply wants 22.5 C: 7 of 7.5 K.
    const loop = rejectToAir({ ...design, adiabaticEffectiveness: 0.5 }, { dryBulbC: 30,
      wetBulbC: 16 }, 101.325);
    expect(loop.freeShare).toBeCloseTo(1 - 0.5 / 16.65, 9);
    const latent = -0.0013 * 16 * 16 - 2.3097 * 16 + 2500.5;
    expect(loop.evaporatedKgPerKwh).toBeCloseTo(((7 * 1.006) / latent) * 3600
      / (1.006 * 16.65), 9);
    // 26 C could fall 5 K there; 3.5 K are wanted.
    const less = rejectToAir({ ...design, adiabaticEffectiveness: 0.5 }, { dryBulbC: 26,
      wetBulbC: 16 }, 101.325);
    expect(less.evaporatedKgPerKwh).toBeCloseTo(((3.5 * 1.006) / latent) * 3600
      / (1.006 * 16.65), 9);
  });
});

describe('water and flows at their edges', () => {
  it('have a basin kept from freezing, and cycles above one', () => {
    expect(towerWater(1000, -10, 5, 0).evaporatedM3PerHour)
      .toBeCloseTo(((1000 / 2500.5) * 3600) / 997, 12);
    expect(towerWater(1000, 0, 5, 1)).toMatchObject({ blowdownM3PerHour: 0 });
    for (const bad of [1, 0, Number.NaN])
      expect(() => towerWater(1, 0, bad, 0)).toThrow(RangeError);
    expect(() => coolantFlow('water', 0)).toThrow(RangeError);
    expect(coolantFlow('water', 10)).toBeCloseTo(60_000 / (997 * 4.18 * 10), 12);
  });

  it('are pressure over efficiency, density, heat and rise', () => {
    expect(fanShareOf(1000, 0.5, 10)).toBeCloseTo(1 / (0.5 * 1.2 * 1.006 * 10), 12);
    expect(pumpShareOf(100, 0.5, 10)).toBeCloseTo(100 / (0.5 * 997 * 4.186 * 10), 12);
    expect(rackFlow({ kw: 100, liquidFraction: 0.5, coolant: 'water', deltaK: 10 }))
      .toBeCloseTo(50 * coolantFlow('water', 10), 12);
    for (const bad of [0, -1, Infinity]) {
      expect(() => fanShareOf(1, bad, 1)).toThrow(RangeError);
      expect(() => pumpShareOf(1, 1, bad)).toThrow(RangeError);
    }
  });

  it('want units for heat and for flow, with spares or twice', () => {
    const units = (more = {}) => sizeCdus({ liquidKw: 1000, flowLpm: 900, unitKw: 500,
      unitLpm: 300, spares: 1, ...more });
    expect(units()).toEqual({ needed: 3, installed: 4, boundBy: 'flow', load: 0.5,
      loadOneLost: 1000 / 1500 });
    expect(units({ unitLpm: null })).toEqual({ needed: 2, installed: 3, boundBy: 'heat',
      load: 2 / 3, loadOneLost: 1 });
    expect(units({ unitLpm: 450 })).toMatchObject({ needed: 2, boundBy: 'heat' });
    expect(units({ doubled: true, spares: 0 })).toMatchObject({ installed: 6, load: 1 / 3,
      loadOneLost: 2 / 3 });
    expect(units({ liquidKw: 500, unitLpm: null, spares: 0 })).toMatchObject({ installed: 1,
      load: 1, loadOneLost: Infinity });
    for (const bad of [{ spares: -1 }, { spares: 0.5 }, { unitKw: 0 }, { unitLpm: 0 }])
      expect(() => units(bad)).toThrow(RangeError);
  });

  it('are averaged by hours', () => {
    const [a, b] = [balanceAt(params(), cold, 1000, 1000), balanceAt(params(), cold, 500, 1000)];
    const parts = [{ hours: 3, balance: a }, { hours: 1, balance: b }];
    expect(meanOf(parts, ({ itKw }) => itKw)).toBe(875);
    expect(meanBalance(parts)).toMatchObject({ itKw: 875,
      facilityKw: expect.closeTo((3 * a.facilityKw + b.facilityKw) / 4, 9) as number,
      heatByPath: { liquidKw: expect.closeTo(
        (3 * a.heatByPath.liquidKw + b.heatByPath.liquidKw) / 4, 9) as number } });
  });
});

describe('a site at its edges', () => {
  const [site] = sites;
  if (site === undefined) throw new Error('no site');

  it('has a design hour as stated, or that of its hottest bin', () => {
    const { designDryBulbC: _dry, designWetBulbC: _wet, ...bare } = site;
    const hottest = site.bins.filter((bin) => bin.dryBulbHours > 0).at(-1);
    expect(designWeatherOf(bare)).toEqual({ dryBulbC: hottest?.meanDryBulbC,
      wetBulbC: hottest?.meanWetBulbC });
    expect(designWeatherOf({ ...bare, bins: [] })).toBeNull();
  });

  it('is compared with the plan’s chain, the design’s terminal and its own air and grid', () => {
    const base = siteParams(site);
    const cells = compareDesigns(base, [site, { ...site, id: 'bare', bins: [] }],
      usualDesigns.slice(0, 2));
    expect(cells.map(({ siteId, designId }) => [siteId, designId])).toEqual([
      [site.id, 'air-side'], [site.id, 'water-side'], ['bare', 'air-side'],
      ['bare', 'water-side']]);
    const own = evaluateFacility({ ...base, liquidFraction: 0,
      cooling: { ...base.cooling, rejection: 'tower', terminal: 'direct-to-chip' },
      designWeather: designWeatherOf(site) ?? cold, elevationM: site.elevationM,
      carbonGPerKwh: site.carbonGPerKwh?.value ?? null }, 1000);
    expect(cells[1]).toEqual({ siteId: site.id, designId: 'water-side',
      pueAnnual: own?.pueAnnual, puePeak: own?.puePeak, wueLPerKwh: own?.wueLPerKwh,
      cueKgPerKwh: own?.cueKgPerKwh, chillerHours: own?.chillerHours });
    expect(cells[2]).toMatchObject({ pueAnnual: null, chillerHours: null });
  });

  it('peaks as its design hour does, whatever its size', () => {
    const one = params();
    expect(peakPue(one)).toBeCloseTo(balanceAt(one, one.designWeather, 5000, 5000).facilityKw
      / 5000, 9);
  });

  it('counts hours of a chiller that does more than a thousandth of the load', () => {
    const hourly = (dryBulbC: number) => evaluateFacility(params({}, { hours: [
      { month: 1, hour: 0, dryBulbC, wetBulbC: 10 },
      { month: 1, hour: 1, dryBulbC: 60, wetBulbC: 10 }] }), 1000);
    // Two hours stand for a year: one always chilled, the other at 0 C never.
    expect(hourly(0)?.chillerHours).toBeCloseTo(4380, 9);
    expect(hourly(60)?.chillerHours).toBeCloseTo(8760, 9);
    const months = hourly(0)?.partLoad.byMonth;
    expect(months?.facilityKw).toHaveLength(12);
    const [january, february] = months?.facilityKw ?? [];
    expect(january?.[8]).toBeCloseTo(hourly(0)?.mean.facilityKw ?? 0, 6);
    expect(february).toHaveLength(9);
    // A month has its own hours, one without any those of the year.
    const tower = params({ rejection: 'tower' }, { hours: [
      { month: 1, hour: 0, dryBulbC: 1, wetBulbC: 1 },
      { month: 2, hour: 0, dryBulbC: 31, wetBulbC: 21 }] });
    const [cool, warm] = [1, 21].map((wetBulbC) =>
      balanceAt(tower, { dryBulbC: wetBulbC, wetBulbC }, 1000, 1000));
    const { byMonth, waterM3PerHour } = evaluateFacility(tower, 1000)?.partLoad ?? {};
    expect(byMonth?.facilityKw[0]?.[8]).toBeCloseTo(cool?.facilityKw ?? 0, 6);
    expect(byMonth?.facilityKw[1]?.[8]).toBeCloseTo(warm?.facilityKw ?? 0, 6);
    expect(byMonth?.waterM3PerHour[1]?.[8]).toBeCloseTo(warm?.waterM3PerHour ?? 0, 9);
    const water = ((cool?.waterM3PerHour ?? 0) + (warm?.waterM3PerHour ?? 0)) / 2;
    expect(waterM3PerHour?.[8]).toBeCloseTo(water, 9);
    expect(byMonth?.waterM3PerHour[2]?.[8]).toBeCloseTo(water, 9);
  });

  it('has units of ratings above nothing, five minutes of battery unless told', () => {
    const full = sizePlant(params(), balanceAt(params(), cold, 1200, 1200));
    expect(full.batteryKwh).toBeCloseTo((1200 * 1.01) / 12, 9);
    const peak = balanceAt(params(), cold, 1000, 1000);
    for (const name of ['blockKw', 'cduKw', 'airHandlerKw', 'generatorKw',
      'generatorLimit'] as const)
      expect(() => sizePlant(params(), peak, { ...usualUnits, [name]: 0 }))
        .toThrow(`${name} is 0`);
    expect(sizePlant(params(), peak, { ...usualUnits, blockKw: 1e9 }).upsBlocks).toBe(4);
  });
});
