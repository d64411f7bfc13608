import { describe, expect, it } from 'vitest';
import {
  pricePlant, ratePlant, type PlantPartKey, type PlantPrices,
} from '../../../../shared/facility/site/plant-parts.ts';
import { dollarPerKw as prices, plantSize as size } from '../plant-sample.ts';

const rating = (key: PlantPartKey, of = size): number =>
  ratePlant(of).find((part) => part.key === key)?.ratingKw ?? Number.NaN;

describe('ratings of the plant', () => {
  it('follow from what is built', () => {
    expect(rating('ups')).toBe(6000);
    // A transformer for each block, and as much for what passes none.
    expect(rating('transformer')).toBe(7000);
    expect(rating('mvSwitchgear')).toBe(7000);
    // 4,000 kW over each of two ways, at four fifths of their rating.
    expect(rating('busway')).toBe(10_000);
    expect(rating('busway', { ...size, paths: 1 })).toBe(5000);
    expect(rating('generator')).toBe(9000);
    expect(rating('staticSwitch')).toBe(0);
    expect(rating('staticSwitch', { ...size, hasStaticSwitch: true })).toBe(4000);
    // 4,000 kW of heat in three units of up to 1,500 kW, and one to spare.
    expect(rating('pump')).toBeCloseTo((4000 * 4) / 3, 9);
    expect(rating('pump', { ...size, coolingSpares: 0 })).toBeCloseTo(4000, 9);
  });

  it('need a unit of some size', () => {
    expect(() => ratePlant({ ...size, coolingUnitKw: 0 })).toThrow(RangeError);
  });
});

describe('prices of the plant', () => {
  const sum = (of: PlantPrices): number =>
    pricePlant(size, of).reduce((usd, part) => usd + part.usd, 0);

  it('add rating by rating', () => {
    const rated = ratePlant(size).reduce((kw, part) => kw + (part.ratingKw ?? 0), 0);
    expect(sum(prices)).toBeCloseTo(rated, 6);
  });

  it('install the equipment, save generators, which come installed', () => {
    const equipment = sum(prices) - rating('generator');
    expect(sum({ ...prices, installShare: 1 })).toBeCloseTo(sum(prices) + equipment, 6);
    expect(sum({ ...prices, installShare: 1, controlsShare: 0.1 }))
      .toBeCloseTo(sum(prices) + equipment * 0.1 + equipment * 1.1, 6);
  });

  it('fill the tanks for the hours asked for', () => {
    // 5,500 kW for 48 h at 0.29 L/kWh.
    expect(sum({ ...prices, fuelUsdPerL: 1 }) - sum(prices))
      .toBeCloseTo((5500 * 48) / (0.322 * 10.7), 6);
  });
});
