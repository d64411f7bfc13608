import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page as it stands, one line per place. Empty when nothing
 * is.
 * @param within only in what this selector finds, such as an open dialog
 */
export async function findBarriers(
  page: Page, within: string | null = null,
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (scope) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(scope ?? document, { resultTypes: ['violations'] });
    return violations.flatMap(
      ({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
    );
  }, within);
}
