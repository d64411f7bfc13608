import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { epwOf } from '../shared/facility/epw-sample.ts';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
});
afterAll(async () => { await session.end(); });

const racks = async (): Promise<number> =>
  Number(/([\d,]+)/.exec((await app.headline('Racks')).replace('Racks', ''))?.[1]?.replaceAll(
    ',', '',
  ) ?? Number.NaN);
const diagram = (name: string) =>
  app.page.getByRole('application', { name: new RegExp(`^${name}`) });
const selected = (name: string) =>
  app.page.getByRole('figure', { name }).locator('.diagram-selected');

/** The newest exported file whose name ends so. */
async function exported(ending: string): Promise<string> {
  const found = () => readdirSync(session.host.projects, { recursive: true }).map(String)
    .filter((name) => name.endsWith(ending));
  await expect.poll(() => found().length).toBeGreaterThan(0);
  return readFileSync(join(session.host.projects, found()[0] ?? ''), 'utf8');
}

describe('halls', () => {
  it('show every rack, reached by keys', async () => {
    await app.go('Facility', 'Halls');
    await diagram('Hall plan').focus();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => selected('Hall plan').textContent())
      .toMatch(/in hall H1, row R\d+, position \d+/);
  });

  it('too weak a busway is over budget, named with a cure, and cured', async () => {
    const before = await racks();
    await app.field('Halls').fill('2');
    await app.field('Busway rating').fill('1000');
    await expect.poll(racks).toBeLessThan(before);
    await app.page.getByText(/raise the feed rating of hall H1/).first().waitFor();
    await app.field('Busway rating').fill('6000');
    await expect.poll(racks).toBe(before);
  });

  it('take a rack moved by hand, and give it back on undo', async () => {
    await diagram('Hall plan').focus();
    await app.page.keyboard.press('ArrowDown');
    await expect.poll(() => selected('Hall plan').textContent()).not.toBe('');
    const rack = (await selected('Hall plan').textContent() ?? '').split(' ')[0] ?? '';
    const panel = app.page.getByRole('region', { name: 'Rack', exact: true });
    await panel.getByRole('textbox', { name: 'Position' }).fill('38');
    await panel.getByRole('button', { name: 'Move the rack here' }).click();
    await expect.poll(() => app.undo().getAttribute('aria-label')).toBe(`Undo: Move ${rack}`);
    await app.undo().click();
    await expect.poll(() => app.redo().getAttribute('aria-label')).toBe(`Redo: Move ${rack}`);
  });

  it('go out as SVG and as a CSV that NetBox imports', async () => {
    await app.page.getByRole('button', { name: 'Save as SVG: Hall plan' }).click();
    expect(await exported('hall-plan.svg'))
      .toMatch(/^<svg[^]*<title>Hall plan<\/title>[^]*row R01/);
    await app.page.getByRole('button', { name: 'Save placement for NetBox: Hall plan' })
      .click();
    expect((await exported('netbox-racks.csv')).split('\r\n')[0])
      .toMatch(/^site,location,name,.*u_height/);
  });
});

