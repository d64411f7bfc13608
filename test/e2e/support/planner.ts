import type { Locator, Page } from 'playwright-core';

/** The page as a person uses it: by names they read, never by how it is built. */
export interface PlannerPage {
  readonly page: Page;
  /** Makes a project of a template, and goes to its first inputs. */
  readonly createFrom: (template: string) => Promise<void>;
  /** Leaves the first scenario of a template alone: its cases go. */
  readonly keepBase: () => Promise<void>;
  /** Opens a project of the list, and goes to its first inputs. */
  readonly openRecent: (name: string) => Promise<void>;
  readonly go: (screen: string, part?: string) => Promise<void>;
  /** The box or list in which an input is entered. */
  readonly field: (label: string) => Locator;
  /** The list from which an input is chosen. */
  readonly choice: (label: string) => Locator;
  /** The row of an input by its path, with label, marks and messages. */
  readonly row: (path: string) => Locator;
  /** A figure of the strip, as it reads. */
  readonly headline: (label: string) => Promise<string>;
  readonly undo: () => Locator;
  readonly redo: () => Locator;
  readonly saved: () => Promise<void>;
}

/** Screens whose inputs stand beside a picture, and their parts without one. */
const besidePicture = ['Workload', 'Hardware', 'Facility', 'Network', 'Economics', 'Lifecycle'];
const withoutPicture = ['Devices', 'Bill of materials'];

/** Lists every input beside the picture, not only those that matter. */
async function openAllInputs(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const all = main.getByRole('button', { name: /^All \d+ inputs$/ });
  const search = main.getByRole('searchbox', { name: 'Search these inputs' });
  await all.or(search).waitFor();
  if (await all.isVisible()) await all.click();
}

export function planner(page: Page): PlannerPage {
  const navigation = page.getByRole('navigation', { name: 'Screens' });
  const strip = page.getByRole('region', { name: 'Headline figures' });
  const heading = (name: string): Locator =>
    page.getByRole('heading', { level: 1, name, exact: true });
  const go = async (screen: string, part?: string): Promise<void> => {
    await navigation.getByRole('button', { name: screen, exact: true }).click();
    await heading(screen).waitFor();
    if (part !== undefined) await page.getByRole('tab', { name: part, exact: true }).click();
    if (besidePicture.includes(screen) && !withoutPicture.includes(part ?? ''))
      await openAllInputs(page);
  };
  /** A project opens on its answer; what is entered starts with the workload. */
  const shown = async (): Promise<void> => {
    await heading('Answer').waitFor();
    await strip.waitFor();
    await go('Workload');
  };
  return {
    page,
    createFrom: async (template) => {
      await page.getByRole('button', { name: `Create: ${template}` }).click();
      await shown();
    },
    keepBase: async () => {
      await navigation.getByRole('button', { name: 'Scenarios', exact: true }).click();
      for (const name of [/^Cautious/, /^Vendor/]) {
        const tree = page.getByRole('region',
          { name: 'Scenarios, each under the one it is based on' });
        await tree.getByRole('button', { name }).click();
        await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click();
        await tree.getByRole('button', { name }).waitFor({ state: 'detached' });
      }
    },
    openRecent: async (name) => {
      await page.getByRole('region', { name: 'Recent projects' })
        .getByRole('button', { name }).first().click();
      await shown();
    },
    go,
    field: (label) => page.getByRole('main').getByRole('textbox', { name: label }),
    choice: (label) => page.getByRole('main').getByRole('combobox', { name: label }),
    row: (path) => page.locator(`[data-field="${path}"]`),
    headline: async (label) =>
      (await strip.getByRole('button', { name: label }).textContent()) ?? '',
    undo: () => page.getByRole('button', { name: /^(Undo: |Nothing to undo)/ }),
    redo: () => page.getByRole('button', { name: /^(Redo: |Nothing to redo)/ }),
    saved: () => page.getByRole('banner').getByText('Saved', { exact: true }).waitFor(),
  };
}
