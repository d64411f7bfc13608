import { describe, expect, it } from 'vitest';
import { balanceAt } from '../../../../shared/facility/cooling/balance.ts';
import { rejectHeat, rejectToAir } from '../../../../shared/facility/cooling/heat-rejection.ts';
import { chillerCop } from '../../../../shared/facility/cooling/chiller.ts';
import { circulationM3PerHour, coolantFlow,
  padWater } from '../../../../shared/facility/cooling/water.ts';
import { humidityAtDewPoint,
  humidityRatio } from '../../../../shared/facility/weather/psychrometrics.ts';
import type { CoolingDesign, FacilityParams } from '../../../../shared/facility/types.ts';

/** A plant of round numbers, loaded with 1,000 kW of which 800 are in liquid. */
const cooling: CoolingDesign = {
  rejection: 'dry', liquidSupplyC: 30, airSupplyC: 24, liquidDeltaK: 10, dryApproachK: 8,
  towerApproachK: 5, exchangerApproachK: 3, chillerCarnot: 0.5, fanShare: 0.05,
  pumpShare: 0.01, rejectionFanShare: 0.02, cyclesOfConcentration: 5,
  windageShare: 0.0005, coilApproachK: 8,
};
const plant = (over: Partial<CoolingDesign> = {}): FacilityParams => ({
  power: { redundancy: 'n', blocks: 1, transformerEfficiency: 0.99, distributionLoss: 0.01,
    otherLoad: 0.002,
    upsLoss: { a: 0.01, b: 0.02, c: 0.03 } },
  cooling: { ...cooling, ...over }, liquidFraction: 0.8, bins: [],
  designWeather: { dryBulbC: 35,
    wetBulbC: 24 },
});
const cold = { dryBulbC: 0, wetBulbC: -1 };
const hot = { dryBulbC: 35, wetBulbC: 24 };

/** Chain at 1,000 kW: 10 + 1,010 x 0.06 + what the transformer loses of 1,070.6. */
const ups = 60.6;
const transformer = 1070.6 * (1 / 0.99 - 1);
const handler = 200 + 10 + ups + 2;
const fans = 0.05 * handler;
const airPumps = 0.01 * (handler + fans);
const air = (handler + fans) * 1.01;
const liquid = 808;

describe('full load in the cold', () => {
  const balance = balanceAt(plant(), cold, 1000, 1000);

  it('loses in the chain what its curves say', () => {
    expect(balance).toMatchObject({ distributionKw: 10, otherKw: 2, chillerKw: 0 });
    expect(balance.upsKw).toBeCloseTo(ups, 9);
    expect(balance.transformerKw).toBeCloseTo(transformer, 9);
  });

  it('runs the fans and pumps of air and liquid at their shares', () => {
    expect(balance.airFansKw).toBeCloseTo(fans, 9);
    expect(balance.pumpsKw).toBeCloseTo(8 + airPumps, 9);
  });

  it('turns the outdoor fans as slowly as the cold allows, by the cube', () => {
    // Return water is 40 K and 23.5 K above the air, where 18 K and 15.5 K would do.
    const outdoor = 0.02 * (liquid * (18 / 40) ** 3 + air * (15.5 / 23.5) ** 3);
    expect(balance.rejectionFansKw).toBeCloseTo(outdoor, 9);
    expect(balance.facilityKw)
      .toBeCloseTo(1000 + 10 + ups + transformer + 2 + fans + 8 + airPumps + outdoor, 9);
  });

  it('parts the heat by the way it leaves', () => {
    expect(balance.heatByPath).toMatchObject({ compressorKw: 0 });
    expect(balance.heatByPath.liquidKw).toBeCloseTo(liquid, 9);
    expect(balance.heatByPath.airKw).toBeCloseTo(air, 9);
    expect(balance.heatByPath.transformerKw).toBeCloseTo(transformer, 9);
  });
});