describe('NetBox device and rack types', () => {
  const preview = () => app.page.getByRole('dialog', { name: /^Import / });
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = app.page.waitForEvent('filechooser');
    await app.page.getByRole('button', { name: 'Choose device or rack types' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
  };
  const device =
    'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 2\nheigth: 8\npower-ports:\n  - name: A\n    maximum_draw: 6000\n';

  it('with a wrong value are refused by line, and nothing is imported', async () => {
    await app.go('Facility', 'Devices');
    await choose('bad.yaml', `${device}---\n${device.replace('u_height: 2', 'u_height: two')}`);
    await preview().getByText(/Line 13: u_height/).waitFor();
    expect(await preview().getByRole('button', { name: 'Add to the project' }).isDisabled())
      .toBe(true);
    await app.page.keyboard.press('Escape');
    await app.page.getByText('No device type yet.').waitFor();
  });

  it('are kept in the project, unknown keys left out by line', async () => {
    await choose('x1.yaml', device);
    await preview().getByText(/line 5.*heigth|heigth.*line 5/i).waitFor();
    await preview().getByRole('button', { name: 'Add to the project' }).click();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toBe('Undo: Import x1.yaml');
    // The pointer rests where the dialog was, over whatever is below it and its explanation.
    await app.page.mouse.move(0, 0);
    await expect.poll(() => app.page.locator('.mantine-Tooltip-tooltip').count()).toBe(0);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('are left as they are when they come again', async () => {
    await choose('again.yaml', device);
    await preview().getByText('In the project already, and left as they are: Acme X1.').waitFor();
    expect(await preview().getByRole('button', { name: 'Add to the project' }).isDisabled())
      .toBe(true);
    await app.page.keyboard.press('Escape');
  });

  it('stand in the racks an inventory gives them', async () => {
    await choose('devices.csv', 'name,device_role,manufacturer,device_type,status,site,rack\n'
      + 'srv1,server,Acme,X1,active,DC1,R1\nsrv2,server,Acme,X1,active,DC1,R1\n');
    await preview().getByText(/Say in which racks they stand/).waitFor();
    await preview().getByRole('combobox', { name: 'In the racks of' }).click();
    await app.page.getByRole('option', { name: 'Storage' }).click();
    expect(await findBarriers(app.page)).toEqual([]);
    await preview().getByRole('button', { name: 'Add to the project' }).click();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toBe('Undo: Import devices.csv');
    await app.undo().click();
    await expect.poll(() => app.redo().getAttribute('aria-label'))
      .toBe('Redo: Import devices.csv');
  });

  it('put into a rack take power from other racks, and stand in its elevation', async () => {
    const before = await racks();
    await app.page.getByRole('button', { name: 'Add place for a device' }).click();
    await expect.poll(racks).toBeLessThan(before);
    await app.go('Facility', 'Halls');
    await diagram('Hall plan').focus();
    for (let step = 0; step < 4; step++) await app.page.keyboard.press('ArrowLeft');
    await expect.poll(() => app.page.getByRole('application', { name: /^Rack elevation/ })
      .getAttribute('aria-label')).toMatch(/18 Compute tray.*1 Acme X1/);
    await app.undo().click();
    await expect.poll(racks).toBe(before);
  });
});

describe('a tariff with a ratchet', () => {
  it('still bills the peak of racks that have retired', async () => {
    const cost = async (): Promise<string> =>
      (await app.page.locator('.strip-value').allTextContents()).join(' ');
    const start = await cost();
    await app.go('Lifecycle', 'Phases');
    await app.field('Retired after month').fill('40');
    await expect.poll(cost).not.toBe(start);
    await app.go('Economics', 'Operating cost');
    const retired = await cost();
    await app.field('Demand charge').fill('50');
    await expect.poll(cost).not.toBe(retired);
    const charged = await cost();
    await app.page.getByRole('button', { name: /more/ }).first().click();
    await app.field('Demand ratchet').fill('100');
    await expect.poll(cost).not.toBe(charged);
    for (const before of [charged, retired, start]) {
      await app.undo().click();
      await expect.poll(cost).toBe(before);
    }
  });
});

describe('the power chain', () => {
  it('shows the worst failure and that every rack keeps its power', async () => {
    await app.go('Facility', 'Power chain');
    await app.page.getByText('Worst failure', { exact: true }).click();
    await app.page.getByText('Every rack keeps its power.').waitFor();
    expect(await app.page.getByRole('region', { name: 'Failure check by pair' })
      .getByText('Holds').count()).toBe(12);
    await diagram('One-line diagram').focus();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => selected('One-line diagram').textContent()).toContain('kW');
    await app.page.getByRole('button', { name: /^Save the power chain as JSON/u }).click();
    expect(JSON.parse(await exported('power-topology.json')))
      .toMatchObject({ schema: 'aifp.power/1', unit: 'kW' });
  });
});

describe('a weather file', () => {
  const preview = () => app.page.getByRole('dialog', { name: /^Import / });
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = app.page.waitForEvent('filechooser');
    await app.page.getByRole('button', { name: 'Choose a weather file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };

  it('that misses a month is refused by line and changes nothing', async () => {
    await app.go('Facility', 'Site');
    const undo = await app.undo().getAttribute('aria-label');
    await choose('gap.epw', epwOf((row) => row > 2000 && row < 2700));
    await preview().getByText(/Line \d+: more than 6 hours missing/).waitFor();
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
    expect(await app.undo().getAttribute('aria-label')).toBe(undo);
  });

  it('takes the place of the site’s climate, and draws its year by month and hour', async () => {
    await choose('sample.epw', epwOf());
    await preview().getByRole('button', { name: 'Add to the project' }).click();
    await app.page.getByText(/In the project: sample\.epw \(SHA-256 [0-9a-f]{64}\): Testham/).waitFor();
    await app.saved();
    await app.go('Facility', 'Cooling');
    await diagram('The year by month and hour').focus();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => selected('The year by month and hour').textContent())
      .toMatch(/January, 0 to 1 h: PUE 1\.\d+/);
  });

  it('scrolls the screen, never the frame around it', async () => {
    await app.go('Facility', 'Cooling');
    expect(
      await app.page.evaluate('document.documentElement.scrollHeight - window.innerHeight'),
    ).toBe(0);
  });

  it('leaves nothing in the way of anybody', async () => {
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('the plant', () => {
  it('costs more and fails less with redundancy, in the tables and the headline', async () => {
    await app.go('Facility', 'Plant');
    const outages = app.page.getByRole('region',
      { name: 'What takes power or cooling from the racks', exact: true });
    const parts = app.page.getByRole('region',
      { name: 'Power and cooling by their parts', exact: true });
    const sum = async (): Promise<string> =>
      (await parts.getByRole('row', { name: /^All parts/ }).textContent()) ?? '';
    await outages.getByText(/Concurrently maintainable: one UPS block/).waitFor();
    const before = await sum();
    await app.go('Facility', 'Power chain');
    await app.choice('Redundancy').click();
    await app.page.getByRole('option', { name: 'N', exact: true }).click();
    await app.go('Facility', 'Plant');
    await outages.getByText(/No UPS block can be maintained while its racks run/).waitFor();
    await expect.poll(sum).not.toBe(before);
    await app.undo().click();
    await expect.poll(sum).toBe(before);
  });

  it('leaves nothing in the way of anybody', async () => {
    await app.page.mouse.move(0, 0);
    await app.page.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await findBarriers(app.page)).toEqual([]);
  });
});

describe('the network', () => {
  it('follows one accelerator through the drawn fabric', async () => {
    await app.go('Network', 'Fabric');
    await app.page.getByRole('textbox', { name: 'Accelerator to follow' }).fill('100');
    await app.page.getByText('Followed path').waitFor();
    await app.page.getByRole('button', { name: 'Save as SVG: Scale-out fabric' }).click();
    expect(await exported('scale-out-fabric.svg')).toContain('<polyline');
  });

  it('is billed with evidence, and the bill goes out as CSV', async () => {
    await app.go('Network', 'Bill of materials');
    await app.page.getByRole('rowheader', { name: /^optical modules/ }).waitFor();
    await app.page.getByRole('button', { name: 'Save as CSV' }).click();
    expect(await exported('bill-of-materials.csv')).toMatch(/^item,model,count,unit_price_usd/);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('never complained and never left this machine', () => {
    expect(session.errors).toEqual([]);
    expect(session.strays).toEqual([]);
  });
});
