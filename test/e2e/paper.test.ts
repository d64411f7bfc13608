import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1600, height: 1000 }));
  await app.createFrom('1 MW pod, B200');
});

afterAll(async () => {
  await session.end();
});

/** Path of the file the application wrote into the projects folder. */
async function written(extension: string): Promise<string> {
  const find = (): string | undefined =>
    readdirSync(session.host.projects).find((name) => name.endsWith(extension));
  await expect.poll(find, { timeout: 40_000 }).toBeDefined();
  const path = join(session.host.projects, find() ?? '');
  expect(existsSync(path)).toBe(true);
  return path;
}

describe('results', () => {
  it('explains a figure on click', async () => {
    await app.go('Results', 'Figures');
    await app.page.getByRole('main').getByRole('button', { name: /^NPV/ }).click();
    const path = app.page.getByRole('complementary')
      .getByText('headline.npvUsd', { exact: true });
    await expect.poll(() => path.count()).toBe(1);
  });

  it('shows a chart as a table of the same numbers', async () => {
    const chart = app.page.getByRole('figure', { name: 'Cost of a million tokens' });
    await chart.getByRole('button', { name: /^Show as table/ }).click();
    expect(await chart.getByRole('row').count()).toBeGreaterThan(5);
    await chart.getByRole('button', { name: /^Show as chart/ }).click();
    await chart.getByRole('img').waitFor();
  });

  it('opens a line of the statement into its parts', async () => {
    await app.go('Results', 'Cash flow');
    const rows = app.page.getByRole('region', { name: 'Cash-flow statement' }).getByRole('row');
    const before = await rows.count();
    await app.page.getByRole('button', { name: 'Show the parts of Operating cost' }).click();
    expect(await rows.count()).toBeGreaterThan(before);
  });

  it('keeps only the months in view in the document', async () => {
    await app.page.getByRole('main').getByText('Month', { exact: true }).click();
    const region = app.page.getByRole('region', { name: 'Cash-flow statement' });
    const total = Number(await region.getByRole('table').getAttribute('aria-colcount'));
    await expect.poll(() => region.getByRole('columnheader').count()).toBeLessThan(total);
  });

  it('writes the statement as CSV, every month of it', async () => {
    await app.page.getByRole('button', { name: 'Save as CSV' }).click();
    const { data } = Papa.parse<string[]>(readFileSync(await written('.csv'), 'utf8').trim());
    expect(data[0]?.[0]).toBe('Line');
    expect(data[0]?.length).toBeGreaterThan(48);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
  });
});

describe('hardware', () => {
  it('holds the racks to a point of the frontier, and lets it go again', async () => {
    await app.go('Hardware');
    const frontier = app.page.getByRole('figure', { name: 'Serving frontier' });
    await frontier.getByRole('img').waitFor();
    const box = await frontier.getByRole('img').boundingBox();
    if (box === null) throw new Error('the frontier is not drawn');
    const release = app.page.getByRole('button', { name: 'Let the frontier choose again' });
    // Marks lie along the curve: walk over the plot until one is hit.
    for (let x = 70; x < box.width - 40 && (await release.count()) === 0; x += 12) {
      for (let y = 40; y < box.height - 60 && (await release.count()) === 0; y += 12) {
        await frontier.getByRole('img').click({ position: { x, y } });
      }
    }
    await release.click();
    await expect.poll(() => release.count()).toBe(0);
  });
});

describe('report', () => {
  it('previews the brief on two pages with the figures of the strip', async () => {
    await app.go('Report');
    const preview = app.page.getByRole('region', { name: 'Preview, 2 pages' });
    await preview.waitFor();
    const strip = await app.headline('Racks');
    const racks = /[\d,]+/.exec(strip)?.[0] ?? 'none';
    expect(await preview.textContent()).toContain(`${racks} racks with`);
  });

  it('makes a tagged PDF with bookmarks of exactly two pages', async () => {
    await app.page.getByRole('button', { name: 'Make PDF' }).click();
    await app.page.getByText(/^Saved 2 pages as/).waitFor({ timeout: 50_000 });
    const pdf = await PDFDocument.load(readFileSync(await written('.pdf')));
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.toString()).toContain(
      '/Marked true',
    );
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
    expect(pdf.getTitle()).toContain('1 MW pod, B200');
  });

  it('prints the numbers of the strip', async () => {
    const text = execFileSync('pdftotext', ['-layout', await written('.pdf'), '-']).toString();
    for (const label of ['Cost per M tokens', 'NPV', 'Racks']) {
      const shown = /\$?[\d.,]*\d/.exec(
        await app.headline(label).then((read) => read.replace(label, '')))?.[0] ?? '';
      // The first page rounds what it is worth to two digits.
      const rounded = `$${Number(shown.replace(/[$,]/gu, '')).toPrecision(2)}`;
      expect(text).toMatch(new RegExp([shown, rounded]
        .map((each) => each.replaceAll(/[$.]/gu, '\\$&')).join('|'), 'u'));
    }
  });

  it('of a plan that cannot be built is made all the same, and exits 1 on the command line', () => {
    const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
    const path = join(tmpdir(), `aifp-broken-${process.pid}.pdf`);
    const { status, stderr } = spawnSync(process.execPath, [cli, 'report', 'b200-1mw',
      '--set', 'network.switchModel=sn5600', '--pdf', path], { encoding: 'utf8' });
    expect(readFileSync(path).length).toBeGreaterThan(10_000);
    rmSync(path);
    expect([status, stderr]).toEqual([1, expect.stringContaining('limit: network.') as string]);
  });

  it('has nothing for axe to find', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});
