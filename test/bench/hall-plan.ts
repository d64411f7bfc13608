import type { Page } from 'playwright-core';
import { utilityMwOfTwoThousand } from './facility.ts';
import { summarise, type Timing } from './report.ts';

/**
 * Notes how long the work of every animation frame takes: the diagrams paint in nothing
 * else.
 */
const watchPainting = (): void => {
  const taken: number[] = [];
  Reflect.set(window, 'painted', taken);
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (paint) => request((at) => {
    const start = performance.now();
    paint(at);
    taken.push(performance.now() - start);
  });
};

/**
 * Dragging and zooming the plan of about two thousand racks, in a page with the 100 MW
 * factory open.
 */
export async function timeHallPlan(page: Page): Promise<readonly Timing[]> {
  await page.getByRole('navigation').getByText('Facility').click();
  await page.getByRole('tab', { name: 'Site' }).click();
  await page.getByRole('textbox', { name: 'Utility capacity' })
    .fill(String(utilityMwOfTwoThousand));
  await page.getByRole('tab', { name: 'Halls' }).click();
  const plan = page.getByRole('application', { name: /^Hall plan/u });
  await plan.waitFor();
  await page.evaluate(watchPainting);
  const box = await plan.boundingBox();
  if (box === null) throw new Error('the hall plan is not in view');
  await plan.focus();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 40; i++) await page.mouse.move(x + i * 2, y + i);
  await page.mouse.up();
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -80);
  await page.waitForTimeout(200);
  const taken = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'painted');
    return Array.isArray(found) ? found.map(Number) : [];
  });
  return [summarise('hall plan of two thousand racks, one repaint (a frame is 16.7)', taken)];
}
