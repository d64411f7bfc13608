import { describe, expect, it } from 'vitest';
import type { ClimateBin } from '../../../../shared/catalog/types.ts';
import { balanceAt } from '../../../../shared/facility/cooling/balance.ts';
import { evaluateBins, weatherBins } from '../../../../shared/facility/site/climate.ts';
import { binHours, wetBulbDeviation } from '../../../../shared/facility/weather/bins.ts';
import { evaluateFacility } from '../../../../shared/facility/site/evaluate.ts';
import {
  balanceHours, mapHours, summariseMonths,
} from '../../../../shared/facility/site/hours.ts';
import { sizePlant, usualUnits } from '../../../../shared/facility/site/plant.ts';
import type { FacilityParams, WeatherHour } from '../../../../shared/facility/types.ts';
import { chain, design } from '../sample.ts';

const params: FacilityParams = { power: { ...chain, redundancy: 'n+1', blocks: 2,
  distributionLoss: 0.02 },
  cooling: { ...design, rejection: 'tower' }, liquidFraction: 0.8, bins: [],
  designWeather: { dryBulbC: 35, wetBulbC: 24 }, carbonGPerKwh: 400 };
const warm = { dryBulbC: 35, wetBulbC: 24 };
const mild = { dryBulbC: 5, wetBulbC: 3 };
const at = (weather: typeof warm, itKw = 1000) => balanceAt(params, weather, itKw, 1000);

describe('months and hours', () => {
  const hours: readonly WeatherHour[] = [
    { ...warm, month: 7, hour: 13 }, { ...mild, month: 7, hour: 3 }, { ...warm, month: 12,
      hour: 23 },
    { ...mild, month: 12, hour: 23 }, { ...mild, month: 1, hour: 0 }];
  const [hot, cool] = [at(warm), at(mild)];

  it('are mapped under their own month and hour, in order', () => {
    const map = mapHours(params, hours, 1000);
    expect(map.map(({ month, hour }) => [month, hour])).toEqual([[1, 0], [7, 3], [7, 13],
      [12, 23]]);
    expect(map[2]?.meanFacilityKw).toBeCloseTo(hot.facilityKw, 9);
    expect(map[3]?.meanFacilityKw).toBeCloseTo((hot.facilityKw + cool.facilityKw) / 2, 9);
    expect(map[3]?.pue).toBeCloseTo((hot.facilityKw + cool.facilityKw) / 2000, 12);
    expect(map[3]?.wueLPerKwh).toBeCloseTo((hot.waterM3PerHour + cool.waterM3PerHour) / 2, 12);
  });

  it('are summed by month, with the mean, the peak and the water', () => {
    const months = summariseMonths(hours, balanceHours(params, hours, 1000, 1000));
    expect(months.map(({ month, hours: count }) => [month, count])).toEqual([[1, 1], [7, 2],
      [12, 2]]);
    expect(months[1]?.peakFacilityKw).toBeCloseTo(hot.facilityKw, 9);
    expect(months[1]?.meanFacilityKw).toBeCloseTo((hot.facilityKw + cool.facilityKw) / 2, 9);
    expect(months[1]?.pue).toBeCloseTo((hot.facilityKw + cool.facilityKw) / 2000, 12);
    expect(months[0]?.wueLPerKwh).toBeCloseTo(cool.waterM3PerHour, 12);
    expect(() => summariseMonths([{ ...warm, month: 13, hour: 0 }], [hot])).toThrow('month 13');
  });
});

