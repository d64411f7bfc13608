import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect, useMemo } from 'react';
import { listScenarios } from '../../shared/project/resolve.ts';
import { useHost, type Host } from '../backend/context.tsx';
import { useIsOpen, usePlannerStore } from '../state/hooks.tsx';
import { projectName } from '../state/names.ts';
import type { PlannerStore } from '../state/store.ts';
import { scenarioActions } from '../state/use-scenario-actions.ts';
import { commandIds, commandText, type CommandId } from '../text/commands.ts';

/**
 * Something a person can order from the palette, the native menu or the keyboard, by one
 * id.
 */
export interface AppCommand {
  readonly id: CommandId;
  readonly label: string;
  /** Keys as `useHotkeys` reads them. */
  readonly keys?: readonly string[];
  readonly needsProject?: boolean;
  readonly run: () => void;
}

type Wiring = Pick<AppCommand, 'run' | 'keys' | 'needsProject'>;

/** All commands, wired to a host and a store. Ids are shared with the native menu. */
export function listCommands(host: Host, store: PlannerStore): readonly AppCommand[] {
  const { actions } = store.getState();
  const wiring: Readonly<Record<CommandId, Wiring>> = {
    'edit.undo': { run: () => { void actions.undo(); }, keys: ['mod+Z'], needsProject: true },
    'edit.redo': { run: () => { void actions.redo(); }, keys: ['mod+shift+Z', 'mod+Y'],
      needsProject: true },
    'file.new': { run: () => { actions.go('start'); } },
    'file.open': { run: () => { void chooseAndOpen(host, store); }, keys: ['mod+O'] },
    'file.save-copy': { run: () => { void chooseAndCopy(host, store); },
      keys: ['mod+shift+S'], needsProject: true },
    'file.close': { run: () => { void actions.closeFile(); }, needsProject: true },
    'report.pdf': { run: () => { actions.go('report'); }, needsProject: true },
    'scenario.derive': { run: () => { withScenario(store, 'derive'); }, needsProject: true },
    'scenario.duplicate': { run: () => { withScenario(store, 'duplicate'); },
      needsProject: true },
    'scenario.lock': { run: () => { withScenario(store, 'lock'); }, needsProject: true },
    'scenario.log': { run: () => { actions.go('scenarios', 'log'); }, needsProject: true },
    'scenario.version': { run: () => { actions.go('scenarios', 'versions'); },
      needsProject: true },
    'scenario.package': { run: () => { actions.go('scenarios', 'package'); },
      needsProject: true },
    'view.palette': { run: spotlight.toggle, keys: ['mod+K'] },
    'view.inspector': { run: () => { toggleInspector(store); }, keys: ['mod+I'],
      needsProject: true },
    'view.theme': { run: () => { actions.setPreferences({ theme: nextTheme(store) }); } },
    'help.about': { run: () => { actions.go('start'); } },
  };
  return commandIds.map((id) => ({ id, label: commandText[id], ...wiring[id] }));
}

function toggleInspector(store: PlannerStore): void {
  const { actions, preferences } = store.getState();
  actions.setPreferences({ inspectorOpen: !preferences.inspectorOpen });
}

/** Does something with the scenario on show, where the file takes edits at all. */
function withScenario(store: PlannerStore, order: 'derive' | 'duplicate' | 'lock'): void {
  const { project, scenarioId } = store.getState();
  if (project === null || project.readOnly) return;
  const scenario = listScenarios(project.edits.document).find(({ id }) => id === scenarioId);
  if (scenario !== undefined) scenarioActions(store, () => undefined)[order](scenario);
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
  const chosen = await host.call('app:choose-file', {
    purpose: 'save',
    suggestedName: `${projectName(project)}.aifp`,
  });
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
  const open = useIsOpen();
  const usable = useMemo(() => commands.filter((each) => open || each.needsProject !== true),
    [commands, open]);
  useHotkeys(usable.flatMap(({ keys = [], run }) => keys.map((key): HotkeyItem => [key, run])),
    []);
  useEffect(
    () => host.subscribe('menu:command',
      ({ id }) => { usable.find((command) => command.id === id)?.run(); }),
    [host, usable],
  );
  useEffect(
    () => host.subscribe('file:open-request', ({ path }) => { void actions.openFile(path); }),
    [host, actions],
  );
  useEffect(
    () => host.subscribe('app:restarted',
      ({ path }) => { void actions.goOnAfterRestart(path); }),
    [host, actions],
  );
}
