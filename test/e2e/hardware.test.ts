import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
  await app.go('Hardware');
});
afterAll(async () => { await session.end(); });

const frontier = () => app.page.getByRole('figure', { name: 'Serving frontier' });
const described = async (): Promise<string> =>
  (await frontier().getByRole('img').getAttribute('aria-label')) ?? '';
const slider = () => app.page.getByRole('slider', { name: 'Serving point along the frontier' });
const point = () => app.page.getByRole('region', { name: 'Serving point', exact: true });
const chosen = async (): Promise<number> =>
  Number((/chosen point ([\d,.]+) tok/.exec(await described())?.[1] ?? '').replaceAll(',', ''));

describe('the serving point', () => {
  it('moves along the frontier with the arrow keys and takes the figures along', async () => {
    const before = await chosen();
    const cost = await app.headline('Cost per M tokens');
    await slider().focus();
    for (let i = 0; i < 4; i++) await app.page.keyboard.press('ArrowRight');
    await expect.poll(chosen).toBeGreaterThan(before);
    expect(await slider().getAttribute('aria-valuetext')).toContain('tok/s/user');
    await expect.poll(() => app.headline('Cost per M tokens')).not.toBe(cost);
  });

  it('comes back in one step', async () => {
    expect(await point().getByRole('button', { name: 'Let the frontier choose again' })
      .count()).toBe(1);
    await app.undo().click();
    await expect.poll(
      () => point().getByRole('button', { name: 'Let the frontier choose again' }).count(),
    ).toBe(0);
  });

  it('is dragged to another place on the curve, one step to undo', async () => {
    const before = await chosen();
    const start = await findChosen();
    await app.page.mouse.move(start.x, start.y);
    await app.page.mouse.down();
    for (const share of [0.25, 0.5, 0.75, 1])
      await app.page.mouse.move(start.x + share * 140, start.y + share * 60);
    await app.page.mouse.up();
    await expect.poll(chosen).toBeGreaterThan(before * 1.2);
    await app.undo().click();
    await expect.poll(chosen).toBe(before);
  });
});

/** Ends at which the axis of speed may be drawn for this traffic, tok/s/user. */
const axisEnds = [150, 160, 180, 200, 120, 250];
/** Room left and right of the plot, px. */
const [left, right] = [54, 24];

/**
 * Where the chosen point is drawn: at its speed on the axis, at the height where it can
 * be taken hold of.
 */
async function findChosen(): Promise<{ x: number; y: number }> {
  const canvas = frontier().locator('canvas').first();
  const speed = await chosen();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('no chart');
  for (const end of axisEnds) {
    const x = box.x + left + (speed / end) * (box.width - left - right);
    for (let y = box.y + 45; y < box.y + box.height - 45; y += 6) {
      await app.page.mouse.move(x, y);
      if (await canvas.evaluate((element) => element.parentElement?.style.cursor) === 'grab')
        return { x, y };
    }
  }
  throw new Error('the chosen point was not found');
}

describe('other systems', () => {
  it('are laid over the frontier for the same traffic', async () => {
    await app.page.getByRole('group', { name: 'Compare with' })
      .getByText('DGX H200', { exact: true }).click();
    await expect.poll(described).toContain('DGX H200 (FP');
    await app.page.getByRole('group', { name: 'Compare with' })
      .getByText('8x MI355X server', { exact: true }).click();
    await expect.poll(described).toContain('8x MI355X server (FP4, ');
  });

  it('are compared by cost, and those without a stated cost are named', async () => {
    const panel = app.page.getByRole('region', { name: 'Cheapest system for this traffic' });
    expect(await panel.getByRole('listitem').count()).toBeGreaterThan(0);
    await panel.getByText(/Left out: .*no source states an hourly cost/).waitFor();
    const bySpeed = await panel.getByRole('list').textContent();
    await panel.getByText('First token', { exact: true }).click();
    await expect.poll(() => panel.getByRole('list').textContent()).not.toBe(bySpeed);
  });

  it('are compared by the plan’s own costs of each, or left out with the reason', async () => {
    const panel = app.page.getByRole('region', { name: 'Cheapest system for this traffic' });
    await panel.getByText('This plan', { exact: true }).click();
    await panel.getByText(/an accelerator-hour costs in this plan/u).waitFor();
    expect(await panel.getByRole('listitem').count()).toBeGreaterThan(0);
    await panel.getByText(/Left out: TPU7x superpod, \w+/u).waitFor();
  });

  it('leave what the demand needs to whole replicas', async () => {
    const panel = app.page.getByRole('region', { name: 'Accelerators this demand needs' });
    expect(await panel.textContent())
      .toMatch(/At least [\d,]+ accelerators: [\d,]+ replicas of \d+, (dis)?aggregated/);
    expect(await panel.getByRole('row').count()).toBe(16);
  });
});

