import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWeather } from '../shared/import/weather/make.ts';
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

const field = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/field', name), 'utf8');

/** Drops a file on the window, as a person would. */
async function drop(name: string, text: string): Promise<void> {
  const data = await app.page.evaluateHandle(([file, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content ?? ''], file ?? ''));
    return transfer;
  }, [name, text]);
  await app.page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await app.page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
const preview = () => app.page.getByRole('dialog', { name: /^Import / });
const add = () => preview().getByRole('button', { name: 'Add to the project' });

describe('a file dropped on the window', () => {
  it('shows what was read and left out, and is kept and taken back in one step', async () => {
    await drop('usage.csv', field('46-openai-usage-export.csv'));
    await expect.poll(() => preview().textContent()).toContain('57,601,128 tokens');
    expect(await preview().textContent()).toContain('input_cached_tokens');
    expect(await preview().textContent()).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(await findBarriers(app.page)).toEqual([]);
    await add().click();
    await preview().waitFor({ state: 'detached' });
    await app.saved();
    await expect.poll(() => app.undo().getAttribute('aria-label')).toContain('Import usage.csv');
    await app.undo().click();
    await expect.poll(() => app.redo().getAttribute('aria-label')).toContain('Import usage.csv');
  });

  it('asks what the file does not say', async () => {
    await drop('gx8.yaml', field('100-redundant-psus.yaml'));
    await expect.poll(() => preview().textContent()).toContain('9,900 W with n + n');
    expect(await add().isDisabled()).toBe(true);
    await preview().getByLabel('Supplies in reserve in each device').fill('3');
    await expect.poll(() => add().isEnabled()).toBe(true);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
    await drop('day.csv', 'time,tokens\n1/2/2026 0:00,1\n1/2/2026 1:00,2\n');
    await expect.poll(() => preview().textContent()).toContain('month or the day first');
    await preview().getByRole('combobox', { name: 'Dates' }).click();
    await app.page.getByRole('option', { name: 'Day first' }).click();
    await expect.poll(() => preview().textContent()).toContain('2026-02-01');
    await preview().getByRole('button', { name: 'Cancel' }).click();
  });

  it('is told by its content, whatever it is called', async () => {
    await drop('weather.txt', makeWeather('nsrdb'));
    await expect.poll(() => preview().textContent()).toContain('NSRDB PSM');
    expect(await preview().textContent()).toContain('8,760 hours');
    await app.page.keyboard.press('Escape');
    await drop('what.csv', 'hello');
    await expect.poll(() => preview().textContent()).toContain('The file was not understood');
    expect(await add().isDisabled()).toBe(true);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  });

  it('shows a model with its caches and the promise of its name', async () => {
    await drop('config.json', JSON.stringify({ model_type: 'llama', hidden_size: 4096,
      num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 128_256,
      intermediate_size: 14_336, tie_word_embeddings: false, _name_or_path: 'acme/House-70B' }));
    await expect.poll(() => preview().textContent()).toContain('states no longest context');
    await preview().getByLabel('Longest context, tokens').fill('131072');
    await expect.poll(() => preview().textContent()).toContain('at 131,072: 131,072 bytes per token');
    expect(await preview().textContent()).toContain('DIFFERS from the 8.03 B');
    // What was said stays, and so does the place of the keyboard.
    expect(await preview().getByLabel('Longest context, tokens').evaluate((input) =>
      input === document.activeElement)).toBe(true);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  });

  it('takes a benchmark for the rack group a person names', async () => {
    await drop('result.json', field('60-vllm-other-model.json'));
    await expect.poll(() => preview().textContent())
      .toContain('llama-3.1-8b, 1,024 in and 1,024 out, 64 users');
    expect(await add().isDisabled()).toBe(true);
    await preview().getByRole('combobox', { name: 'Measured on rack group' }).click();
    await app.page.getByRole('option').first().click();
    await expect.poll(() => preview().textContent()).toContain('the file is of model');
    expect(await add().isDisabled()).toBe(true);
    expect(await findBarriers(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await preview().waitFor({ state: 'detached' });
  });

  it('keeps a tariff’s schedule and prices with their source, in one step', async () => {
    await drop('lp.json', JSON.stringify({ name: 'Large Power', utility: 'Acme',
      energyratestructure: [[{ rate: 0.0625 }]],
      flatdemandstructure: [[{ max: 100, rate: 25 }, { rate: 35 }]], fixedchargefirstmeter: 500 }));
    await expect.poll(() => preview().textContent()).toContain('energy at 0.0625 USD/kWh');
    expect(await preview().textContent())
      .toContain('demand by month, a fixed charge of 500 USD a month');
    expect(await findBarriers(app.page)).toEqual([]);
    await add().click();
    await preview().waitFor({ state: 'detached' });
    await app.saved();
    await expect.poll(() => app.undo().getAttribute('aria-label')).toContain('Import lp.json');
    await app.undo().click();
    await expect.poll(() => app.redo().getAttribute('aria-label')).toContain('Import lp.json');
  });
});
