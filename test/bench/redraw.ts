import type { Page } from 'playwright-core';
import type { Change, ProjectDocument } from '../../shared/project/record.ts';
import { summarise, type Timing } from './report.ts';

/** What one edit of the page took: until the last stroke, its longest task, and the yardstick. */
interface Redraw {
  readonly untilMs: number;
  readonly taskMs: number;
  readonly yardstickMs: number;
}

/** What the page keeps for timing: the store, the last stroke and the longest task. */
interface Bench {
  at: number;
  longest: number;
  readonly store: { readonly getState: () => {
    readonly project: { readonly edits: { readonly document: ProjectDocument } };
    readonly actions: {
      readonly edit: (label: string, changes: readonly Change[], mergeKey: string) => void;
    };
  } };
}

/**
 * Sets the page up for timing: notes every stroke on a canvas and every change of the document,
 * and finds the store, which no page hands out.
 */
const prepare = (): void => {
  const bench = { at: 0, longest: 0, store: null as unknown };
  const note = (): void => { bench.at = performance.now(); };
  for (const name of ['clearRect', 'fill', 'fillText', 'stroke', 'drawImage'] as const) {
    const own: unknown = Reflect.get(CanvasRenderingContext2D.prototype, name);
    Reflect.set(CanvasRenderingContext2D.prototype, name,
      function stroke(this: CanvasRenderingContext2D, ...args: readonly unknown[]): unknown {
        note();
        return typeof own === 'function' ? Reflect.apply(own, this, args) : undefined;
      });
  }
  new MutationObserver(note).observe(document.body,
    { subtree: true, childList: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      bench.longest = Math.max(bench.longest, duration);
  }).observe({ type: 'longtask' });
  const read = (from: unknown, key: string): unknown =>
    (typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined);
  const root = [...document.querySelectorAll('*')].find((element) =>
    Object.keys(element).some((key) => key.startsWith('__reactContainer')));
  const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer')) ?? '';
  for (let fibre = read(root, key); bench.store === null && fibre !== null;
    fibre = read(fibre, 'child')) {
    if (fibre === undefined) throw new Error('the page has no store');
    const value = read(read(fibre, 'memoizedProps'), 'value');
    if (typeof read(value, 'getState') === 'function') bench.store = value;
  }
  Reflect.set(window, 'bench', bench);
};

/** One edit through the store, and the frames after it until four pass without a change. */
const editOnce = async (value: number): Promise<Redraw> => {
  const bench = Reflect.get(window, 'bench') as Bench;
  const frame = (): Promise<number> => new Promise((done) => { requestAnimationFrame(done); });
  let sum = 0;
  const before = performance.now();
  for (let i = 1; i < 2_000_000; i++) sum += Math.sqrt(i) / (1 + (i % 7));
  const yardstickMs = performance.now() - before;
  // Read, so that the work is not left out.
  if (!Number.isFinite(sum)) throw new Error('the yardstick does not add up');
  await frame();
  await frame();
  bench.longest = 0;
  bench.at = 0;
  const start = performance.now();
  const { project, actions } = bench.store.getState();
  const record = Object.values(project.edits.document)
    .find(({ kind, scenarioId }) => kind === 'demand' && scenarioId === 'base');
  if (record === undefined) throw new Error('the scenario has no demand');
  const values = { ...record.body.values, utilisation: value };
  actions.edit('bench', [{ id: record.id, before: record,
    after: { ...record, body: { ...record.body, values } } }], 'bench');
  for (let quiet = 0, last = -1; quiet < 4 && performance.now() - start < 5000;) {
    await frame();
    quiet = bench.at !== 0 && bench.at === last ? quiet + 1 : 0;
    last = bench.at;
  }
  await new Promise((done) => { setTimeout(done, 60); });
  return { untilMs: bench.at - start, taskMs: bench.longest, yardstickMs };
};

/** Figures of one part of a screen, as ratios of the yardstick in the same page and minute. */
export interface RedrawTiming extends Timing {
  readonly longestTaskMs: number;
  readonly yardstick: number;
}


async function timePart(page: Page, name: string, edits: number): Promise<RedrawTiming> {
  const taken: Redraw[] = [];
  for (let i = 0; i < edits + 2; i++)
    taken.push(await page.evaluate(editOnce, 0.5 + 0.005 * i));
  const counted = taken.slice(2);
  return {
    ...summarise(name, counted.map(({ untilMs }) => untilMs)),
    longestTaskMs: Math.max(...counted.map(({ taskMs }) => taskMs)),
    yardstick: summarise('', counted.map(({ yardstickMs }) => yardstickMs)).median,
  };
}

/**
 * From an edit to the last stroke of what it changes, on every part of every screen of the open
 * project.
 * @param only screens to time; all when empty
 * @param found is told each part as it is done
 */
export async function timeRedraws(
  page: Page, note: string,
  { only, edits, found }: {
    readonly only: readonly string[]; readonly edits: number;
    readonly found: (timing: RedrawTiming) => void;
  },
): Promise<void> {
  await page.evaluate(prepare);
  const buttons = page.getByRole('navigation', { name: 'Screens' })
    .locator('.nav-list').getByRole('button');
  const labels = await buttons.allTextContents();
  for (const [at, screen] of labels.entries()) {
    if (screen === 'Start' || (only.length > 0 && !only.includes(screen))) continue;
    await buttons.nth(at).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const tabs = page.getByRole('main').locator('.screen-tabs').getByRole('tab');
    const parts = await tabs.allTextContents();
    for (const [i, part] of (parts.length === 0 ? [null] : parts).entries()) {
      if (part !== null) await tabs.nth(i).click();
      await page.waitForTimeout(800);
      found(await timePart(page,
        `${note}${screen}${part === null ? '' : `, ${part}`}`, edits));
    }
  }
}