describe('files of one’s own', () => {
  const own = () => app.page.getByRole('region', { name: 'Own models and measurements' });
  const preview = () => app.page.getByRole('dialog', { name: /^Import / });
  const add = () => preview().getByRole('button', { name: 'Add to the project' });
  const give = async (label: string, name: string, text: string): Promise<void> => {
    const chooser = app.page.waitForEvent('filechooser');
    await own().getByRole('button', { name: label }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };
  const leave = async (): Promise<void> => {
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  };
  const header = 'isl,osl,concurrency,tpot_mean_ms,output_tok_s_per_gpu';

  it('are shown line by line, and nothing is imported before a word', async () => {
    await give('Read a benchmark …', 'sweep.csv',
      [header, '8192,1024,64,25,250', '8192,1024,64,25,9e9', '8192,1024,,25,250'].join('\n'));
    for (const [label, width] of [['Tensor parallel width', '8'], ['Attention ranks', '1'],
      ['Expert parallel width', '8']] as const) await preview().getByLabel(label).fill(width);
    await preview().getByText(/roofline/).waitFor();
    expect(await preview().textContent()).toMatch(/roofline.*line 3.*concurrency.*line 4/i);
    expect(await findBarriers(app.page)).toEqual([]);
    expect(await own().getByText('No measurement of your own yet').count()).toBe(1);
    await add().click();
    await preview().waitFor({ state: 'detached' });
    await expect.poll(() => own().getByText('No measurement of your own yet').count()).toBe(0);
  });

  it('bring a model that traffic can choose', async () => {
    await give('Read a config.json …', 'config.json', '{"hidden_size": 4}');
    await preview().getByText(/num_hidden_layers|not understood/).first().waitFor();
    expect(await add().isDisabled()).toBe(true);
    await leave();
    await give('Read a config.json …', 'config.json', JSON.stringify({
      _name_or_path: 'our/house-70b', model_type: 'llama', num_hidden_layers: 80,
      hidden_size: 8192, num_attention_heads: 64, num_key_value_heads: 8,
      vocab_size: 128_256, max_position_embeddings: 131_072, intermediate_size: 28_672,
    }));
    await preview().getByText(/70\.55 B/).first().waitFor();
    expect(await preview().textContent()).toContain('327,680 bytes');
    expect(await findBarriers(app.page)).toEqual([]);
    expect(await own().getByText('No model of your own yet').count()).toBe(1);
    await add().click();
    await app.go('Workload', 'Traffic classes');
    await app.choice('Model').first().fill('house');
    await app.page.getByRole('option', { name: /house-70b/ }).waitFor();
    await app.page.keyboard.press('Escape');
  });

  it('ask for a context the file leaves out, and offer the entry built in', async () => {
    await app.go('Hardware');
    await give('Read a config.json …', 'config.json', JSON.stringify({
      model_type: 'llama', num_hidden_layers: 80, hidden_size: 8192, num_attention_heads: 64,
      num_key_value_heads: 8, vocab_size: 128_256, intermediate_size: 28_672,
    }));
    await preview().getByLabel('Longest context, tokens').fill('131072');
    const use = /^Use the catalogue’s Llama-3\.1\/3\.3-70B for /;
    await preview().getByRole('button', { name: use }).click();
    await expect.poll(() => app.undo().getAttribute('aria-label'))
      .toMatch(/^Undo: Use the catalogue’s Llama-3\.1\/3\.3-70B for /);
    await app.undo().click();
  });
});

describe('the scale-up domain', () => {
  it('costs throughput when it shrinks to islands of eight', async () => {
    const tokens = async (): Promise<number> =>
      Number(/([\d.]+) M/.exec(await app.headline('Tokens/s per MW'))?.[1]);
    const before = await tokens();
    await app.go('Network');
    await app.page.getByRole('region', { name: 'Scale-up' })
      .getByRole('button', { name: /more/ }).click();
    await app.field('Scale-up domain').fill('8');
    await app.page.keyboard.press('Tab');
    await expect.poll(tokens).toBeLessThan(before);
    await app.go('Hardware');
  });
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it('axe finds nothing with systems compared', async () => {
    const other = planner(await session.open({ scheme }));
    await other.createFrom('1 MW pod, B200');
    await other.go('Hardware');
    await other.page.getByRole('group', { name: 'Compare with' })
      .getByText('GB300 NVL72', { exact: true }).click();
    await other.page.getByRole('region', { name: 'Cheapest system for this traffic' })
      .waitFor();
    expect(await findBarriers(other.page)).toEqual([]);
  });
});

it('never complained and never left this machine', () => {
  expect(session.errors).toEqual([]);
  expect(session.strays).toEqual([]);
});
