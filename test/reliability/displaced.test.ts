import { spawn } from 'node:child_process';
import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import { makeProject, openForTest, sampleRecords, unwrap } from '../db/support.ts';

const writer = fileURLToPath(new URL('./told-writer.ts', import.meta.url));
const before = 20;
const after = 50;

interface Told {
  readonly count: number;
  readonly path: string;
}

/**
 * Starts a writer, does something to its file, lets it go on, kills it; returns what it
 * acknowledged last.
 */
async function killAfterDisplacing(
  path: string, displace: (path: string) => void,
): Promise<Told> {
  const child = spawn(process.execPath, [writer, path],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  let output = '';
  let displacedAt = 0;
  const linesOf = (): readonly string[] =>
    output.slice(0, output.lastIndexOf('\n')).split('\n');
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    const { length } = linesOf();
    if (displacedAt === 0 && length >= before) {
      displace(path);
      displacedAt = length;
    } else if (displacedAt > 0 && length >= displacedAt + after) child.kill('SIGKILL');
  });
  const signal =
    await new Promise((resolve) => { child.once('close', (_code, by) => { resolve(by); }); });
  if (signal !== 'SIGKILL')
    throw new Error(`the writer ended by itself: ${output.slice(-300)}`);
  return JSON.parse(linesOf().at(-1) ?? '') as Told;
}

const another = (): string => makeProject(sampleRecords.map((record) =>
  (record.kind === 'project' ? { ...record, body: { values: { name: 'Another' } } } : record)));

test.each<[string, (path: string, other: string) => void]>([
  ['replaced in one step', (path, other) => {
    copyFileSync(other, `${path}.part`);
    renameSync(`${path}.part`, path);
  }],
  ['overwritten in place', (path, other) => { copyFileSync(other, path); }],
  ['cut off', (path) => { truncateSync(path, 4096); }],
  ['deleted', (path) => { rmSync(path); }],
  ['renamed', (path) => { renameSync(path, join(dirname(path), 'renamed.aifp')); }],
])('a file %s while commands run: every acknowledged one is there after a kill', {
  timeout: 120_000,
}, async (_how, how) => {
  const path = makeProject();
  const other = another();
  const told = await killAfterDisplacing(path, (at) => { how(at, other); });
  expect(told.path).not.toBe(path);
  expect(unwrap(checkFile(told.path)).lock).toBe('free');
  const store = openForTest(told.path);
  const { revision } = store.history();
  expect([told.count, told.count + 1]).toContain(revision);
  expect(store.journal(5).map(({ label }) => Number(label)))
    .toEqual(Array.from({ length: 5 }, (_, i) => revision - i));
  for (let left = revision; left > 0; left--) unwrap(store.undo());
  expect(store.history().undo).toBeNull();
});
