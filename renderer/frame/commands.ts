import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect, useMemo } from 'react';
import { useHost, type Host } from '../backend/context.tsx';
import { useProjectOrNull, usePlannerStore } from '../state/hooks.tsx';
import { projectName } from '../state/names.ts';
import type { PlannerStore } from '../state/store.ts';
import { commandText, type CommandId } from '../text/commands.ts';

/** Something a person can order from the palette, the native menu or the keyboard, by one id. */
export interface AppCommand {
  readonly id: CommandId;
  readonly label: string;
  /** Keys as `useHotkeys` reads them. */
  readonly keys?: string;
  readonly needsProject?: boolean;
  readonly run: () => void;
}

/** All commands, wired to a host and a store. Ids are shared with the native menu. */
export function listCommands(host: Host, store: PlannerStore): readonly AppCommand[] {
  const { actions } = store.getState();
  const command = (id: CommandId, run: () => void, more: Pick<AppCommand, 'keys' | 'needsProject'> = {}): AppCommand =>
    ({ id, label: commandText[id], run, ...more });
  const open = { needsProject: true };
  return [
    command('edit.undo', () => { void actions.undo(); }, { ...open, keys: 'mod+Z' }),
    command('edit.redo', () => { void actions.redo(); }, { ...open, keys: 'mod+shift+Z' }),
    command('file.new', () => { actions.go('start'); }),
    command('file.open', () => { void chooseAndOpen(host, store); }, { keys: 'mod+O' }),
    command('file.save-copy', () => { void chooseAndCopy(host, store); }, { ...open, keys: 'mod+shift+S' }),
    command('file.close', () => { void actions.closeFile(); }, open),
    command('report.pdf', () => { actions.go('report'); }, open),
    command('view.palette', () => { spotlight.toggle(); }, { keys: 'mod+K' }),
    command('view.inspector', () => {
      actions.setPreferences({ inspectorOpen: !store.getState().preferences.inspectorOpen });
    }, { ...open, keys: 'mod+I' }),
    command('view.theme', () => { actions.setPreferences({ theme: nextTheme(store) }); }),
    command('help.about', () => { actions.go('start', 'about'); }),
  ];
}

const themes = ['light', 'dark', 'system'] as const;

function nextTheme(store: PlannerStore): (typeof themes)[number] {
  const at = themes.indexOf(store.getState().preferences.theme);
  return themes[(at + 1) % themes.length] ?? 'system';
}

/** Opens by the host's own dialog; without one the Start screen lists what there is. */
async function chooseAndOpen(host: Host, store: PlannerStore): Promise<void> {
  const { actions } = store.getState();
  const info = await host.call('app:info', {});
  if (!info.ok || !info.value.nativeDialogs) return actions.go('start');
  const chosen = await host.call('app:choose-file', { purpose: 'open', suggestedName: '' });
  if (chosen.ok && chosen.value !== null) await actions.openFile(chosen.value);
}

async function chooseAndCopy(host: Host, store: PlannerStore): Promise<void> {
  const { actions, project } = store.getState();
  const info = await host.call('app:info', {});
  if (project === null) return;
  if (!info.ok || !info.value.nativeDialogs) return actions.saveCopy(null);
  const chosen = await host.call('app:choose-file', { purpose: 'save', suggestedName: `${projectName(project)}.aifp` });
  if (chosen.ok && chosen.value !== null) await actions.saveCopy(chosen.value);
}

export function useCommands(): readonly AppCommand[] {
  const host = useHost();
  const store = usePlannerStore();
  return useMemo(() => listCommands(host, store), [host, store]);
}

/** Listens to the keyboard, the native menu, and files the system hands over. */
export function useCommandKeys(): void {
  const host = useHost();
  const { actions } = usePlannerStore().getState();
  const commands = useCommands();
  const open = useProjectOrNull() !== null;
  const usable = commands.filter((command) => open || command.needsProject !== true);
  const keyed = usable.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, run] as [string, () => void]]));
  useHotkeys([...keyed, ...(open ? [['mod+Y', () => { void actions.redo(); }] as [string, () => void]] : [])], []);
  useEffect(() => host.subscribe('menu:command', ({ id }) => {
    usable.find((command) => command.id === id)?.run();
  }), [host, usable]);
  useEffect(() => host.subscribe('file:open-request', ({ path }) => { void actions.openFile(path); }), [host, actions]);
}
