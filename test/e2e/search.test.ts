import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;
const patient = { timeout: 60_000 };

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('100 MW factory, GB300 NVL72');
});
afterAll(async () => { await session.end(); });

const main = () => app.page.getByRole('main');
const npv = (): Promise<string> => app.headline('NPV');

it('plans a grid at once, leads by keys to a cell, and makes it a scenario', async () => {
  const before = await npv();
  await app.go('Search');
  const grid = main().getByRole('application', { name: /^NPV by two inputs/ });
  await grid.waitFor(patient);
  await grid.focus();
  await app.page.keyboard.press('ArrowRight');
  const cell = main().getByRole('region', { name: 'Plan of the cell' });
  await cell.waitFor();
  const open = cell.getByRole('button', { name: /^Make it a scenario: Utilisation/ });
  await open.waitFor(patient);
  const said = await cell.getByRole('row', { name: /^NPV/ }).getByRole('cell').last().textContent();
  expect(await findBarriers(app.page)).toEqual([]);
  await open.click();
  await expect.poll(npv).not.toBe(before);
  // three digits on the strip, and the same in the cell
  expect((await npv()).replaceAll(/\s/g, '')).toContain((said ?? '').replaceAll(/\s/g, '').slice(0, 5));
});

it('refuses what cannot be asked, and says why', async () => {
  await app.go('Search', 'Two inputs');
  await main().getByRole('combobox', { name: 'Across' }).click();
  await main().getByRole('combobox', { name: 'Across' }).fill('Electricity price');
  await app.page.getByRole('option', { name: 'Electricity price', exact: true }).click();
  await main().getByText('Choose two different inputs.').waitFor();
  expect(await main().getByRole('button', { name: 'Plan the grid' }).isDisabled()).toBe(true);
});

it('finds the value that gives a figure, and makes it a scenario', async () => {
  await app.go('Search', 'Goal');
  await main().getByRole('button', { name: 'Find the value' }).click();
  await main().getByText(/NPV is \$0\.00 at Utilisation of/).waitFor(patient);
  expect(await findBarriers(app.page)).toEqual([]);
  await main().getByRole('button', { name: /^Make it a scenario: Utilisation/ }).click();
  await expect.poll(npv).toMatch(/\$0(\.0\d*)?(?!\.?\d* [MB])/);
});

it('answers a sentence, or says what of it was not understood', async () => {
  await app.go('Search', 'Two inputs');
  const question = main().getByRole('textbox', { name: 'Question' });
  await question.fill('find the moon; vary utilisation');
  await question.press('Enter');
  await main().getByText('Not understood: “find the moon”.').waitFor();
  await question.fill('find NPV so that NPV = $500 M; vary utilisation from 20% to 90%');
  await question.press('Enter');
  await main().getByText(/NPV is \$500\.00 M at Utilisation of/).waitFor(patient);
  expect(await main().getByRole('tab', { name: 'Goal' }).getAttribute('aria-selected')).toBe('true');
});

it('says what reverses two scenarios, and stops when it is asked to', async () => {
  await app.go('Search', 'What reverses it');
  const run = main().getByRole('button', { name: 'Find what reverses it' });
  await run.click();
  await main().getByRole('button', { name: 'Stop' }).click();
  await main().getByText('Stopped before its end.').waitFor();
  await run.click();
  await main().getByText(/is better: NPV is|NPV is the same in both/).waitFor(patient);
  expect(await findBarriers(app.page)).toEqual([]);
});

it('finds the best mix of racks, with what binds', async () => {
  await app.go('Search', 'Best mix');
  await main().getByRole('button', { name: 'Find the best mix' }).click();
  await main().getByRole('region', { name: 'Racks of each group' }).waitFor(patient);
  await main().getByText(/100 MW of the site are taken/).waitFor();
  expect(await findBarriers(app.page)).toEqual([]);
  expect(session.errors).toEqual([]);
});
