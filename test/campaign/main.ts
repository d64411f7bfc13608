import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions, usage } from './options.ts';
import type { Part, Row } from './part.ts';
import { partNames, parts } from './parts.ts';
import { createRandom } from './random.ts';
import { countBreaches, printTable } from './table.ts';

/** Exit codes as everywhere in this project: 0 done, 1 a promise was broken, 2 bad usage. */
const exitCodes = { done: 0, broken: 1, usage: 2 } as const;

async function runPart(
  part: Part,
  name: string,
  seed: number,
  untilMs: number,
): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-campaign-'));
  try {
    mkdirSync(join(folder, name));
    const hasTime = (): boolean => performance.now() < untilMs;
    return await part({
      random: createRandom(seed).fork(name), folder: join(folder, name), hasTime,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2), partNames);
  if (!options.ok) {
    process.stderr.write(`${options.error}\nusage: ${usage(partNames)}\n`);
    return exitCodes.usage;
  }
  const { minutes, names, seed } = options.value;
  process.stderr.write(`campaign: ${names.join(', ')}; ${minutes} minutes, seed ${seed}\n`);
  const rows: Row[] = [];
  const started = performance.now();
  for (const [at, name] of names.entries()) {
    const part = parts[name];
    if (part === undefined) continue;
    process.stderr.write(`${name} ...\n`);
    rows.push(
      ...(await runPart(part, name, seed,
        started + (minutes * 60_000 * (at + 1)) / names.length)),
    );
  }
  process.stdout.write(printTable(rows));
  return countBreaches(rows) === 0 ? exitCodes.done : exitCodes.broken;
}

process.exitCode = await main();
