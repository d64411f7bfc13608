import { judge } from './judge.ts';
import { hostileImports, soundImports } from './import-samples.ts';
import { createTally, type Run, type Tally } from './part.ts';
import { createProbe, type Probe } from './probe.ts';
import type { Random } from './random.ts';

/** Damaged texts of every sound sample before the part's time is looked at. */
const leastRounds = 20;

const insertions: readonly string[] = [
  '1e308',
  '-1',
  'NaN',
  'Infinity',
  '1e999',
  '',
  '\0',
  '"',
  '""',
  '=1+1',
  '__proto__',
  '\uFEFF',
  '\r',
  '\t',
  ',,,,',
  '{',
  ']',
  '&a',
  '*a',
  '<',
  '\u202E',
  '🏭',
];

/** A text with one or a few places cut, doubled, replaced or filled with something strange. */
export function damageText(text: string, random: Random): string {
  let damaged = text;
  for (let count = random.whole(1, 4); count > 0; count--) {
    const at = random.whole(0, damaged.length);
    const end = Math.min(damaged.length, at + random.whole(0, 40));
    const [before, middle, after] = [damaged.slice(0, at), damaged.slice(at, end),
      damaged.slice(end)];
    const kind = random.whole(0, 4);
    if (kind === 0) damaged = before + after;
    else if (kind === 1) damaged = before + middle.repeat(random.whole(2, 20)) + after;
    else if (kind === 2) damaged = before + random.pick(insertions) + after;
    else if (kind === 3)
      damaged = damaged.replace(/\d+(\.\d+)?/g, (number) =>
        random.chance(0.05) ? random.pick(insertions) : number,
      );
    else damaged = random.chance(0.2) ? before
      : before + random.pick(insertions) + middle + after;
  }
  return damaged;
}

async function damageAll(probe: Probe, run: Run): Promise<Tally> {
  const tally = createTally('files', 'imports damaged');
  for (let round = 0; round < leastRounds; round++) {
    for (const { type, name, text } of soundImports) {
      const damaged = damageText(text, run.random);
      const answer = judge(tally, `${name}, round ${round}`,
        await probe.ask({ type, text: damaged }));
      if (answer !== null) tally.see(answer.outcome);
      tally.done();
    }
  }
  return tally;
}

async function tryHostile(probe: Probe): Promise<Tally> {
  const tally = createTally('files', 'imports hostile');
  for (const { type, name, text } of [...soundImports, ...hostileImports]) {
    const answer = judge(tally, name, await probe.ask({ type, text }));
    if (answer !== null) tally.see(answer.outcome);
    if (answer?.outcome === 'refused' && soundImports.some((sound) => sound.name === name)) {
      tally.breach('a sound sample is refused', `${name}: ${answer.text.slice(0, 200)}`);
    }
    tally.done();
  }
  return tally;
}

async function withProbe(work: (probe: Probe) => Promise<Tally>): Promise<Tally> {
  const probe = createProbe('import-worker.ts');
  try {
    return await work(probe);
  } finally {
    probe.close();
  }
}

/** Files for import that were sound before something happened to them. */
export const damagedImports = (run: Run): Promise<Tally> =>
  withProbe((probe) => damageAll(probe, run));

/** Files for import made by hand to do harm, and the sound ones, which must be taken. */
export const hostileImportFiles = (): Promise<Tally> => withProbe(tryHostile);