describe('full load in the heat', () => {
  // Nothing is free: 30 C and 16 C water want compressors against 50 C.
  const balance = balanceAt(plant(), hot, 1000, 1000);
  const liquidCop = (0.5 * (27 + 273.15)) / (50 - 27);
  const airCop = (0.5 * (13 + 273.15)) / (50 - 13);

  it('chills both loops at their own temperatures', () => {
    expect(balance.chillerKw).toBeCloseTo(liquid / liquidCop + air / airCop, 9);
    expect(balance.heatByPath.compressorKw).toBeCloseTo(balance.chillerKw, 9);
  });

  it('rejects the heat of the compressors too, fans at full speed', () => {
    expect(balance.rejectionFansKw)
      .toBeCloseTo(0.02 * (liquid * (1 + 1 / liquidCop) + air * (1 + 1 / airCop)), 9);
  });
});

describe('half load', () => {
  const balance = balanceAt(plant(), cold, 500, 1000);
  const halfUps = 1010 * (0.01 + 0.02 * 0.5 + 0.03 * 0.25);
  const halfHandler = 100 + 5 + halfUps + 2;

  it('keeps the no-load losses and slows fans by the cube of the heat', () => {
    expect(balance.upsKw).toBeCloseTo(halfUps, 9);
    expect(balance.airFansKw).toBeCloseTo(fans * (halfHandler / handler) ** 3, 9);
    expect(balance.otherKw).toBeCloseTo(2, 12);
  });

  it('slows pumps by the cube of their loop, and outdoor fans by share and speed', () => {
    const heat = halfHandler + balance.airFansKw;
    const pumps = airPumps * (heat / (handler + fans)) ** 3;
    expect(balance.pumpsKw).toBeCloseTo(8 / 8 + pumps, 9);
    const liquidShare = (400 + 1) / liquid;
    const airShare = (heat + pumps) / air;
    expect(balance.rejectionFansKw).toBeCloseTo(0.02 * (liquid * Math.max(0.3,
      (18 / 40) * liquidShare) ** 3
      + air * ((15.5 / 23.5) * airShare) ** 3), 9);
  });
});

describe('other ways to carry heat', () => {
  it('immersion puts all of the racks in liquid, rear doors what air would take', () => {
    const immersed = balanceAt(plant({ terminal: 'immersion' }), cold, 1000, 1000);
    expect(immersed.heatByPath.liquidKw).toBeCloseTo(1010, 9);
    expect(immersed.airFansKw).toBeCloseTo(0.05 * (handler - 200), 9);
    const doors = balanceAt(plant({ terminal: 'rear-door' }), cold, 1000, 1000);
    expect(doors.airFansKw).toBeCloseTo(0.05 * (handler - 200) + 0.01 * 200, 9);
    const quiet = balanceAt(plant({ terminal: 'rear-door', rearDoorFanShare: 0.03 }), cold,
      1000,
      1000);
    expect(quiet.airFansKw - doors.airFansKw).toBeCloseTo(0.02 * 200, 9);
  });

  it('rear doors want water 6 K below the air they supply, or as designed', () => {
    // At 15 C outside 8 K of approach leave 23 C; the door wants 18 C and gives 25.5 C back: a
    // third is free.
    const chilled = (approach: number | undefined) => balanceAt(
      plant({ terminal: 'rear-door',
        ...(approach === undefined ? {} : { rearDoorApproachK: approach }) }),
      { dryBulbC: 15, wetBulbC: 12 }, 1000, 1000).chillerKw;
    const loop = handler + 0.05 * (handler - 200) + 2;
    const cop = (0.5 * (15 + 273.15)) / (30 - 15);
    expect(chilled(undefined)).toBeCloseTo((loop * 1.01 * (1 - 2.5 / 7.5)) / cop, 9);
    expect(chilled(0)).toBe(0);
  });

  it('one chiller plant serves both loops at the colder temperature', () => {
    const balance = balanceAt(plant({ rejection: 'chiller' }), hot, 1000, 1000);
    const cop = (0.5 * (13 + 273.15)) / (50 - 13);
    expect(balance.chillerKw).toBeCloseTo((liquid + air) / cop, 9);
  });

  it('a tower evaporates the heat it takes, bleeds a quarter of that, and pumps at its share',
    () => {
    const balance = balanceAt(plant({ rejection: 'tower', towerPumpShare: 0.02 }), cold, 1000,
      1000);
    const towerPumps = 0.02 * (liquid + air);
    expect(balance.pumpsKw).toBeCloseTo(8 + airPumps + towerPumps, 9);
    const heat = liquid + air + towerPumps;
    expect(balance.evaporatedM3PerHour).toBeCloseTo((heat / 2500.5) * 3600 / 997, 9);
    expect(balance.windageM3PerHour)
      .toBeCloseTo(0.0005 * ((heat / (4.186 * 5)) * 3600) / 997, 9);
    expect(balance.blowdownM3PerHour)
      .toBeCloseTo(balance.evaporatedM3PerHour / 4 - balance.windageM3PerHour, 9);
    const usual = balanceAt(plant({ rejection: 'tower' }), cold, 1000, 1000);
    expect(usual.pumpsKw).toBeCloseTo(8 + airPumps + 0.0142 * (liquid + air), 9);
  });

  it('outdoor air needs no water pumps as far as it is free', () => {
    const balance = balanceAt(plant({ rejection: 'air' }), cold, 1000, 1000);
    expect(balance.pumpsKw).toBeCloseTo(8, 9);
  });
});

