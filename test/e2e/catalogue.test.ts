import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1440, height: 900 }));
  await app.createFrom('1 MW pod, B200');
  await app.go('Catalogue');
});
afterAll(async () => { await session.end(); });

const row = (name: string) => app.page.getByRole('row')
  .filter({ has: app.page.getByRole('rowheader', { name, exact: true }) });
/** States a figure of the entry on show. */
async function replace(figure: string, value: string, source: string): Promise<void> {
  await app.page.getByRole('button', { name: `Replace ${figure}`, exact: true }).click();
  const form = app.page.getByRole('form', { name: `State a figure: ${figure}` });
  await form.getByRole('textbox', { name: `Value: ${figure}` }).fill(value);
  if (source !== '') await form.getByRole('textbox', { name: 'Source' }).fill(source);
  await form.getByRole('button', { name: 'Keep the figure' }).click();
}
const upload = async (name: string, text: string): Promise<void> => {
  await app.page.getByLabel('Catalogue file (JSON or CSV)')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
};
const head = 'collection,entry,basedOn,name,figure,value,unit,source,date,evidence,note\r\n';

describe('the catalogue', () => {
  it('shows the system of the plan first, and can be used without a mouse or eyes', async () => {
    await app.page.getByRole('heading', { name: 'DGX B200', level: 2 }).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('keeps no figure without a source', async () => {
    await replace('Max power', '20', '');
    await expect.poll(
      () => app.page.getByRole('form', { name: 'State a figure: Max power' }).count(),
    ).toBe(1);
    await app.page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('moves the plan with a figure of the project’s own, shows the built-in one beside it, and takes it back', async () => {
    const [racks, cost] = [await app.headline('Racks'),
      await app.headline('Cost per M tokens')];
    await replace('Max power', '28', 'Quotation of the maker');
    await expect.poll(() => app.headline('Racks')).not.toBe(racks);
    expect(await row('Max power').textContent())
      .toMatch(/28 kW.*14\.3 kW.*Quotation of the maker/);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Take back Max power' }).click();
    await expect.poll(() => app.headline('Cost per M tokens')).toContain(cost.trim());
  });

  it('adds an entry that hardware then offers', async () => {
    await app.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Our B200 server');
    await app.page.getByRole('textbox', { name: 'Key' }).fill('our_b200');
    await app.page.getByRole('button', { name: 'Add the entry' }).click();
    await app.page.getByRole('heading', { name: 'Our B200 server', level: 2 }).waitFor();
    await replace('Max power', '12', 'Data sheet');
    await app.go('Hardware');
    await app.page.getByRole('combobox', { name: 'System' })
      .or(app.page.getByRole('textbox', { name: 'System', exact: true })).first().click();
    const option = app.page.getByRole('option', { name: /Our B200 server/ });
    await option.waitFor();
    expect(await option.textContent()).toMatch(/12/);
    await app.page.keyboard.press('Escape');
    await app.go('Catalogue');
  });

  it('takes a file wholly or not at all, and says where it is wrong', async () => {
    const good = 'systems,dgx_b200,,B200,maxPowerKw,15,kW,Measured here,2026-11,measured,\r\n';
    await upload('bad.csv',
      `${head}${good}systems,dgx_b200,,B200,weightKg,3,stones,Somewhere,,user,\r\n`);
    await app.page.getByRole('alert').getByText(/line 2.*stones/).waitFor();
    expect(await app.page.getByRole('button', { name: 'Take them into the project' })
      .count()).toBe(0);
    await upload('good.csv', head + good);
    await app.page.getByRole('button', { name: 'Take them into the project' }).click();
    await app.page.getByRole('list').getByRole('button', { name: /DGX B200 / }).first().click();
    await expect.poll(() => row('Max power').textContent()).toMatch(/15 kW/);
  });

  it('lists what others published, with day and source, and finds some of it', async () => {
    await app.go('Catalogue', 'What others published');
    const list = app.page.getByRole('region', { name: 'What others published' });
    expect(await list.getByRole('row', { name: /OpenAI 2025 Revenue per MW and year/ }).textContent())
      .toMatch(/MW-year.*2025-12.*The Decoder/u);
    await app.page.getByRole('textbox', { name: 'Find an entry' }).fill('sales over rent');
    await app.page.getByText(/^3 of \d+ entries$/).waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.go('Catalogue', 'Entries');
  });

  it('gives own entries away as a file that reads back', async () => {
    await app.page.getByRole('button', { name: 'Own entries as CSV' }).click();
    await expect.poll(() => readdirSync(session.host.projects).includes('catalogue.csv'))
      .toBe(true);
    expect(readFileSync(join(session.host.projects, 'catalogue.csv'), 'utf8'))
      .toMatch(/systems,dgx_b200,,.*maxPowerKw,15,kW,Measured here/);
  });
});

describe('the workbook', () => {
  it('is saved from the statement, formulas and all', async () => {
    await app.go('Results');
    await app.page.getByRole('tab', { name: /statement|cash/i }).first().click();
    await app.page.getByRole('button', { name: 'Excel workbook' }).click();
    await expect.poll(() => readdirSync(session.host.projects)
      .filter((name) => name.endsWith('.xlsx')).length, { timeout: 15_000 }).toBe(1);
    const name = readdirSync(session.host.projects)
      .find((each) => each.endsWith('.xlsx')) ?? '';
    const parts = unzipSync(readFileSync(join(session.host.projects, name)));
    // The summary comes first, live like every sheet of figures.
    expect(Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString()).toContain('<f>');
  });
});
