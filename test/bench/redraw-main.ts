import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { browserSwitches, findBrowser } from '../../electron/browser/find-browser.ts';
import { startHost } from './browser.ts';
import { timeRedraws, type RedrawTiming } from './redraw.ts';
import { projectName, writeManyScenarios } from './scenarios.ts';

/**
 * From an edit to the last stroke it causes on every screen of the 100 MW factory, alone and with
 * twenty scenarios; cold start; and reports as PDF. `npm run bench:redraw -- [--out out,OTHER]
 * [--screens Results,Economics] [--skip many,pdf] [--edits 20]`: several builds are timed one after the other
 * on each project, so that before and after are from the same minutes.
 */
const { values: asked } = parseArgs({ options: {
  out: { type: 'string', default: 'out' },
  screens: { type: 'string', default: '' },
  skip: { type: 'string', default: '' },
  edits: { type: 'string', default: '20' },
} });
const list = (text: string): readonly string[] => text.split(',').filter((each) => each !== '');
const skipped = new Set(list(asked.skip));
const root = join(import.meta.dirname, '../..');

const say = (cells: readonly string[]): void => {
  const [first = '', ...rest] = cells;
  process.stdout.write(`${first.padEnd(58)}${rest.map((cell) => cell.padStart(12)).join('')}\n`);
};

const ratio = (ms: number, yardstick: number): string => (ms / yardstick).toFixed(2);

function print({ name, median, p95, longestTaskMs, yardstick }: RedrawTiming): void {
  say([name, median.toFixed(1), p95.toFixed(1), longestTaskMs.toFixed(0),
    ratio(median, yardstick), ratio(p95, yardstick), ratio(longestTaskMs, yardstick)]);
}

/** A page of the build's own host, from the first request to a screen that can be used. */
async function openBuild(browser: Browser, out: string) {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-redraw-'));
  writeManyScenarios(join(folder, 'projects'));
  const started = performance.now();
  const { child, address } = await startHost(folder, join(resolve(root, out), 'main/host.js'));
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } }))
    .newPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Create: 100 MW factory, GB300 NVL72' }).waitFor();
  const coldMs = performance.now() - started;
  return { page, coldMs, stop: async (): Promise<void> => {
    await page.context().close();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  } };
}

const how = { only: list(asked.screens), edits: Number(asked.edits), found: print };

async function timeBuild(browser: Browser, out: string): Promise<void> {
  const { page, coldMs, stop } = await openBuild(browser, out);
  try {
    say([`${out}: host started to usable start screen`, coldMs.toFixed(0)]);
    await page.getByRole('button', { name: 'Create: 100 MW factory, GB300 NVL72' }).click();
    await page.getByRole('heading', { name: 'Answer' }).waitFor();
    await timeRedraws(page, `${out}: `, how);
    if (skipped.has('many')) return;
    const { origin } = new URL(page.url());
    await page.goto(origin, { waitUntil: 'networkidle' });
    await page.getByRole('navigation').getByText('Start').click();
    await page.getByRole('button', { name: new RegExp(projectName, 'u') }).first().click();
    await page.getByRole('heading', { name: 'Answer' }).waitFor();
    await timeRedraws(page, `${out}, 20 scenarios: `, how);
  } finally {
    await stop();
  }
}

/** A whole process from the command line to the written file. */
function timePdf(out: string, kind: string): void {
  const cli = join(resolve(root, out), 'main/cli.js');
  const folder = mkdtempSync(join(tmpdir(), 'aifp-pdf-'));
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath,
    [cli, 'report', 'gb300-100mw', '--kind', kind, '--pdf', join(folder, 'report.pdf')]);
  const taken = performance.now() - started;
  rmSync(folder, { recursive: true, force: true });
  say([`${out}: PDF, ${kind}`, status === 0 ? taken.toFixed(0) : `failed: ${stderr.toString()}`]);
}

const found = findBrowser();
if (!found.ok || !existsSync(join(root, 'out/main/host.js'))) {
  process.stderr.write(found.ok ? 'build first\n' : `${found.error.detail}\n`);
  process.exitCode = 1;
} else {
  const browser =
    await chromium.launch({ executablePath: found.value, args: [...browserSwitches()] });
  say(['edit to last stroke', 'median ms', 'p95 ms', 'task ms', 'median/yard', 'p95/yard',
    'task/yard']);
  try {
    for (const out of list(asked.out)) await timeBuild(browser, out);
  } finally {
    await browser.close();
  }
  if (!skipped.has('pdf')) for (const out of list(asked.out))
    for (const kind of ['executive', 'full']) timePdf(out, kind);
}