describe('a water loop outdoors', () => {
  it('is free in part: at 25 C a dry cooler gives 33 C water where 30 to 40 C is wanted', () => {
    const loop = rejectHeat(cooling, 30, 10, { dryBulbC: 25, wetBulbC: 18 });
    expect(loop.freeShare).toBeCloseTo(0.7, 12);
    expect(loop.chillerKw).toBeCloseTo(0.3 / ((0.5 * 300.15) / 13), 9);
    expect(loop.fanSpeed).toBe(1);
    expect(loop.evaporatedKgPerKwh).toBe(0);
  });

  it('of a tower follows the wet bulb and its condenser water', () => {
    const loop = rejectHeat({ ...cooling, rejection: 'tower' }, 20, 10,
      { dryBulbC: 40, wetBulbC: 17 });
    // 17 + 5 + 3 = 25 C of 20 to 30 C; the condenser gets 22 C water, 30 C refrigerant;
    // evaporator 17 C.
    expect(loop.freeShare).toBeCloseTo(0.5, 12);
    expect(loop.chillerKw).toBeCloseTo(0.5 / ((0.5 * (17 + 273.15)) / (30 - 17)), 9);
  });

  it('pre-cools the air only as far as it is needed', () => {
    const wet = { ...cooling, adiabaticEffectiveness: 0.5 };
    // 25 C with 18 C wet bulb could fall 3.5 K; 30 C supply wants 22 C air: 3 K.
    const loop = rejectHeat(wet, 30, 10, { dryBulbC: 25, wetBulbC: 18 });
    expect(loop.freeShare).toBeCloseTo(1, 12);
    const latent = -0.0013 * 18 * 18 - 2.3097 * 18 + 2500.5;
    expect(loop.evaporatedKgPerKwh).toBeCloseTo((3 / 18) * (3600 / latent), 9);
    expect(rejectHeat(wet, 28, 10, { dryBulbC: 25,
      wetBulbC: 18 }).freeShare).toBeCloseTo((38 - 29.5) / 10, 12);
  });
});

