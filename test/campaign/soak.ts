import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createTally, type Part, type Tally } from './part.ts';

const sampleSchema = z.object({
  heapMb: z.number(),
  rssMb: z.number(),
  externalMb: z.number(),
  edits: z.number(),
});
type Sample = z.infer<typeof sampleSchema>;

/** Memos fill at first; what is in use may not rise afterwards by more than both of these. */
const growthMb = 10;
const growthShare = 0.2;
/** Rounds before growth can be told. */
const leastRounds = 8;

/**
 * How much more memory is in use at least in the last quarter than in the second one, MB;
 * null while there are too few. The least, since what waits to be collected comes and
 * goes.
 * @example growthOf([1, 1, 1, 1, 1, 1, 3, 3]) // 2
 */
export function growthOf(numbers: readonly number[]): number | null {
  if (numbers.length < leastRounds) return null;
  const quarter = Math.floor(numbers.length / 4);
  return Math.min(...numbers.slice(-quarter))
    - Math.min(...numbers.slice(quarter, 2 * quarter));
}

function judge(tally: Tally, samples: readonly Sample[]): void {
  for (const key of ['heapMb', 'externalMb'] as const) {
    const values = samples.map((sample) => sample[key]);
    const growth = growthOf(values);
    tally.see(`${key} first`, Math.round(values[0] ?? 0));
    tally.see(`${key} last`, Math.round(values.at(-1) ?? 0));
    if (growth === null) tally.see('too short to tell growth');
    else if (growth > growthMb && growth > growthShare * (values[0] ?? 0))
      tally.breach(`${key} grows`, `${growth.toFixed(1)} MB over ${values.length} rounds`);
  }
}

/** Editing and exporting for as long as there is time: memory in use must stay flat. */
export const soak: Part = async ({ random, folder, hasTime }) => {
  const tally = createTally('soak', 'edits and exports');
  const worker = fileURLToPath(new URL('soak-worker.ts', import.meta.url));
  const child = fork(worker, [folder, String(random.whole(1, 1e9))], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const samples: Sample[] = [];
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await new Promise<void>((resolve) => {
    child.on('message', (message) => {
      const sample = sampleSchema.parse(message);
      samples.push(sample);
      tally.done(sample.edits);
      if (samples.length >= leastRounds && !hasTime()) resolve();
    });
    child.once('exit', () => {
      tally.breach('the worker ended', errors.slice(0, 300));
      resolve();
    });
  });
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  judge(tally, samples);
  return [tally.row()];
};
