import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuCommandIds, menuTemplate } from '../../../electron/main/menu.ts';
import { commandText } from '../../../renderer/text/commands.ts';

const pushed: string[] = [];
const opened: string[] = [];
let cleared = 0;
let asked = 0;
const actions = {
  command: (id: string) => { pushed.push(id); },
  openRecent: (path: string) => { opened.push(path); },
  clearRecent: () => { cleared += 1; },
  checkForUpdates: () => { asked += 1; },
};

/** All entries below the top, flattened. */
const entriesOf = (
  template: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] =>
  template.flatMap(
    (item) => [item, ...(Array.isArray(item.submenu) ? entriesOf(item.submenu) : [])],
  );
const click = (item: MenuItemConstructorOptions | undefined): unknown =>
  Reflect.apply(item?.click ?? (() => {}), null, []);

describe.each(['linux', 'win32', 'darwin'])('the menu on %s', (platform) => {
  const entries = entriesOf(menuTemplate(platform, ['/a/R&D.aifp'], actions));

  it('pushes exactly the listed command ids', () => {
    pushed.length = 0;
    for (const entry of entries) if (entry.id !== undefined) click(entry);
    expect(pushed.toSorted()).toEqual([...menuCommandIds].toSorted());
  });

  it('gives no two entries the same keys and offers no developer tools or reload', () => {
    const keys = entries.flatMap((entry) => entry.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(entries.map((entry) => entry.role)).not.toEqual(
      expect.arrayContaining(['toggleDevTools']),
    );
    expect(entries.map((entry) => entry.role)).not.toEqual(expect.arrayContaining(['reload']));
  });

  it('lists recent files as they are named, and can forget them', () => {
    click(entries.find((entry) => entry.label === '/a/R&&D.aifp'));
    click(entries.find((entry) => entry.label === 'Clear List'));
    expect(opened.at(-1)).toBe('/a/R&D.aifp');
    expect(cleared).toBeGreaterThan(0);
  });

  it('looks for updates only when asked', () => {
    const before = asked;
    click(entries.find((entry) => entry.label === 'Check for &Updates…'));
    expect(asked).toBe(before + 1);
  });

  it('can quit exactly once', () => {
    expect(entries.filter((entry) => entry.role === 'quit')).toHaveLength(1);
  });
});

it('every id it pushes is one the page knows', () => {
  expect(menuCommandIds.filter((id) => !Object.hasOwn(commandText, id))).toEqual([]);
});

it('says so when there are no recent files', () => {
  expect(entriesOf(menuTemplate('linux', [], actions)))
    .toContainEqual({ label: 'No recent projects', enabled: false });
});
