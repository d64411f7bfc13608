import { useWindowEvent } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect, useMemo } from 'react';
import { listScenarios } from '../../shared/project/resolve.ts';
import { useHost, type Host } from '../backend/context.tsx';
import { useIsOpen, usePlannerStore } from '../state/hooks.tsx';
import { projectName } from '../state/names.ts';
import { hasInputs, listsInputs } from '../state/places.ts';
import { screenIds, type ScreenId } from '../state/screen-ids.ts';
import type { PlannerStore } from '../state/store.ts';
import { scenarioActions } from '../state/use-scenario-actions.ts';
import { systemsDialog } from '../state/systems-dialog.ts';
import { commandIds, commandText, type CommandId } from '../text/commands.ts';
import { screenText } from '../text/frame.ts';
import { addTo, closeMessage, nextWarning, pressMain, showUnits, turnScenario } from './deeds.ts';
import { help } from './help/help.ts';
import { keyMap } from './key-map.ts';
import { chooseImport } from './import/choose-import.ts';
import { isPress, isTyping, type Keys } from './keys.ts';
import { startTour } from './tour/tour.ts';

/**
 * Something a person can order from the palette, the native menu or the keyboard, by one
 * id.
 */
export interface AppCommand {
  readonly id: CommandId | `go.${ScreenId}`;
  readonly label: string;
  readonly keys?: readonly Keys[];
  readonly needsProject?: boolean;
  readonly run: () => void;
}

type Wiring = Pick<AppCommand, 'run' | 'keys' | 'needsProject'>;

type Wirings<K extends string> =
  Readonly<Record<Extract<CommandId, `${K}.${string}`>, Wiring>>;

/**
 * All commands, wired to a host and a store: what the palette lists, the keyboard map says
 * and the keys do. Ids are shared with the native menu.
 */
export function listCommands(host: Host, store: PlannerStore): readonly AppCommand[] {
  const wiring: Readonly<Record<CommandId, Wiring>> = {
    ...fileCommands(host, store), ...scenarioCommands(store), ...viewCommands(store),
  };
  const named = commandIds.map((id) => ({ id, label: commandText[id], ...wiring[id] }));
  return [...named, ...screenCommands(store)];
}

/** Screens that a digit leads to. */
const mostDigits = 9;

const screenCommands = (store: PlannerStore): readonly AppCommand[] =>
  screenIds.slice(0, mostDigits).map((id, at) => ({
    id: `go.${id}` as const, label: screenText[id].label, keys: [`alt+${at + 1}`],
    needsProject: id !== 'start', run: () => { store.getState().actions.go(id); },
  }));

function fileCommands(host: Host, store: PlannerStore): Wirings<'edit' | 'file' | 'report'> {
  const { actions } = store.getState();
  return {
    'edit.undo': { run: () => { void actions.undo(); }, keys: ['mod+Z'], needsProject: true },
    'edit.redo': { run: () => { void actions.redo(); }, keys: ['mod+shift+Z', 'mod+Y'],
      needsProject: true },
    'file.new': { run: () => { actions.go('start'); } },
    'file.open': { run: () => { void chooseAndOpen(host, store); }, keys: ['mod+O'] },
    'file.import': { run: () => { chooseImport(); }, needsProject: true },
    'file.save-copy': { run: () => { void chooseAndCopy(host, store); },
      keys: ['mod+shift+S'], needsProject: true },
    'file.close': { run: () => { void actions.closeFile(); }, needsProject: true },
    'report.pdf': { run: () => { actions.go('report'); }, needsProject: true },
  };
}

function scenarioCommands(
  store: PlannerStore,
): Wirings<'scenario' | 'rack' | 'traffic'> {
  const { actions } = store.getState();
  return {
    'rack.add': { run: () => { addTo(store, 'rackGroup'); }, needsProject: true },
    'traffic.add': { run: () => { addTo(store, 'traffic'); }, needsProject: true },
    'scenario.previous': { run: () => { turnScenario(store, -1); }, keys: ['['],
      needsProject: true },
    'scenario.next': { run: () => { turnScenario(store, 1); }, keys: [']'],
      needsProject: true },
    'scenario.derive': { run: () => { withScenario(store, 'derive'); }, needsProject: true },
    'scenario.duplicate': { run: () => { withScenario(store, 'duplicate'); },
      needsProject: true },
    'scenario.systems': { run: systemsDialog.open, needsProject: true },
    'scenario.lock': { run: () => { withScenario(store, 'lock'); }, needsProject: true },
    'scenario.log': { run: () => { actions.go('scenarios', 'log'); }, needsProject: true },
    'scenario.version': { run: () => { actions.go('scenarios', 'versions'); },
      needsProject: true },
    'scenario.package': { run: () => { actions.go('scenarios', 'package'); },
      needsProject: true },
  };
}

function viewCommands(
  store: PlannerStore,
): Wirings<'view' | 'units' | 'warning' | 'main' | 'help'> {
  const { actions } = store.getState();
  return {
    'view.palette': { run: spotlight.toggle, keys: ['mod+K'] },
    'view.inputs': { run: () => { findHere(store); }, keys: ['/'], needsProject: true },
    'view.navigation': { keys: ['mod+B'], run: () => {
      const { navigationCollapsed } = store.getState().preferences;
      actions.setPreferences({ navigationCollapsed: !navigationCollapsed });
    } },
    'view.inspector': { keys: ['mod+I'], needsProject: true, run: () => {
      const { inspectorOpen } = store.getState().preferences;
      actions.setPreferences({ inspectorOpen: !inspectorOpen });
    } },
    'view.close': { run: () => { closeMessage(store); }, keys: ['Escape'] },
    'view.theme': { run: () => { actions.setPreferences({ theme: nextTheme(store) }); } },
    'view.light': { run: () => { actions.setPreferences({ theme: 'light' }); } },
    'view.dark': { run: () => { actions.setPreferences({ theme: 'dark' }); } },
    'units.si': { run: () => { showUnits(store, 'si'); }, needsProject: true },
    'units.imperial': { run: () => { showUnits(store, 'imperial'); }, needsProject: true },
    'warning.next': { run: () => { nextWarning(store); }, keys: ['F8'], needsProject: true },
    'main.run': { run: pressMain, keys: ['mod+Enter'] },
    'help.keys': { run: keyMap.toggle, keys: ['?'] },
    'help.guide': { run: help.open },
    'help.tour': { run: () => { startTour(store); } },
    'help.about': { run: () => { actions.go('start'); } },
  };
}

/** Opens the palette on the inputs of the screen on show; on everything where it has none. */
function findHere(store: PlannerStore): void {
  const { actions, screen, parts } = store.getState();
  if (listsInputs(screen, parts[screen])) return actions.showInputs(true);
  actions.narrowPalette(hasInputs(screen) ? screen : null);
  spotlight.open();
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
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented) return;
    const typing = isTyping(event.target);
    const command = usable.find(({ keys = [] }) =>
      keys.some((each) => isPress(each, event, typing)));
    if (command === undefined || (event.key === 'Escape' && typing)) return;
    if (event.key !== 'Escape') event.preventDefault();
    command.run();
  });
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
