import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './setup/built.mjs';
import { ensureInstalled, projectNode } from './setup/install.mjs';
import { root, run, say } from './setup/run.mjs';
import { ensureTestTools } from './setup/system.mjs';

/**
 * `npm test`: installs what is missing, then every check. Each stage runs whatever became of the one before,
 * unless it needs the build and the build failed. The last line is the sum: `N passed, N failed, N skipped`.
 */
const results = join(root, '.tmp', 'test-results');
const bin = (name, file) => join(root, 'node_modules', name, file);

const plain = (...command) => async () => {
  const code = await run(projectNode(), command);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** Runs vitest and reads its counts from its own report; a run that leaves none counts as one failure. */
const suite = (name, ...flags) => async () => {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run(projectNode(), [bin('vitest', 'vitest.mjs'), 'run', ...flags,
    '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const counts = readCounts(report);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

function readCounts(report) {
  try {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed, failed, skipped: pending + todo };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const build = async () => {
  try {
    await ensureBuilt(undefined, { force: true });
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (problem) {
    say(String(problem));
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const stages = [
  { name: 'typecheck', check: plain(bin('typescript', 'bin/tsc'), '-b') },
  { name: 'lint', check: plain(bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings') },
  { name: 'build', check: build },
  { name: 'unit', check: suite('unit') },
  { name: 'e2e', check: suite('e2e', '-c', 'vitest.e2e.config.ts'), needsBuild: true },
  { name: 'packaging', check: suite('packaging', '-c', 'vitest.packaging.config.ts'), needsBuild: true },
];

const outcome = ({ passed, failed, skipped }) =>
  `${failed === 0 ? 'ok' : 'FAILED'}${passed + skipped > 0 ? ` (${passed} passed, ${failed} failed, ${skipped} skipped)` : ''}`;

async function runStages() {
  const lines = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  let built = true;
  for (const { name, check, needsBuild } of stages) {
    if (needsBuild && !built) { lines.push(`${name}: not run, the build failed`); continue; }
    say(`\n== ${name}`);
    const started = Date.now();
    const counts = await check();
    if (name === 'build') built = counts.failed === 0;
    for (const key of Object.keys(total)) total[key] += counts[key];
    lines.push(`${name}: ${outcome(counts)} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  return { lines, total };
}

try {
  await ensureInstalled();
  await ensureTestTools();
  mkdirSync(results, { recursive: true });
  const { lines, total } = await runStages();
  process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem));
  process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  process.exitCode = 1;
}
