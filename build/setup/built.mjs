import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectNode } from './install.mjs';
import { root, run, say } from './run.mjs';

/** What is built, from what, and how. A part is rebuilt when any of its sources changed in size or time. */
export const parts = {
  renderer: { out: 'out/renderer', sources: ['renderer', 'shared', 'vite.config.ts', 'build/woff2-only.ts', 'package-lock.json'], vite: [] },
  main: {
    out: 'out/main',
    sources: ['electron', 'db', 'shared', 'vite.node.config.ts', 'build/node-guard.ts', 'package-lock.json'],
    vite: ['-c', 'vite.node.config.ts', '--mode', 'main'],
  },
  preload: {
    out: 'out/preload',
    sources: ['electron/preload', 'shared/backend.ts', 'vite.node.config.ts', 'package-lock.json'],
    vite: ['-c', 'vite.node.config.ts', '--mode', 'preload'],
  },
};

const stampOf = (part) => join(root, part.out, '.sources');

/** Sizes and times of all files below; folders count too, so that a deleted file is noticed. */
function listFiles(path, lines = []) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return lines;
  lines.push(`${path} ${stat.isDirectory() ? 0 : stat.size} ${stat.mtimeMs}`);
  if (stat.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) listFiles(`${path}/${name}`, lines);
  return lines;
}

const fingerprint = (part) =>
  createHash('sha256').update(part.sources.flatMap((path) => listFiles(path)).join('\n')).digest('hex');

export function isBuilt(name) {
  try { return readFileSync(stampOf(parts[name]), 'utf8') === fingerprint(parts[name]); } catch { return false; }
}

async function buildPart(name) {
  const part = parts[name];
  const before = fingerprint(part); // an edit during the build must count as unseen
  say(`Building ${name} ...`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Whoever asks, a test runner too: with its NODE_ENV the pages would carry React for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await run(projectNode(), [vite, 'build', '--logLevel', 'warn', ...part.vite], { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error(`building ${name} failed`);
  writeFileSync(stampOf(part), before);
}

const lock = join(root, 'out', '.building');

/** Whether the process that holds the lock is gone, killed before it could release it. */
function isAbandoned() {
  try { process.kill(Number(readFileSync(lock, 'utf8')), 0); return false; } catch (problem) { return problem.code === 'ESRCH'; }
}

/** Two commands started together must not build into each other's folder. */
async function withLock(work) {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try { writeFileSync(lock, String(process.pid), { flag: 'wx' }); break; } catch {
      if (isAbandoned()) rmSync(lock, { force: true }); else await wait(100);
    }
  }
  try { return await work(); } finally { rmSync(lock, { force: true }); }
}

/** Builds the named parts whose sources are newer than what was built; all of them with `force`. */
export async function ensureBuilt(names = Object.keys(parts), { force = false } = {}) {
  if (!force && names.every(isBuilt)) return;
  await withLock(async () => {
    for (const name of names) if (force || !isBuilt(name)) await buildPart(name);
  });
}