describe('the plant', () => {
  // 1,000 kW of IT, of which 800 in liquid, in the design hour.
  const peak = at(warm);
  const plant = sizePlant(params, peak,
    { ...usualUnits, blockKw: 600, cduKw: 300, airHandlerKw: 50,
      generatorKw: 500, generatorLimit: 0.8, batteryMinutes: 6, coolant: 'water' });

  it('rejects the heat of liquid, air and compressors together', () => {
    const { liquidKw, airKw, compressorKw } = peak.heatByPath;
    expect(compressorKw).toBeGreaterThan(0);
    expect(plant.rejectionKw).toBeCloseTo(liquidKw + airKw + compressorKw, 9);
    expect(plant.rejectionKw)
      .toBeCloseTo(peak.heatKw - peak.rejectionFansKw - peak.transformerKw,
        6);
    expect(plant.chillerKw).toBe(compressorKw);
  });

  it('carries what passes the UPS: 1,020 kW on blocks of 600 and one more, six minutes of battery',
    () => {
    expect(plant).toMatchObject({ upsBlocks: 3, transformers: 3 });
    expect(plant.upsKw).toBeCloseTo(1020 / (2 / 3), 9);
    expect(plant.batteryKwh).toBeCloseTo(102, 9);
  });

  it('has a unit to spare of everything', () => {
    const { liquidKw, airKw } = peak.heatByPath;
    expect(plant.cdus).toBe(Math.ceil(liquidKw / 300) + 1);
    expect(plant.airHandlers).toBe(Math.ceil(airKw / 50) + 1);
    expect(plant.generators).toBe(Math.ceil(peak.facilityKw / 400) + 1);
    expect(plant.generatorLoad)
      .toBeCloseTo(peak.facilityKw / (500 * (plant.generators - 1)), 9);
    expect(plant.coolantLPerMin).toBeCloseTo((liquidKw * 60_000) / (997 * 4.18 * 10), 6);
    const dry = { ...peak, heatByPath: { ...peak.heatByPath, airKw: 0 } };
    expect(sizePlant(params, dry).airHandlers).toBe(0);
  });
});

