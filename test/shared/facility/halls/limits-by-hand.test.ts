import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import type { System } from '../../../../shared/catalog/types.ts';
import { devicesOfSystem, stackDevices,
  type RackDevice } from '../../../../shared/facility/halls/elevation.ts';
import { checkHalls, layOutHall, type Hall,
  type HallLimits } from '../../../../shared/facility/halls/hall.ts';
import { csvCell, exportRacks } from '../../../../shared/facility/halls/placement-csv.ts';
import { placeRacks } from '../../../../shared/facility/halls/placement.ts';
import type { ManualMove, RackSpec } from '../../../../shared/facility/halls/placement-types.ts';
import { busiestMonth, fitRacks,
  type RackRequest } from '../../../../shared/facility/halls/racks.ts';
import { supportRacks } from '../../../../shared/facility/halls/support-racks.ts';

const open: HallLimits = { powerKw: null, liquidKw: null, airKw: null, floorKgPerM2: null,
  rackHeightU: null, rackKw: null };
const rack: RackSpec = { key: 'main', kind: 'compute', racks: 4, kw: 100, liquidFraction: 0.8,
  weightKg: 720, heightU: 48 };

/** Two rows of three places; a rack stands on 0.72 m2. */
const hall = (limits: Partial<HallLimits> = {}, id = 'H1', feedKw = 1000): Hall => ({
  id, pitchM: 0.6, rackAreaM2: 0.72, limits: { ...open, ...limits },
  rows: ['R1', 'R2'].map((row, i) => ({ id: row, positions: 3,
    feeds: [`${row}-A`, `${row}-B`], yM: i * 3 })),
  feeds: ['R1-A', 'R1-B', 'R2-A', 'R2-B'].map((feed) => ({ id: feed, limitKw: feedKw })),
});
const place = (halls: readonly Hall[], specs: readonly RackSpec[] = [rack],
  moves: readonly ManualMove[] = []) => {
  const found = placeRacks(halls, specs, moves);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

describe('racks without a place', () => {
  // Each limit, what all racks left over would bring it to, and what the hall would need.
  it.each<[string, Partial<HallLimits>, number, number, string]>([
    ['power', { powerKw: 250 }, 250, 400, 'raise the power of hall H1 to 400 kW'],
    ['liquid', { liquidKw: 170 }, 170, 320, 'raise the liquid cooling of hall H1 to 320 kW'],
    ['air', { airKw: 45 }, 45, 80, 'raise the air cooling of hall H1 to 80 kW'],
    ['floor-load', { floorKgPerM2: 900 }, 900, 1000,
      'raise the floor load of hall H1 to 1,000 kg/m²'],
    ['rack-height', { rackHeightU: 42 }, 42, 48, 'raise the rack height of hall H1 to 48 U'],
    ['rack-power', { rackKw: 90 }, 90, 100, 'raise the power per rack of hall H1 to 100 kW'],
    ['rack-load', { rackKg: 700 }, 700, 720, 'raise the load per rack of hall H1 to 720 kg'],
  ])('for want of %s are named with limit, value and the change that helps',
    (code, limits, limit, value, change) => {
      const [found] = place([hall(limits)]).limits;
      expect(found).toMatchObject({ code, limit, where: 'rackGroup.main', broken: true });
      expect(found?.value).toBeCloseTo(value, 9);
      expect(found?.nearestFix).toContain(change);
    });

  it('for want of places are counted on top of those there are', () => {
    const { limits, unplaced } = place([hall()], [{ ...rack, racks: 8 }]);
    expect(unplaced).toEqual([{ key: 'main', racks: 2 }]);
    expect(limits).toMatchObject([{ code: 'positions', limit: 6, value: 8,
      nearestFix: 'Remove 2 racks, or add 2 positions.' }]);
    expect(place([hall()], [{ ...rack, racks: 7 }]).limits[0]?.nearestFix)
      .toBe('Remove 1 rack, or add 1 position.');
    expect(place([], [rack]).limits).toMatchObject([{ code: 'positions', limit: 0, value: 4 }]);
  });

  it('of several groups ask for one change that serves them together', () => {
    const other = { ...rack, key: 'side', racks: 3 };
    const { limits } = place([hall()], [{ ...rack, racks: 7 }, other]);
    expect(limits.map(({ nearestFix }) => nearestFix)).toEqual(['main', 'side'].map(() =>
      'Remove 4 racks of these groups together, or add 4 positions.'));
  });

  it('name the hall that refuses for the fewest reasons', () => {
    const halls = [hall({ powerKw: 50, rackKw: 50 }, 'H1'), hall({ airKw: 10 }, 'H2')];
    expect(place(halls).limits).toMatchObject([{ code: 'air', limit: 10 }]);
    expect(place(halls.toReversed()).limits).toMatchObject([{ code: 'air', limit: 10 }]);
    // One row full, the other without power on its feeds: the feeds are what binds.
    const [first] = hall().rows;
    const moved = [1, 2, 3].map((n) =>
      ({ rack: `main-00${n}`, hall: 'H1', row: 'R1', position: n }));
    expect(first?.positions).toBe(3);
    expect(place([hall({}, 'H1', 60)], [rack], moved).limits.map(({ code }) => code))
      .toContain('feed');
  });

  it('raise the hall that needs most, to a tenth of a unit', () => {
    const halls = [hall({ rackKw: 90 }, 'H1'), hall({ rackKw: 80 }, 'H2')];
    const heavy = { ...rack, racks: 8, kw: 100.04 };
    expect(place(halls, [heavy]).limits[0]?.nearestFix).toContain('hall H1 to 100.1 kW');
    const uneven = [hall({ liquidKw: 100 }, 'H1'), hall({ liquidKw: 300 }, 'H2')];
    // Six of eight stand in the first hall once nothing limits it: 480 kW.
    expect(place(uneven, [{ ...rack, racks: 8 }]).limits[0]?.nearestFix)
      .toContain('raise the liquid cooling of hall H1 to 480 kW');
  });

  it('ask for stronger feeds beside some that are strong enough', () => {
    const [first] = hall().rows;
    if (first === undefined) throw new Error('no row');
    const one: Hall = { ...hall(), rows: [first], feeds: [{ id: 'R1-A', limitKw: 150 },
      { id: 'R1-B', limitKw: 150 }, { id: 'spare', limitKw: 1000 }] };
    expect(place([one], [{ ...rack, racks: 3 }]).limits[0]?.nearestFix)
      .toBe('Remove 2 racks, or raise the feed rating of hall H1 to 300 kW.');
  });

  it('whose weight nobody states are not held against the floor', () => {
    const unknown = { ...rack, weightKg: null, heightU: null };
    const { placed, unchecked } = place([hall({ floorKgPerM2: 1, rackKg: 1, rackHeightU: 1 })],
      [unknown, { ...rack, key: 'known', racks: 0 }]);
    expect(placed).toHaveLength(4);
    expect(unchecked).toEqual([{ key: 'main', what: 'weight' }, { key: 'main', what: 'height' }]);
  });
});

describe('racks moved by hand', () => {
  const all = (row = 'R1'): readonly ManualMove[] => [1, 2, 3].map((n) =>
    ({ rack: `main-00${n}`, hall: 'H1', row, position: n }));

  it('exceed each total of the hall by name, with what to move elsewhere', () => {
    const { limits } = place([hall({ powerKw: 299, liquidKw: 239, airKw: 59 })],
      [{ ...rack, racks: 3 }], all());
    expect(limits.map(({ code, where, limit, unit }) => [code, where, limit, unit])).toEqual([
      ['over-power', 'hall.H1', 299, 'kW'], ['over-liquid', 'hall.H1', 239, 'kW'],
      ['over-air', 'hall.H1', 59, 'kW']]);
    expect(limits.map(({ value }) => Math.round(value * 1e6) / 1e6)).toEqual([300, 240, 60]);
    expect(limits[0]?.nearestFix)
      .toBe('Move racks of 1 kW elsewhere, or raise the power to 300 kW.');
    expect(place([hall({ powerKw: 300, liquidKw: 240, airKw: 60 })], [{ ...rack, racks: 3 }],
      all()).limits).toEqual([]);
  });

  it('exceed the feeds of their row, each with its partner lost', () => {
    const { limits, feeds } = place([hall({}, 'H1', 299)], [{ ...rack, racks: 3 }], all());
    expect(limits.map(({ where, limit, value }) => [where, limit, value])).toEqual([
      ['hall.H1.feed.R1-A', 299, 300], ['hall.H1.feed.R1-B', 299, 300]]);
    expect(feeds.map(({ feed, normalKw, worstKw }) => [feed, normalKw, worstKw])).toEqual([
      ['R1-A', 150, 300], ['R1-B', 150, 300], ['R2-A', 0, 0], ['R2-B', 0, 0]]);
  });

  it('leave gaps, which others fill from the front', () => {
    const { placed } = place([hall()], [rack],
      [{ rack: 'main-001', hall: 'H1', row: 'R1', position: 2 }]);
    expect(placed.map(({ rack: name, row, position }) => [name, row, position])).toEqual([
      ['main-001', 'R1', 2], ['main-002', 'R1', 1], ['main-003', 'R1', 3],
      ['main-004', 'R2', 1]]);
    const odd = { rack: 'main-001', hall: 'H1', row: 'R1', position: 1.5 };
    expect(place([hall()], [rack], [odd]).moveProblems).toEqual([
      { code: 'no-such-place', move: odd }]);
    expect(place([hall()], [rack], [{ ...odd, hall: 'H2', position: 1 }]).moveProblems)
      .toMatchObject([{ code: 'no-such-place' }]);
  });

  it('on a row with one feed put all of it there, and on a shared feed the worst partner', () => {
    const single: Hall = { ...hall(), rows: [{ id: 'R1', positions: 3, feeds: ['A'], yM: 0 }],
      feeds: [{ id: 'A', limitKw: 250 }] };
    const { placed, feeds } = place([single]);
    expect(placed).toHaveLength(2);
    expect(feeds).toEqual([{ hall: 'H1', feed: 'A', normalKw: 200, worstKw: 200,
      limitKw: 250 }]);
    // A feeds both rows: 100 kW normally, and the whole 100 kW of the row whose partner is lost.
    const shared: Hall = { ...hall(), rows: [
      { id: 'R1', positions: 1, feeds: ['A', 'B'], yM: 0 },
      { id: 'R2', positions: 1, feeds: ['A', 'C'], yM: 3 }],
      feeds: ['A', 'B', 'C'].map((id) => ({ id, limitKw: 150 })) };
    expect(place([shared], [{ ...rack, racks: 2 }]).feeds.map(({ normalKw, worstKw }) =>
      [normalKw, worstKw])).toEqual([[100, 150], [50, 100], [50, 100]]);
    const tight = { ...shared, feeds: shared.feeds.map((f) => ({ ...f, limitKw: 149 })) };
    expect(place([tight], [{ ...rack, racks: 2 }]).placed).toHaveLength(1);
  });
});

describe('halls as described', () => {
  it('are unsound where ids repeat, feeds are unknown or a row has one feed twice', () => {
    const base = hall();
    const [first] = base.rows;
    if (first === undefined) throw new Error('no row');
    expect(checkHalls([base, { ...base, id: 'H2' }])).toEqual([]);
    expect(checkHalls([base, base])).toEqual([{ code: 'repeated-id', hall: 'H1', id: 'H1' }]);
    expect(checkHalls([{ ...base, rows: [first, first] }]))
      .toEqual([{ code: 'repeated-id', hall: 'H1', id: 'R1' }]);
    expect(checkHalls([{ ...base, feeds: [...base.feeds, { id: 'R2-B', limitKw: 1 }] }]))
      .toEqual([{ code: 'repeated-id', hall: 'H1', id: 'R2-B' }]);
    expect(checkHalls([{ ...base, rows: [{ ...first, feeds: ['R1-A', 'R1-A'] }] }]))
      .toEqual([{ code: 'same-feed-twice', hall: 'H1', row: 'R1', feed: 'R1-A' }]);
    expect(checkHalls([{ ...base, rows: [{ ...first, feeds: ['x'] }] }]))
      .toEqual([{ code: 'unknown-feed', hall: 'H1', row: 'R1', feed: 'x' }]);
  });

  const plan = { id: 'H1', lengthM: 12, widthM: 12.6, pitchM: 0.6, depthM: 1.2, coldAisleM: 1.8,
    hotAisleM: 1.5, marginM: 1, feedKw: 500, limits: open };
  const laid = (changes: Partial<typeof plan> = {}) => {
    const found = layOutHall({ ...plan, ...changes });
    return found.ok ? found.value : found.error;
  };

  it('have rows about hot and cold aisles, the first behind the wider of margin and aisle', () => {
    // 1.8, row of 1.2, hot 1.5, row, cold 1.8, row, hot 1.5, row to 11.1: 1.5 m are left of 1.8.
    expect(laid()).toMatchObject({ rows: [1.8, 4.5, 7.5].map((yM, i) => ({ id: `R0${i + 1}`,
      yM: expect.closeTo(yM, 9) as number, positions: 16,
      feeds: [`R0${i + 1}-A`, `R0${i + 1}-B`] })) });
    const rows = (changes: Partial<typeof plan>) => {
      const found = laid(changes);
      return 'rows' in found ? found.rows.map(({ yM }) => Math.round(yM * 10) / 10) : [];
    };
    expect(rows({ widthM: 13.2 })).toEqual([1.8, 4.5, 7.5, 10.2]);
    expect(rows({ widthM: 13.1 })).toEqual([1.8, 4.5, 7.5]);
    expect(rows({ marginM: 3 })).toEqual([3, 5.7, 8.7].slice(0, 2));
  });

  it('need room for one rack: its pitch and two margins, its depth and two aisles', () => {
    expect(laid({ lengthM: 2.6 })).toMatchObject({ rows: [{ positions: 1 }, {}, {}] });
    expect(laid({ lengthM: 2.5 })).toEqual({ code: 'hall-too-small', side: 'length',
      haveM: 2.5, needM: 2.6 });
    expect(laid({ widthM: 4.8 })).toMatchObject({ rows: [{ yM: 1.8 }] });
    expect(laid({ widthM: 4.7 })).toMatchObject({ code: 'hall-too-small', side: 'width',
      haveM: 4.7, needM: expect.closeTo(4.8, 9) as number });
    for (const key of ['lengthM', 'widthM', 'pitchM', 'depthM', 'coldAisleM', 'hotAisleM']) {
      expect(() => laid({ [key]: 0 })).toThrow(`${key} is 0`);
      expect(() => laid({ [key]: Infinity })).toThrow(RangeError);
    }
  });
});

describe('a rack’s elevation at its edges', () => {
  const device: RackDevice = { name: 'd', count: 2, heightU: 0.5, weightKg: 10, powerKw: 4,
    liquidFraction: 0.75, ports: 3 };

  it('counts half units, weights with the empty rack’s, and heat by its share', () => {
    expect(stackDevices([device], 1, 100)).toEqual({ ok: true, value: { heightU: 1,
      usedU: 1, freeU: 0, weightKg: 120, powerKw: 8, liquidKw: 6, airKw: 2, ports: 6,
      devices: [1, 1.5].map((bottomU) => ({ name: 'd', heightU: 0.5, weightKg: 10, powerKw: 4,
        liquidFraction: 0.75, ports: 3, bottomU })) } });
    expect(stackDevices([device], 1, null)).toMatchObject({ value: { weightKg: null } });
    expect(stackDevices([{ ...device, powerKw: null }], 1, 0)).toMatchObject({ value: {
      powerKw: null, liquidKw: null, airKw: null, weightKg: 20 } });
    expect(stackDevices([], 1, 5)).toMatchObject({ value: { usedU: 0, weightKg: 5 } });
  });

  it.each([{ count: -1 }, { count: 1.5 }, { heightU: -0.5 }, { heightU: 0.25 },
    { liquidFraction: 1.1 }, { liquidFraction: -0.1 }])('refuses %o', (bad) => {
    expect(() => stackDevices([{ ...device, ...bad }], 1, 0)).toThrow(RangeError);
  });

  it('takes what stands at its bounds', () => {
    for (const good of [{ count: 0 }, { heightU: 0 }, { liquidFraction: 1 },
      { liquidFraction: 0 }])
      expect(stackDevices([{ ...device, ...good }], 2, 0).ok).toBe(true);
    expect(() => stackDevices([device], 0, 0)).toThrow('heightU is 0');
  });

  it('of a catalogue system has its trays, its servers, or is not known', () => {
    const [whole] = Object.values(builtInCatalog.systems).filter(({ trays, rackUnits }) =>
      trays === undefined && rackUnits !== undefined);
    if (whole === undefined) throw new Error('no system');
    const { perRack: _perRack, liquidFraction: _liquid, maxPowerKw: _power, weightKg: _weight,
      ...bare } = whole;
    expect(devicesOfSystem(bare)).toEqual([{ name: whole.name, count: 1,
      heightU: whole.rackUnits?.value, weightKg: null, powerKw: null, liquidFraction: 0,
      ports: whole.accelerators.value }]);
    const { rackUnits: _units, ...flat } = bare;
    const unknown: System = flat;
    expect(devicesOfSystem(unknown)).toBeNull();
    const trays = Object.values(builtInCatalog.systems)
      .find((system) => system.trays !== undefined);
    expect(devicesOfSystem(trays ?? unknown)?.length).toBe(trays?.trays?.length);
  });
});

describe('racks under a budget at its edges', () => {
  const request = (over: Partial<RackRequest> = {}): RackRequest => ({ key: 'a', rackKw: 100,
    racks: null, weight: 1, startMonth: 1, retireMonth: null, freesPower: false, ...over });

  it('count what is already there once, and never less than nothing', () => {
    const over = fitRacks([request({ key: 'fixed', racks: 12 }), request()], 1000);
    expect(over.racks.get('a')).toBe(0);
    expect(over.binding.get('a')).toEqual({ limit: 'power', shortBy: 100 });
    expect(over.headroom).toEqual([{ limit: 'power', given: 1000, used: 1200 }]);
    expect(fitRacks([request()], 299.9999999999).racks.get('a')).toBe(3);
  });

  it('name the busiest month of those in which a group starts', () => {
    const racks = new Map([['a', 3], ['b', 2], ['c', 4]]);
    const requests = [request({ retireMonth: 5 }), request({ key: 'b', startMonth: 5 }),
      request({ key: 'c', startMonth: 6, rackKw: 60 })];
    // Month 1: 300 kW; month 5: 500; month 6: 200 + 240.
    expect(busiestMonth(requests, racks)).toEqual({ peakKw: 500, peakMonth: 5 });
    expect(busiestMonth([], racks)).toEqual({ peakKw: 0, peakMonth: 1 });
  });

  it('of groups that share freed power overlap to the month', () => {
    const of = (retireMonth: number, startMonth: number): number | undefined => fitRacks([
      request({ key: 'old', racks: 4, startMonth: 3, retireMonth }),
      request({ startMonth, freesPower: true, retireMonth: 40 })], 1000).racks.get('a');
    expect([of(12, 12), of(12, 13), of(12, 1)]).toEqual([6, 10, 6]);
    // Ends before the other begins.
    expect(fitRacks([request({ key: 'late', racks: 4, startMonth: 41 }),
      request({ freesPower: true, retireMonth: 40 })], 1000).racks.get('a')).toBe(10);
  });
});

describe('racks beside the compute racks at their edges', () => {
  const params = { switches: { count: 18, heightU: 2, kw: 2 }, storage: { racks: 0, kw: 0 },
    cdus: { count: 0, kw: 0, weightKg: null }, rackHeightU: 48, rackKw: 36 };

  it('hold 36 of 48 units, and just as much power as they may', () => {
    const racks = (changes: Partial<typeof params>): number | undefined =>
      supportRacks({ ...params, ...changes }).specs[0]?.racks;
    expect([racks({}), racks({ switches: { count: 19, heightU: 2, kw: 2 } }),
      racks({ rackKw: 35.9 }), racks({ rackHeightU: 47 })]).toEqual([1, 2, 2, 2]);
    expect(racks({ rackKw: 2 })).toBe(18);
    expect(() => racks({ rackHeightU: 2 })).toThrow(RangeError);
    expect(supportRacks({ ...params, cdus: { count: 1, kw: 7, weightKg: null },
      storage: { racks: 1, kw: 9 }, switches: { count: 1, heightU: 2, kw: null } }))
      .toMatchObject({ specs: [{ key: 'storage', racks: 1 }, { key: 'cdu', racks: 1 }],
        unsized: [{ key: 'network' }] });
    expect(supportRacks({ ...params, cdus: { count: 2, kw: 7, weightKg: 900 },
      storage: { racks: 3, kw: 9 } }).specs).toEqual([
      { key: 'network', kind: 'network', racks: 1, kw: 36, liquidFraction: 0, weightKg: null,
        heightU: 48 },
      { key: 'storage', kind: 'storage', racks: 3, kw: 9, liquidFraction: 0, weightKg: null,
        heightU: 48 },
      { key: 'cdu', kind: 'cdu', racks: 2, kw: 7, liquidFraction: 0, weightKg: 900,
        heightU: 48 }]);
  });
});

describe('placed racks for NetBox', () => {
  const placed = [{ rack: 'main-001', key: 'main', hall: 'H1', row: 'R1', position: 2,
    byHand: true }, { rack: 'main-002', key: 'main', hall: 'H1', row: 'R1', position: 3,
    byHand: false }];
  const lines = (spec: Partial<RackSpec>, more = {}) =>
    exportRacks(placed, [{ ...rack, ...spec }], { site: 'Phoenix', ...more }).split('\r\n');

  it('stand in a line each, as high as the higher of rack and content', () => {
    expect(lines({})[1]).toBe('Phoenix,H1,main-001,H1/R1/2,reserved,compute,19,48,'
      + '100 kW; 80 % liquid; 720 kg');
    expect(lines({ heightU: null, weightKg: null, kw: 1.23456, liquidFraction: 0.126 })[2])
      .toBe('Phoenix,H1,main-002,H1/R1/3,planned,compute,19,42,'
        + '1.235 kW; 13 % liquid; weight unknown');
    expect(lines({ heightU: 42.5 }, { widthIn: 21, roles: { compute: 'gpu' } })[1])
      .toContain('reserved,gpu,21,43,');
    expect(lines({ heightU: 10 }, { rackHeightU: 52 })[1]).toContain(',52,');
    expect(() => exportRacks(placed, [], { site: 'x' })).toThrow('belongs to no group');
  });

  it('have cells that no spreadsheet runs', () => {
    expect([csvCell('=1'), csvCell(-5), csvCell('a,b'), csvCell('a"b'), csvCell('x\0y')])
      .toEqual(["'=1", '-5', '"a,b"', '"a""b"', 'xy']);
  });
});
