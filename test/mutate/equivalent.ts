import type { Fault } from './places.ts';

/** A fault that changes no result, or none that anyone could call wrong, and why. */
export interface Equivalent extends Pick<Fault, 'path' | 'context' | 'was' | 'now'> {
  readonly why: string;
}

/**
 * Found again by file and line of code; an entry whose line has changed is simply tried
 * again.
 */
export const equivalents: readonly Equivalent[] = [
  {
    path: 'shared/facility/halls/placement-state.ts', was: '1', now: '1.1',
    context: 'row.taken[index] = 1;',
    why: 'a byte array keeps 1',
  },
  {
    path: 'shared/facility/availability/pair-failures.ts', was: '2', now: '2.2',
    context: 'const bus = layout.feeds.some((feed) => feed.normal.length > 2);',
    why: 'blocks are whole',
  },
  {
    path: 'shared/facility/halls/racks.ts', was: '0', now: '1',
    context: 'left: 0, each: r.rackKw };',
    why: 'power always limits, so the start is always replaced',
  },
  {
    path: 'shared/facility/weather/bins.ts', was: 'dry === undefined || wet === undefined',
    now: '(dry === undefined)',
    context: 'if (dry === undefined || wet === undefined) continue;',
    why: 'every hour has its bins: the question is for the types',
  },
  {
    path: 'shared/facility/site/compare-designs.ts', was: '1000', now: '1100',
    context: 'const referenceKw = 1000;',
    why: 'chain and plant scale with the load: ratios are the same at any',
  },
  {
    path: 'shared/facility/devices/checked-yaml.ts', was: 'false', now: 'true',
    context: 'return [...composer.compose(tokens, false, text.length)];',
    why: 'a document made of nothing is left out again',
  },
  {
    path: 'shared/facility/devices/checked-yaml.ts',
    was: "typeof node === 'object' && node !== null\n    && 'range' in node",
    now: "(typeof node === 'object' && node !== null)",
    context: "const range = typeof node === 'object' && node !== null",
    why: 'a range that is not there is no list either: the question is for the types',
  },
  {
    path: 'shared/facility/halls/fill-halls.ts', was: 'find', now: 'findLast',
    context: 'const row = hall?.rows.find((r) => r.row.id === move.row);',
    why: 'rows whose ids repeat are refused before',
  },
  ...([['3', '3.3000000000000003', 'medianAbsPct: round(statistics.medianAbsPct, 3), '
    + 'p90AbsPct: round(statistics.p90AbsPct, 3),'],
    ['4', '4.4', 'bias: round(statistics.bias, 4),'],
    ['4', '4.4', 'Object.entries(constants).map(([name, value]) => [name, round(value, 4)]),'],
  ] as const).map(([was, now, context]): Equivalent => (
    { path: 'shared/inference/calibration/record.ts', was, now, context,
      why: 'digits are whole: a part of one is cut off' })),
  {
    path: 'shared/facility/power/redundancy.ts', was: '0', now: '1',
    context: '.map((feeds, at): LoadedSet => ({ feeds, at, kw: 0 }));',
    why: 'sets are compared with one another alone',
  },
  {
    path: 'shared/facility/site/climate.ts', was: '1', now: '1.1',
    context: 'return { bin, parts: [{ hours: 1, loops: loopsOf(params, bin.weather) }] };',
    why: 'the weight of a single part',
  },
  {
    path: 'shared/facility/power/redundancy.ts', was: '2', now: '2.2',
    context: "case '2n': return { redundancy, ...pairedSets(2, n) };",
    why: 'blocks are whole: a part of one is cut off',
  },
  {
    path: 'shared/facility/halls/placement-limits.ts', was: '0', now: '1',
    context: "& { count: number } = { code: 'positions', hall: states[0], count: Infinity };",
    why: 'every hall there is refuses a rack without a place, so the start is replaced',
  },
  {
    path: 'shared/economics/functions/macrs.ts', was: '9', now: '9.9',
    context: "return month <= 9 ? 'mid-quarter-3' : 'mid-quarter-4';",
    why: 'months are whole',
  },
  {
    path: 'shared/economics/functions/statistics.ts', was: '0', now: '1',
    context: 'const ranks = Array.from(values, () => 0);',
    why: 'every rank is written before it is read',
  },
  {
    path: 'shared/facility/site/evaluate.ts', was: '1', now: '1.1',
    context: 'meanBalance(balances === null ? bins : balances.map((balance) => ({ hours: 1, balance })));',
    why: 'hours weigh the same, whatever that is',
  },
  {
    path: 'shared/import/weather/epw-repair.ts', was: 'slot.row !== null && at === last',
    now: '(at === last)', context: 'if (slot.row !== null && at === last) {',
    why: 'the last place that was filled is filled',
  },
  {
    path: 'shared/inference/sweep.ts', was: '0', now: '1',
    context: 'const found: Workers = { prefill: null, x: 0, y: 0, rate: 0 };',
    why: 'overwritten before it is read',
  },
  {
    path: 'shared/economics/statement/unit-cost.ts', was: '1', now: '1.1',
    context: 'priceYear: yearOf(lifecycle.start, 1) };',
    why: 'a tenth of a month into a month is its year',
  },
  {
    path: 'shared/economics/statement/break-even.ts', was: '1e3', now: '1100',
    context: 'const [low, high] = [Math.log(1e-6), Math.log(1e3)];',
    why: 'how far rising prices are looked for is a choice',
  },
  {
    path: 'shared/lifecycle/shape.ts', was: '<', now: '<=',
    context: 'for (let step = 0; step < 80; step++) {',
    why: 'one halving more of an interval already exact',
  },
  {
    path: 'db/same-contents.ts', was: '4', now: '4.4',
    context: 'if (image.length < firstTrunkAt + 4) return null;',
    why: 'an image that ends with its header has no free page',
  },
  {
    path: 'db/released-layout.ts', was: '1', now: '1.1',
    context: 'migrate(db, 1, version);',
    why: 'versions are whole',
  },
  {
    path: 'shared/network/design.ts', was: '400', now: '440.00000000000006',
    context: 'const twinPortUpToGbps = 400;',
    why: 'ports come at 400 and at 800, none between',
  },
  {
    path: 'shared/network/fabric-row.ts', was: '2', now: '2.2',
    context: "const radix = countIn(cells, 'logical_radix', 2);",
    why: 'counts are whole, and the next line refuses an odd one',
  },
  {
    path: 'shared/network/graph-parts.ts', was: '<', now: '<=',
    context: 'for (let part = 0; part < parts; part++)',
    why: 'one part more begins where the next box does, or at the end, which is left out',
  },
  {
    path: 'shared/lifecycle/shape.ts', was: '0', now: '1',
    context: 'for (let step = 0; step < 80; step++) {',
    why: 'one halving less of an interval already exact',
  },
  {
    path: 'shared/economics/functions/macrs.ts', was: '<=', now: '<',
    context: 'const exact = remaining <= 1 ? left',
    why: 'the last whole year takes what is left either way',
  },
  {
    path: 'shared/economics/verify/spreadsheet.ts', was: '0.1', now: '0.11000000000000001',
    context: "a.number('guess', 0.1)),",
    why: 'where a search begins does not change what it finds',
  },
  {
    path: 'db/contents.ts', was: '8', now: '8.8', context: 'const bytes = Buffer.alloc(8);',
    why: 'bytes are whole: a part of one is cut off',
  },
  {
    path: 'db/held-file.ts', was: '<', now: '<=', context: 'while (at < bytes) {',
    why: 'reading nothing at the end ends the loop',
  },
  {
    path: 'db/seat.ts', was: '*', now: '/', context: 'const comparedAtOnce = 512 * 1024;',
    why: 'up to what size a file is compared at once is a choice; larger ones are looked at later',
  },
  {
    path: 'db/files.ts', was: 'true', now: 'false',
    context: 'rmSync(path, { recursive: true, force: true });',
    why: 'matters only to what somebody else removes in the same moment, which is gone either way',
  },
  {
    path: 'db/held-file.ts', was: '0', now: '1', context: 'if (read === 0) break;',
    why: 'files are asked for no more bytes than they have; only one cut off in between ends early',
  },
  {
    path: 'db/same-contents.ts', was: '<', now: '<=',
    context: 'for (let at = 0, page = 1; at < a.length; at += bytes, page++) {',
    why: 'beyond the end two images are alike: both have nothing',
  },
  {
    path: 'db/seat.ts', was: '512 * 1024', now: '(1024)',
    context: 'const comparedAtOnce = 512 * 1024;',
    why: 'up to what size a file is compared at once is a choice: a larger one is later',
  },
];

const isSame = (one: Equivalent, fault: Fault): boolean =>
  one.path === fault.path && one.context === fault.context && one.was === fault.was
    && one.now === fault.now;

/** Whether a fault is known to change nothing. */
export const isKnown = (fault: Fault): boolean => equivalents.some((one) => isSame(one, fault));

/**
 * Entries that no fault falls on any more: their line has changed.
 * @param faults all that can be planted in the files of the entries
 */
export const staleAmong = (faults: readonly Fault[]): readonly Equivalent[] =>
  equivalents.filter((one) => !faults.some((fault) => isSame(one, fault)));
