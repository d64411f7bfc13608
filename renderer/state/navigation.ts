import type { Preferences } from '../../shared/backend.ts';
import type { KindName } from '../../shared/project/kinds.ts';
import type { Host } from '../backend/context.tsx';
import { placeOf } from './places.ts';
import type { ScreenId } from './screen-ids.ts';
import { pathOf, type FieldAddress } from './document.ts';
import { addNotice } from './notices.ts';
import type { Notice, Selection, SetState } from './store.ts';

export interface NavigationActions {
  readonly go: (screen: ScreenId, part?: string) => void;
  readonly pick: (kind: KindName, key: string) => void;
  readonly selectScenario: (id: string) => void;
  /**
   * Explains something in the inspector. `follow` keeps what was explained before on the
   * trail.
   */
  readonly select: (selection: Selection | null, follow?: boolean) => void;
  /** Back along the trail. */
  readonly selectBack: () => void;
  /** Lists all inputs of the screen beside its picture, or only those that matter. */
  readonly showInputs: (open: boolean) => void;
  /** Shows a field on its screen, focused. */
  readonly jumpTo: (at: FieldAddress) => void;
  readonly setPreferences: (set: Partial<Preferences>) => void;
  /** Tells the person something until it is put away. */
  readonly tell: (problem: Notice['problem']) => void;
  readonly loadPreferences: () => Promise<void>;
}

export function createNavigation(host: Host, set: SetState): NavigationActions {
  const go: NavigationActions['go'] = (screen, part) => {
    set(({ parts, visits }) => ({
      screen,
      visits: visits + 1,
      ...(part === undefined ? {} : { parts: { ...parts, [screen]: part } }),
    }));
  };
  return {
    go,
    pick: (kind, key) => {
      set(({ picked }) => ({ picked: { ...picked, [kind]: key } }));
    },
    selectScenario: (scenarioId) => {
      set({ scenarioId });
    },
    select: (selection, follow = false) => {
      set(({ selection: present, trail, visits }) => ({
        selection,
        selectedAt: visits,
        trail: follow && present !== null ? [...trail, present] : [],
      }));
    },
    selectBack: () => {
      set(({ trail }) => ({ selection: trail.at(-1) ?? null, trail: trail.slice(0, -1) }));
    },
    showInputs: (inputsOpen) => {
      set({ inputsOpen });
    },
    jumpTo: (at) => {
      const place = placeOf(at);
      go(place.screen, place.part);
      set(({ picked, jump }) => ({
        picked: { ...picked, [at.kind]: at.key },
        selection: { kind: 'field', at },
        inputsOpen: true,
        jump: { path: pathOf(at), count: (jump?.count ?? 0) + 1 },
      }));
    },
    setPreferences: (changed) => {
      set(({ preferences }) => ({ preferences: { ...preferences, ...changed } }));
      void host.call('app:preferences', { set: changed });
    },
    tell: (problem) => {
      set((state) => addNotice(state, problem));
    },
    loadPreferences: async () => {
      const reply = await host.call('app:preferences', { set: null });
      if (reply.ok) set({ preferences: reply.value });
    },
  };
}