describe('bins', () => {
  const bins: readonly ClimateBin[] = [
    { lowC: 2, highC: 4, dryBulbHours: 0, wetBulbHours: 3000, meanDryBulbC: null,
      meanWetBulbC: null },
    { lowC: 4, highC: 6, dryBulbHours: 6000, wetBulbHours: 3000, meanDryBulbC: 5,
      meanWetBulbC: 3 },
    { lowC: 34, highC: 36, dryBulbHours: 2000, wetBulbHours: 0, meanDryBulbC: 35,
      meanWetBulbC: 24 },
  ];

  it('of a dry plant are those of the dry bulb, of a tower those of the wet bulb', () => {
    expect(weatherBins(bins, 'dry')).toEqual([
      { lowC: 4, highC: 6, axis: 'dry-bulb', hours: 6000,
        weather: { dryBulbC: 5, wetBulbC: 3 } },
      { lowC: 34, highC: 36, axis: 'dry-bulb', hours: 2000,
        weather: { dryBulbC: 35, wetBulbC: 24 } }]);
    expect(weatherBins(bins, 'tower')).toEqual([
      { lowC: 2, highC: 4, axis: 'wet-bulb', hours: 3000,
        weather: { dryBulbC: 3, wetBulbC: 3 } },
      { lowC: 4, highC: 6, axis: 'wet-bulb', hours: 3000,
        weather: { dryBulbC: 5, wetBulbC: 5 } }]);
    expect(weatherBins(bins.map((bin) => ({ ...bin, wetBulbHours: 0 })), 'tower'))
      .toHaveLength(2);
  });

  it('hold hours by their floor, scaled to a year, with means', () => {
    const sorted = binHours([{ dryBulbC: -0.5, wetBulbC: -3 }, { dryBulbC: 0, wetBulbC: -1 },
      { dryBulbC: 1, wetBulbC: 0.5 }, { dryBulbC: 3.9, wetBulbC: 1 }]);
    expect(sorted).toEqual([
      { lowC: -4, highC: -2, dryBulbHours: 0, wetBulbHours: 2190, meanDryBulbC: null,
        meanWetBulbC: null },
      { lowC: -2, highC: 0, dryBulbHours: 2190, wetBulbHours: 2190, meanDryBulbC: -0.5,
        meanWetBulbC: -3 },
      { lowC: 0, highC: 2, dryBulbHours: 4380, wetBulbHours: 4380, meanDryBulbC: 0.5,
        meanWetBulbC: -0.25 },
      { lowC: 2, highC: 4, dryBulbHours: 2190, wetBulbHours: 0, meanDryBulbC: 3.9,
        meanWetBulbC: 1 }]);
    expect(binHours([])).toEqual([]);
  });

  it('leave the wet bulb the variance that its means do not explain', () => {
    // 3 C and 5 C by half: variance 1. Means 3 C for 6,000 h and 24 C for 2,000 explain
    // more than all of it.
    expect(wetBulbDeviation(bins)).toBe(0);
    const two = binHours([{ dryBulbC: 21, wetBulbC: 9 }, { dryBulbC: 21, wetBulbC: 13 }]);
    expect(wetBulbDeviation(two)).toBeCloseTo(2, 12);
    expect(wetBulbDeviation([])).toBe(0);
  });

  it('make a year weighted by their hours', () => {
    const dry = { ...params, cooling: { ...design, rejection: 'dry' as const }, bins };
    const [cool, hot] = [balanceAt(dry, mild, 1000, 1000), balanceAt(dry, warm, 1000, 1000)];
    const year = evaluateFacility(dry, 1000);
    const mean = (a: number, b: number): number => 0.75 * a + 0.25 * b;
    expect(year?.pueAnnual).toBeCloseTo(mean(cool.facilityKw, hot.facilityKw) / 1000, 12);
    expect(year?.puePeak).toBeCloseTo(hot.facilityKw / 1000, 12);
    expect(year?.cueKgPerKwh)
      .toBeCloseTo((mean(cool.facilityKw, hot.facilityKw) / 1000) * 0.4, 12);
    expect(year?.chillerHours).toBeCloseTo(0.25 * 8760, 9);
    const part = (b: typeof cool): number =>
      b.airFansKw + b.pumpsKw + b.chillerKw + b.rejectionFansKw;
    expect(year?.coolingPpue).toBeCloseTo(1 + mean(part(cool), part(hot)) / 1000, 12);
    expect(evaluateBins(dry, 500, 1000)[1]?.pue).toBeCloseTo(balanceAt(dry, warm, 500,
      1000).facilityKw / 500, 12);
    expect(year?.partLoad.itKw).toEqual([0, 100, 200, 300, 400, 550, 700, 850, 1000]);
    expect(year?.partLoad.facilityKw[5]).toBeCloseTo(
      mean(balanceAt(dry, mild, 550, 1000).facilityKw,
        balanceAt(dry, warm, 550, 1000).facilityKw), 9);
    const wet = evaluateFacility({ ...params, bins }, 1000);
    expect(wet?.wueLPerKwh).toBeCloseTo((balanceAt(params, { dryBulbC: 3, wetBulbC: 3 }, 1000,
      1000).waterM3PerHour
      + balanceAt(params, { dryBulbC: 5, wetBulbC: 5 }, 1000, 1000).waterM3PerHour) / 2, 12);
  });

  it('of air plants stand for the moist and the dry hours of their dry bulb too', () => {
    // Wet bulbs of 9 C and 13 C by half: five parts of a normal distribution with deviation 2 K
    // about 11 C.
    const two = binHours([{ dryBulbC: 21, wetBulbC: 9 }, { dryBulbC: 21, wetBulbC: 13 }]);
    const airy = { ...params,
      cooling: { ...design, rejection: 'air' as const, dewPointLeastC: 12 },
      bins: two };
    const [bin] = evaluateBins(airy, 1000, 1000);
    const parts = [-1.478, -0.562, 0, 0.562, 1.478].map((z) =>
      balanceAt(airy, { dryBulbC: 21, wetBulbC: 11 + 2 * z }, 1000, 1000).waterM3PerHour);
    expect(bin?.balance.waterM3PerHour).toBeCloseTo(parts.reduce((a, b) => a + b) / 5, 9);
  });
});
