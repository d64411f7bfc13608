import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open({ width: 1280, height: 720 }));
  await app.createFrom('100 MW factory, GB300 NVL72');
});
afterAll(async () => { await session.end(); });

const panel = () => app.page.getByRole('region', { name: 'Reality' });
const measure = (name: string) => panel().locator(':scope > ul > li')
  .filter({ has: app.page.getByRole('heading', { name, exact: true }) });

describe('the plan beside what others published', () => {
  it('shows each measure in the range of its peers, with dates and sources', async () => {
    await app.go('Results', 'Reality');
    await expect.poll(() => measure('Revenue per MW and year').innerText()).toMatch(/MW-year/);
    const row = measure('Revenue per MW and year');
    expect(await row.getByRole('img').getAttribute('aria-label'))
      .toMatch(/^This plan \$.+ others \$.+ to \$/);
    await row.locator('summary').click();
    expect(await row.locator('details').innerText()).toMatch(/OpenAI 2025, 2025-12\. OpenAI CFO/);
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it('follows an edit, and leads to the input that moves it', async () => {
    await app.go('Workload');
    await app.page.getByRole('main').getByRole('textbox', { name: 'Input price', exact: true })
      .fill('9');
    await app.go('Results', 'Reality');
    const row = measure('Revenue per MW and year');
    await expect.poll(() => row.innerText()).toMatch(/far above/);
    expect(await row.innerText()).toMatch(/times what it does at/);
    await row.getByRole('button', { name: 'Input price (reasoning)', exact: true }).click();
    await expect.poll(() => app.page.locator('main').innerText()).toMatch(/Input price/);
    await app.go('Answer');
    const doubts = app.page.getByRole('region', { name: 'Far beyond what anyone has published' });
    await doubts.waitFor();
    expect(await doubts.innerText()).toMatch(/where others have .* at best/);
    expect(await findBarriers(app.page)).toEqual([]);
    expect(session.errors).toEqual([]);
  });
});
