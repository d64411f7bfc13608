import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { headlineGroups, printHeadline } from '../../shared/report/figures.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

const template = 'gb300-100mw';
const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="240" height="60" fill="#f90"/>${inside}</svg>`);

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1600, height: 1000 }));
  await app.createFrom('100 MW factory, GB300 NVL72');
  await app.go('Report');
});

afterAll(async () => {
  await session.end();
});

const preview = (pages: string) =>
  app.page.getByRole('region', { name: new RegExp(`^Preview, ${pages} pages$`, 'u') });
const chooseKind = (name: string) =>
  app.page.getByRole('main').getByText(name, { exact: true }).click();

/** Makes the PDF of the kind on show and reads it. */
async function makePdf(
  kind: string,
): Promise<{ readonly text: string; readonly pdf: PDFDocument; readonly path: string }> {
  await app.page.getByRole('button', { name: 'Make PDF' }).click();
  await app.page.getByText(new RegExp(`^Saved \\d+ pages? as .*${kind}`, 'u'))
    .waitFor({ timeout: 50_000 });
  const newest = readdirSync(session.host.projects)
    .filter((name) => name.includes(kind) && name.endsWith('.pdf'))
    .map((name) => join(session.host.projects, name))
      .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  const path = newest ?? '';
  return { path, text: execFileSync('pdftotext', ['-layout', path, '-']).toString(),
    pdf: await PDFDocument.load(readFileSync(path)) };
}

describe('the choice of sections', () => {
  it('leaves a section out, remembers it, and puts it back', async () => {
    await chooseKind('Technical report');
    await preview('\\d+').waitFor();
    const bill = app.page.getByRole('checkbox', { name: 'Bill of materials' });
    await bill.uncheck();
    await expect.poll(async () => (await preview('\\d+').textContent()) ?? '').not.toContain(
      'Site totals',
    );
    await chooseKind('Full report');
    expect(await bill.isChecked()).toBe(false);
    await app.undo().click();
    await expect.poll(() => bill.isChecked()).toBe(true);
  });

  it('never leaves out the last one', async () => {
    await chooseKind('Executive brief');
    const [first, second] = await app.page.getByRole('group', { name: 'Sections' })
      .getByRole('checkbox').all();
    await first?.uncheck();
    expect(await second?.isDisabled()).toBe(true);
    await first?.check();
  });
});

describe('the brand', () => {
  const logo = () => app.page.getByRole('region', { name: 'Logo' });
  const offer = (name: string, buffer: Buffer, mimeType = 'image/svg+xml') =>
    app.page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

  it('refuses a picture that can act, one that is none, and one that is too large', async () => {
    await app.page.getByText('Logo, colour and disclaimer').click();
    await offer('acting.svg', svg('<script>window.acted = true</script>'));
    await logo().getByText(/which a logo does not need/u).waitFor();
    await offer('text.png', Buffer.from('no picture'), 'image/png');
    await logo().getByText(/^That is no picture/u).waitFor();
    await offer('large.png', Buffer.alloc(2_000_000), 'image/png');
    await logo().getByText(/^The picture is too large/u).waitFor();
    expect(await logo().getByRole('img').count()).toBe(0);
    expect(await app.page.evaluate('window.acted')).toBeUndefined();
  });

  it('takes a plain picture, a colour, a line in the foot and a long disclaimer', async () => {
    await offer('acme.svg', svg('<text x="20" y="40">ACME</text>'));
    await logo().getByRole('img', { name: 'Logo' }).waitFor();
    await app.field('Colour').fill('#ff9900');
    await app.field('Line in the foot').fill('For the board of ACME');
    await app.field('Disclaimer')
      .fill(`${'Nothing here is an offer. '.repeat(380)}The end of it.`);
    await app.field('Colour').focus();
    const hint = app.page.getByText(/^#ff9900 is too light for words on white paper/u);
    await expect.poll(() => hint.count()).toBe(1);
  });

  it('prints them', async () => {
    const { text, pdf } = await makePdf('executive');
    expect(text).toContain('For the board of ACME');
    expect(text.replaceAll(/\s+/gu, ' ')).toContain('The end of it.');
    expect(text.replaceAll(' ', '')).toContain(`${pdf.getPageCount()}/${pdf.getPageCount()}`);
  });

  it('has nothing for axe to find', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('the technical report', () => {
  it('prints every headline figure of the plan, a page for every entry of the contents, and no empty page', async () => {
    await chooseKind('Technical report');
    await preview('\\d+').waitFor();
    const { text } = await makePdf('technical');
    const plan = createPlanner(builtInCatalog, loadMeasuredPoints())
      .evaluate(documentOf(findTemplate(template)?.records ?? []), 'base');
    if (!plan.ok) throw new Error(plan.error.code);
    const words = text.replaceAll(/\s+/gu, ' ');
    const printed = headlineGroups.flatMap(({ keys }) => keys)
      .map((key) => printHeadline(plan.value, key).printed.replaceAll(/\s+/gu, ' '));
    expect(printed.filter((figure) => !words.includes(figure))).toEqual([]);
    const pages = text.split('\f').slice(0, -1);
    expect(pages.filter((page) => page.replaceAll(/\s/gu, '').length < 120)).toEqual([]);
    const entries = [...(pages[0] ?? '').matchAll(/^ *(\S.*?) {3,}(\d+)$/gmu)];
    expect(entries.length).toBeGreaterThan(14);
    expect(entries.filter(
      ([, title = '', page]) => pages[Number(page) - 1]?.includes(title) !== true,
    )).toEqual([]);
  });
});

describe('the comparison', () => {
  it('prints a page for each scenario, whatever it is called', async () => {
    await app.page.getByRole('button', { name: /Base case/u }).first().click();
    await app.page.getByRole('menuitem', { name: 'Duplicate this scenario' }).click();
    await chooseKind('Comparison of scenarios');
    await app.page.getByRole('group', { name: 'Scenarios' }).getByRole('checkbox').nth(1)
      .waitFor();
    const { text, pdf } = await makePdf('comparison');
    expect(text).toContain('Scenarios side by side');
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(4);
  });
});

describe('while it is printed', () => {
  it('can be stopped, and then writes nothing', async () => {
    await chooseKind('Full report');
    const before = readdirSync(session.host.projects);
    await app.page.getByRole('button', { name: 'Make PDF' }).click();
    await app.page.getByRole('progressbar').waitFor();
    await app.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await app.page.getByText('Cancelled. No file was written.').waitFor();
    expect(readdirSync(session.host.projects)).toEqual(before);
  });

  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});
