import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkFile } from '../../db/check.ts';
import { openProject } from '../../db/open.ts';
import { makeProject, openOptions, unwrap } from '../db/support.ts';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
const killsPerFile = 25;
const files = 4;
/** A commit takes a millisecond or a few: the kill falls anywhere within the first dozens. */
const latestKillMs = 60;

/**
 * Starts a writer, kills it at a random moment, and returns the last number it
 * acknowledged.
 */
function writeUntilKilled(path: string, first: number, afterMs: number): Promise<number> {
  const child =
    spawn(process.execPath, [writer, path, String(first)],
      { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let armed = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (!armed) setTimeout(() => child.kill('SIGKILL'), afterMs);
    armed = true;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL')
        resolve(Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1)));
      else reject(new Error(`the writer ended by itself: ${output}`));
    });
  });
}

/** What the file holds: the value and the newest journal step must tell the same story. */
function readCount(path: string): number {
  // A reader sees the same before anybody has cleaned up after the kill.
  const checked = unwrap(checkFile(path)).contents;
  const store = unwrap(openProject(path, openOptions));
  try {
    const rate = Number(store.document()['base:finance:finance']?.body.values['discountRate']);
    const count = Math.round(rate * 1_000_000);
    expect(checked?.revision).toBe(count);
    expect(store.history()).toEqual({ undo: String(count), redo: null, revision: count });
    expect(store.journal(2).map((e) => e.label))
      .toEqual([String(count), String(count - 1)].filter((label) => label !== '0'));
    return count;
  } finally {
    store.close();
  }
}

async function killRepeatedly(): Promise<number> {
  const path = makeProject();
  let count = 0;
  for (let kill = 0; kill < killsPerFile; kill++) {
    const acknowledged = await writeUntilKilled(path, count + 1, Math.random() * latestKillMs);
    count = readCount(path);
    // The command in flight may have reached the disk without being acknowledged; never
    // the other way round.
    expect([acknowledged, acknowledged + 1]).toContain(count);
  }
  return count;
}

test(`every acknowledged command survives ${files * killsPerFile} kills`, { timeout: 240_000 },
  async () => {
    const counts = await Promise.all(Array.from({ length: files }, killRepeatedly));
    expect(Math.min(...counts)).toBeGreaterThan(killsPerFile);
  });