describe('outdoor air in the hall', () => {
  it('is free at 10 C, needs a chiller in part at 30 C and closes in moist heat', () => {
    expect(rejectToAir(cooling, { dryBulbC: 10, wetBulbC: 5 },
      101.325)).toMatchObject({ freeShare: 1, chillerKw: 0,
      evaporatedKgPerKwh: 0, fanSpeed: 0 });
    // 24 C supply and 16.65 K rise: 40.65 C return. 30 C and 1.5 K of warming leave 9.15
    // of 16.65 K free.
    const part = rejectToAir(cooling, { dryBulbC: 30, wetBulbC: 15 }, 101.325);
    expect(part.freeShare).toBeCloseTo(9.15 / 16.65, 12);
    expect(part.fanSpeed).toBeCloseTo(7.5 / 16.65, 12);
    expect(part.chillerKw).toBeCloseTo((7.5 / 16.65) / ((0.5 * (13 + 273.15)) / (45 - 13)), 9);
    const moist = rejectToAir(cooling, { dryBulbC: 34, wetBulbC: 30 }, 101.325);
    expect(moist).toMatchObject({ freeShare: 0, fanSpeed: 1, evaporatedKgPerKwh: 0 });
    expect(moist.chillerKw).toBeCloseTo(1 / ((0.5 * (13 + 273.15)) / (49 - 13)), 9);
  });

  it('is dried above the dew point limit: what it carries more has to be condensed', () => {
    const weather = { dryBulbC: 20, wetBulbC: 18 };
    const surplus = humidityRatio(20, 18, 101.325) - humidityAtDewPoint(10, 101.325);
    const latent = -0.0013 * 18 * 18 - 2.3097 * 18 + 2500.5;
    const loop = rejectToAir({ ...cooling, dewPointLimitC: 10, airSideApproachK: 1.5 }, weather,
      101.325);
    expect(loop.fanSpeed).toBeCloseTo((surplus * latent) / (1.006 * 16.65), 9);
  });

  it('is humidified to the lowest dew point kept, in its fresh part', () => {
    const weather = { dryBulbC: 0, wetBulbC: -4 };
    const missing = humidityAtDewPoint(5, 101.325) - humidityRatio(0, -4, 101.325);
    const fresh = 16.65 / (40.65 - 1.5);
    const loop = rejectToAir({ ...cooling, dewPointLeastC: 5 }, weather, 101.325);
    expect(loop.evaporatedKgPerKwh).toBeCloseTo((missing * fresh * 3600) / (1.006 * 16.65), 9);
  });
});

describe('chillers', () => {
  const point = { supplyC: 20, evaporatorApproachK: 3, sinkC: 30, carnot: 0.5 };

  it('work between evaporator and condenser, each with its approach', () => {
    expect(chillerCop({ ...point, sink: 'air' })).toBeCloseTo((0.5 * 290.15) / (45 - 17), 12);
    expect(chillerCop({ ...point, sink: 'air',
      airCondenserK: 10 })).toBeCloseTo((0.5 * 290.15) / (40 - 17), 12);
    expect(chillerCop({ ...point, sink: 'water',
      waterCondenserK: 2 })).toBeCloseTo((0.5 * 290.15) / (32 - 17), 12);
    expect(chillerCop({ ...point, sinkC: 5, sink: 'air' })).toBeCloseTo((0.5 * 290.15) / 8, 12);
  });

  it('of cold water follow the published curve: 5.5 at 6.67 C and 29.4 C, within a tenth', () => {
    const cop = chillerCop({ supplyC: 6.67, evaporatorApproachK: 3, sinkC: 29.4, sink: 'water',
      carnot: 0.3 });
    expect(Math.abs(cop - 5.5)).toBeLessThan(0.1);
  });
});

describe('water', () => {
  it('of pads is bled by the cycles kept: at five a quarter of what evaporates', () => {
    expect(padWater(997, 5)).toEqual({ evaporatedM3PerHour: 1, blowdownM3PerHour: 0.25,
      windageM3PerHour: 0 });
  });

  it('carries heat by its rise', () => {
    // 4,186 kW at 10 K move 100 kg a second.
    expect(circulationM3PerHour(4186, 10)).toBeCloseTo((100 * 3600) / 997, 9);
    expect(coolantFlow('pg25', 10)).toBeCloseTo(60_000 / (1019 * 3.85 * 10), 12);
  });
});
