import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'aifp-parallel-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const version = spawnSync('parallel', ['--version'], { encoding: 'utf8' });
const isHere = version.status === 0 && version.stdout.startsWith('GNU parallel');
if (!isHere)
  process.stderr.write('NOT TESTED: GNU parallel is not installed, so its recipe is not run\n');

const root = join(import.meta.dirname, '..', '..', '..');
const cli = [process.execPath, join(root, 'electron', 'cli', 'main.ts')] as const;
const question = ['--over', 'finance.discountRate=0.05:0.1:5', '--over', 'site.utilityMw=0.9,1'];

describe('the recipe for GNU parallel', () => {
  it.skipIf(!isHere)('plans seven shards and merges them to the bytes of one run', () => {
    const out = join(folder, 'out');
    execFileSync(join(root, 'docs', 'batch', 'parallel.sh'), ['7', '2'], { stdio: 'pipe',
      env: { ...process.env, PLAN: 'b200-1mw', QUESTION: question.join(' '), OUT: out,
        AIFP: cli.join(' ') } });
    const [node, ...script] = cli;
    const one = join(folder, 'one.csv');
    execFileSync(node, [...script, 'sweep', 'b200-1mw', ...question, '--csv', one], { stdio: 'pipe' });
    const merged = readFileSync(join(out, 'all.csv'), 'utf8');
    expect(merged).toBe(readFileSync(one, 'utf8'));
    expect(merged.trim().split('\n')).toHaveLength(11);
  }, 600_000);
});
