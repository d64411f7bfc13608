import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { api } from './api.ts';
import { faults } from './faults.ts';
import { damagedFiles } from './files.ts';
import { damageText } from './imports.ts';
import { readLines } from './kill.ts';
import { kills } from './kills.ts';
import { findNonFinite } from './non-finite.ts';
import { parseOptions } from './options.ts';
import { createTally, type Part, type Row } from './part.ts';
import { plans } from './plans.ts';
import { createRandom } from './random.ts';
import { growthOf, soak } from './soak.ts';
import { countBreaches, printTable } from './table.ts';

/** One round of a part. */
function smoke(part: Part): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-campaign-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return part({ random: createRandom(1), folder, hasTime: () => false });
}

const kindsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ test, breaches }) =>
    [...breaches].map(([kind, { cases }]) => `${test}: ${kind}: ${cases[0] ?? ''}`),
  );

describe('one round of each part', { timeout: 300_000 }, () => {
  it('kills lose nothing that was acknowledged', async () => {
    const rows = await smoke(kills);
    expect(rows.map(({ test }) => test)).toEqual([
      'mixed',
      'copies',
      'packages',
      'exports',
      'replaced',
      'migrations',
    ]);
    expect(Math.min(...rows.map(({ count }) => count))).toBeGreaterThan(0);
    expect(kindsOf(rows)).toEqual([]);
  });

  it('damaged files end in an answer and are left as they are', async () => {
    const rows = await smoke(damagedFiles);
    expect(rows.map(({ count }) => count > 10)).toEqual([true, true]);
    expect(kindsOf(rows).filter((kind) => /hang|crash|threw|changed/.test(kind))).toEqual([]);
  });

  it('hostile calls do not end the host', async () => {
    const [row] = await smoke(api);
    expect(row?.count).toBeGreaterThanOrEqual(300);
    expect(
      kindsOf(row === undefined ? [] : [row]).filter((kind) => !kind.includes('internal')),
    ).toEqual(
      [],
    );
  });

  it('extreme plans are planned or refused', async () => {
    const [row] = await smoke(plans);
    expect(row?.count).toBe(8);
    expect(
      [...(row?.breaches.keys() ?? [])].filter((kind) => /hang|crash|not finite/.test(kind)),
    ).toEqual([]);
  });

  it('faults of the machine are refused with the right word', async () => {
    expect(kindsOf(await smoke(faults))).toEqual([]);
  });

  it('memory stays flat', async () => {
    expect(kindsOf(await smoke(soak))).toEqual([]);
  });
});

describe('the table', () => {
  it('counts breaches, names their cases and ends with the sum', () => {
    const tally = createTally('p', 't');
    tally.done(3);
    tally.breach(`lost, open '/a/b'`, 'case 1');
    tally.breach(`lost, open '/c'`, 'case 2');
    tally.see('ok', 2);
    const text = printTable([tally.row(), createTally('p', 'u').row()]);
    expect(countBreaches([tally.row()])).toBe(2);
    expect(text).toContain('BREACH p/t: lost, open (2): case 1 | case 2');
    expect(text.trimEnd().split('\n').at(-1)).toBe('3 tests, 2 breaches');
  });
});

describe('a command line', () => {
  it.each([
    [['--minutes', '2', '--part', 'a'], { minutes: 2, names: ['a'], seed: 1 }],
    [[], { minutes: 5, names: ['a', 'b'], seed: 1 }],
    [['--seed', '7', '--part', 'b', '--part', 'a'], { minutes: 5, names: ['b', 'a'], seed: 7 }],
  ])('%j', (argv, value) => {
    expect(parseOptions(argv, ['a', 'b'])).toEqual({ ok: true, value });
  });

  it.each([
    [['--minutes', '0']],
    [['--minutes', 'x']],
    [['--seed', '1.5']],
    [['--part', 'c']],
    [['--nonsense']],
  ])('%j is refused with a sentence', (argv) => {
    expect(parseOptions(argv, ['a'])).toMatchObject({
      ok: false,
      error: expect.stringMatching(/\w{3}/),
    });
  });

  it('that is wrong ends with the code of bad usage', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), '--part', 'none'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('usage: npm run campaign')]);
  });
});

describe('its tools', () => {
  it('repeat their choices by the seed', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.whole(0, 1000));
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    expect(createRandom(3).fork('a').next()).not.toBe(createRandom(3).fork('b').next());
    expect(damageText('a,b,c', createRandom(2))).toBe(damageText('a,b,c', createRandom(2)));
  });

  it('read what a worker had said', () => {
    expect(
      readLines('> open\n< open 0 abc -\n> copy\n< copy 0 abc /a b.aifp\n> commit\n< comm'),
    ).toEqual({
      done: [
        { op: 'open', revision: 0, hash: 'abc', made: '-' },
        { op: 'copy', revision: 0, hash: 'abc', made: '/a b.aifp' },
      ],
      underWay: 'commit',
      refused: null,
    });
    expect(readLines('> undo\n! undo moved\n').refused).toBe('undo moved');
  });

  it('find numbers that are not finite, and growth', () => {
    expect(findNonFinite({ a: [1, Infinity], b: { c: Number.NaN }, d: null }))
      .toEqual(['a.1', 'b.c']);
    expect(growthOf([1, 1, 1, 1, 1, 1, 3, 3])).toBe(2);
    expect(growthOf([1, 2])).toBeNull();
  });
});
