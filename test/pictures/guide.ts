import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../architecture/source.ts';
import type { Session } from '../e2e/support/session.ts';
import { smallPng } from './small-png.ts';

const folder = join(root, 'docs', 'guide', 'pictures');

/** A screen as the guide shows it: screen and part, and the example it is of. */
const shots: readonly { readonly name: string; readonly example: string;
  readonly screen: string; readonly part?: string }[] = [
  { name: 'architect-power', example: 'Liquid-cooled hall, 20 MW of GB200', screen: 'Facility',
    part: 'Power chain' },
  { name: 'architect-halls', example: 'Liquid-cooled hall, 20 MW of GB200', screen: 'Facility',
    part: 'Halls' },
  { name: 'neocloud-answer', example: 'Neocloud pod, 5 MW of B200', screen: 'Answer' },
  { name: 'neocloud-demand', example: 'Neocloud pod, 5 MW of B200', screen: 'Workload',
    part: 'Demand' },
  { name: 'enterprise-unit-cost', example: '1 MW pod, B200', screen: 'Results',
    part: 'Unit cost' },
  { name: 'enterprise-ownership', example: '1 MW pod, B200', screen: 'Economics',
    part: 'Ownership' },
  { name: 'executive-answer', example: 'Liquid-cooled hall, 20 MW of GB200',
    screen: 'Answer' },
  { name: 'executive-report', example: 'Liquid-cooled hall, 20 MW of GB200',
    screen: 'Report' },
];

/** Pictures of the guide, drawn from the program as it is now. */
export async function drawGuide(session: Session): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const page = await session.open({ scheme: 'light', width: 1280, height: 720 });
  await page.getByRole('button', { name: 'No, thanks' }).click();
  await drawStart(page);
  let open = '';
  for (const { name, example, screen, part } of shots) {
    if (open !== example) await openExample(page, example);
    open = example;
    await go(page, screen);
    if (part !== undefined) await page.getByRole('tab', { name: part, exact: true }).click();
    await draw(page, name);
  }
}

const go = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true }).click();

async function openExample(page: Page, example: string): Promise<void> {
  await go(page, 'Start');
  await page.getByRole('button', { name: 'Close project' }).click();
  await page.getByRole('button', { name: `Create: ${example}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Answer', exact: true }).waitFor();
}

/** The consultant's request: the questions answered, and the ranking that follows. */
async function drawStart(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Utility capacity' }).fill('20');
  await page.getByRole('combobox', { name: 'Site' }).fill('Dallas');
  await page.getByRole('option', { name: 'Dallas, Texas', exact: true }).click();
  await page.getByRole('textbox', { name: 'Client' }).fill('Client X');
  const systems = page.getByRole('group', { name: 'Which systems are candidates?' });
  for (const name of ['GB300 NVL72', 'GB200 NVL72', 'DGX B200', 'DGX H200', '8x MI355X server'])
    await systems.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('radio', { name: /Colocate/ }).check();
  await draw(page, 'consultant-start');
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Answer', exact: true }).waitFor();
  await draw(page, 'consultant-answer');
}

/** Waits until nothing is computed any more, and writes the screen in few colours. */
async function draw(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(2500);
  await page.locator('#content').evaluate((main) => { main.scrollTo(0, 0); });
  await page.getByText('being computed').first().waitFor({ state: 'detached', timeout: 30_000 });
  const shot = (await page.screenshot()).toString('base64');
  const { width, height, text } = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const paint = canvas.getContext('2d');
    if (paint === null) throw new Error('no canvas');
    paint.drawImage(image, 0, 0);
    const { data: bytes } = paint.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return { width: image.width, height: image.height, text: btoa(text) };
  }, shot);
  const path = join(folder, `${name}.png`);
  writeFileSync(path, smallPng({ width, height, data: Buffer.from(text, 'base64') }));
  process.stdout.write(`${path}\n`);
}
