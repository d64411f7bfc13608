import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCommands } from '../../renderer/frame/commands.ts';
import { createMemoryHost } from '../../renderer/backend/memory.ts';
import { createPlannerStore } from '../../renderer/state/store.ts';
import { screenText } from '../../renderer/text/frame.ts';
import { panelTexts, screenParts } from '../../renderer/text/places.ts';
import { screenIds } from '../../renderer/state/screen-ids.ts';
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

const heading = (name: string) => app.page.getByRole('heading', { level: 1, name, exact: true });
const press = (keys: string) => app.page.keyboard.press(keys);
/** Somewhere no text is entered. */
const rest = () => app.page.evaluate(() => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});
const palette = () => app.page.getByRole('dialog', { name: 'Find anything' });
const ask = async (query: string) => {
  await press('Control+K');
  await palette().getByRole('textbox').fill(query);
};

describe('the palette', () => {
  it('answers what used to fail, and goes there by Enter alone', async () => {
    await ask('power price');
    await press('Enter');
    await heading('Economics').waitFor();
    await expect.poll(() => app.field('Electricity price').first()
      .evaluate((box) => box === document.activeElement)).toBe(true);
    await ask('tornado');
    await press('Enter');
    await heading('Assumptions').waitFor();
    await expect.poll(() => app.page.getByRole('tab', { name: 'Influence' })
      .getAttribute('aria-selected')).toBe('true');
  });

  it('is walked with the arrow keys', async () => {
    await app.go('Facility', 'Site');
    await ask('pue');
    const chosen = palette().locator('[data-selected]');
    await expect.poll(() => chosen.textContent()).toMatch(/^PUE, annual/);
    await press('ArrowDown');
    await expect.poll(() => chosen.textContent()).toMatch(/^PUE, peak/);
    await expect.poll(() => findBarriers(app.page)).toEqual([]);
    await press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  it('adds a rack group, which undo takes back', async () => {
    await ask('add rack');
    await press('Enter');
    await heading('Hardware').waitFor();
    await expect.poll(() => app.undo().getAttribute('aria-label')).toBe('Undo: Add rack group');
    await app.undo().click();
    await expect.poll(() => app.undo().getAttribute('aria-label')).toBe('Nothing to undo');
  });

  it('shows an entry of the catalogue', async () => {
    await ask('mi355x');
    await press('Enter');
    await heading('Catalogue').waitFor();
    await expect.poll(() => app.page.getByRole('main').getByRole('heading', { level: 2 })
      .first().textContent()).toMatch(/MI355X/);
  });

  it('offers first what was used last', async () => {
    await press('Control+K');
    await expect.poll(() => palette().locator('[data-action]').first().textContent())
      .toMatch(/MI355X/);
    await press('Escape');
  });

  it('knows the parts of every screen by the names of its tabs', async () => {
    const tabs = app.page.getByRole('main').getByRole('tablist').first().getByRole('tab');
    for (const screen of screenIds) {
      const labels = (screenParts[screen] ?? []).map(({ label }) => label);
      if (labels.length === 0) continue;
      await app.go(screenText[screen].label);
      await expect.poll(() => tabs.allTextContents()).toEqual(labels);
    }
  }, 120_000);

  it('knows panels only on screens and parts that exist', () => {
    const missing = panelTexts.filter(({ screen, part }) => part !== undefined
      && !(screenParts[screen] ?? []).some((each) => each.part === part));
    expect(missing).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('has a map of every key, opened by ? and closed by Escape', async () => {
    await app.go('Network');
    await rest();
    await press('?');
    const map = app.page.getByRole('dialog', { name: 'Keyboard map' });
    const host = createMemoryHost();
    for (const { label, keys = [] } of listCommands(host, createPlannerStore(host)))
      if (keys.length > 0) await map.getByText(label, { exact: true }).last().waitFor();
    await expect.poll(() => findBarriers(app.page)).toEqual([]);
    await press('Escape');
    await map.waitFor({ state: 'detached' });
  });

  it('goes to screens by Alt and a digit', async () => {
    const shown = () => app.page.getByRole('heading', { level: 1 }).textContent();
    await press('Alt+4');
    await expect.poll(shown).toBe('Hardware');
    await press('Alt+5');
    await expect.poll(shown).toBe('Facility');
  });

  it('searches the inputs of the screen on /', async () => {
    await app.go('Economics', 'Operating cost');
    await rest();
    await press('/');
    const search = app.page.getByRole('main').getByRole('searchbox', { name: 'Search these inputs' });
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
    await search.fill('electricity price');
    await expect.poll(() => app.page.getByRole('main').getByRole('textbox').count())
      .toBeLessThan(6);
    await search.press('Escape');
    await app.go('Facility', 'Devices');
    await rest();
    await press('/');
    const box = palette().getByRole('textbox', { name: 'Input of Facility' });
    await box.fill('price');
    await expect.poll(() => palette().getByRole('button').allTextContents())
      .not.toContainEqual(expect.stringContaining('Workload'));
    await press('Escape');
    await palette().waitFor({ state: 'detached' });
  });

  it('turns scenarios with brackets and says which', async () => {
    const switcher = app.page.getByRole('button', { name: /^Scenario: / });
    const first = await switcher.getAttribute('aria-label');
    await press(']');
    await expect.poll(() => switcher.getAttribute('aria-label')).not.toBe(first);
    const name = (await switcher.getAttribute('aria-label')) ?? '';
    await expect.poll(() => app.page.getByRole('region', { name: 'Last deed' })
      .getByRole('status').textContent()).toBe(name);
    await press('[');
    await expect.poll(() => switcher.getAttribute('aria-label')).toBe(first);
  });

  it('folds navigation and inspector, and remembers it', async () => {
    const frame = app.page.locator('.frame');
    await press('Control+B');
    await expect.poll(() => frame.getAttribute('data-nav')).toBe('icons');
    await press('Control+I');
    await expect.poll(() => frame.getAttribute('data-inspector')).toBe('closed');
    await app.page.reload();
    await expect.poll(() => frame.getAttribute('data-nav')).toBe('icons');
    await expect.poll(() => frame.getAttribute('data-inspector')).toBe('closed');
    await press('Control+B');
    await press('Control+I');
    await expect.poll(() => frame.getAttribute('data-inspector')).toBe(null);
  });

  it('moves from warning to warning on F8', async () => {
    await app.go('Facility');
    const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
    const at = () => app.page.evaluate(() => {
      const here = document.activeElement?.closest('.limit-list > li');
      return here === null || here === undefined ? -1
        : [...here.parentElement?.children ?? []].indexOf(here);
    });
    await press('F8');
    await inspector.getByRole('heading', { name: 'Limits and warnings' }).waitFor();
    await expect.poll(at).toBe(0);
    await press('F8');
    await expect.poll(at).toBe(1);
  });

  it('presses the main button on Ctrl Enter', async () => {
    await app.go('Report');
    await app.page.evaluate(() => {
      document.querySelector('#content')?.addEventListener('click', (event) => {
        event.stopPropagation();
        event.preventDefault();
        document.body.dataset['pressed'] = (event.target as HTMLElement).textContent ?? '';
      }, { capture: true, once: true });
    });
    await press('Control+Enter');
    await expect.poll(() => app.page.evaluate(() => document.body.dataset['pressed']))
      .toMatch(/PDF/);
  });

  it('types into fields instead of ordering', async () => {
    await app.go('Workload', 'Traffic classes');
    const box = app.page.locator('[data-type="text"] input').first();
    await box.fill('');
    await box.pressSequentially('a/[]?');
    expect(await box.inputValue()).toBe('a/[]?');
    expect(await app.page.getByRole('dialog').count()).toBe(0);
    await app.undo().click();
  });
});

describe('undo', () => {
  const said = () => app.page.getByRole('region', { name: 'Last deed' })
    .getByRole('status').textContent();

  it('says what it took back, and redo what it did again', async () => {
    await app.go('Facility', 'Site');
    await app.field('Utility capacity').fill('90');
    await app.field('Utility capacity').blur();
    await press('Control+Z');
    await expect.poll(said).toBe('Undid: Utility capacity 100 MW to 90 MW');
    await press('Control+Y');
    await expect.poll(said).toBe('Did again: Utility capacity 100 MW to 90 MW');
    await press('Control+Z');
  });
});
