import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { planner, type PlannerPage } from './support/planner.ts';
import { startSession, type Session } from './support/session.ts';

let session: Session;
let app: PlannerPage;

beforeAll(async () => {
  session = await startSession();
  app = planner(await session.open());
  await app.createFrom('1 MW pod, B200');
  await app.go('Hardware');
});
afterAll(async () => { await session.end(); });

const choose = async (label: string, option: RegExp): Promise<void> => {
  await app.choice(label).first().click();
  await app.page.getByRole('option', { name: option }).first().click();
};
const notice = () => app.page.getByRole('alert').filter({ hasText: 'Moved along' });

describe('choosing a system', () => {
  it('moves software and network along, says so, and is one step to undo', async () => {
    await choose('System', /^8x MI355X server/);
    await notice().waitFor();
    expect(await notice().textContent()).toContain('TensorRT-LLM → ATOM (ROCm)');
    expect(await app.choice('Serving framework').first().inputValue()).toBe('ATOM (ROCm)');
    expect(await findBarriers(app.page)).toEqual([]);
    await notice().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => app.choice('Serving framework').first().inputValue())
      .toBe('TensorRT-LLM');
  });
});

describe('an option that does not fit', () => {
  it('says why in the list, and the limit it breaks is mended by one press', async () => {
    await app.choice('Serving framework').first().click();
    const atom = app.page.getByRole('option', { name: /^ATOM/ });
    expect(await atom.textContent()).toContain(
      'Does not fit: ATOM does not run on B200 SXM (HGX/DGX B200)');
    await atom.click();
    await app.page.getByRole('button', { name: /limit broken/ }).click();
    await app.page.getByRole('complementary', { name: 'Inspector' })
      .getByRole('button', { name: /^Mend this: / }).click();
    await expect.poll(() => app.choice('Serving framework').first().inputValue())
      .toBe('TensorRT-LLM');
    expect(await app.undo().getAttribute('aria-label'))
      .toContain('Mended the plan: Set serving framework to TensorRT-LLM');
    expect(session.errors).toEqual([]);
  });
});
