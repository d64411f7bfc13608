import type { Preferences } from '../../shared/backend.ts';
import type { KindName } from '../../shared/project/kinds.ts';
import type { Host } from '../backend/context.tsx';
import { placeOf } from './places.ts';
import type { ScreenId } from './screen-ids.ts';
import { pathOf, type FieldAddress } from './document.ts';
import { addNotice, withTold } from './notices.ts';
import type { Notice, Selection, SetState, Told } from './store.ts';

export interface NavigationActions {
  readonly go: (screen: ScreenId, part?: string) => void;
  readonly pick: (kind: KindName, key: string) => void;
  /** Picks a record, and others that are edited together with it. */
  readonly pickTogether: (kind: KindName, key: string, also: readonly string[]) => void;
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
  /** Shows an entry of the catalogue. */
  readonly openEntry: (collection: string, id: string) => void;
  /** Keeps in mind what was used from the palette, to offer it first. */
  readonly remember: (entry: string) => void;
  /** Narrows the palette to the inputs of a screen, until it is closed. */
  readonly narrowPalette: (to: ScreenId | null) => void;
  /** Says what was done by a key, in passing. */
  readonly announce: (told: Told) => void;
  readonly setPreferences: (set: Partial<Preferences>) => void;
  /** Tells the person something until it is put away. */
  readonly tell: (problem: Notice['problem']) => void;
  readonly loadPreferences: () => Promise<void>;
}

/** Entries of the palette that are offered again. */
const mostRecent = 6;

export function createNavigation(host: Host, set: SetState): NavigationActions {
  const go: NavigationActions['go'] = (screen, part) => {
    set(({ parts, visits }) => ({
      screen,
      visits: visits + 1,
      searchAsked: 0,
      ...(part === undefined ? {} : { parts: { ...parts, [screen]: part } }),
    }));
  };
  return {
    go,
    ...pickActions(set),
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
      set(({ searchAsked }) => ({ inputsOpen, searchAsked: inputsOpen ? searchAsked + 1 : 0 }));
    },
    jumpTo: (at) => {
      const place = placeOf(at);
      go(place.screen, place.part);
      set(({ picked, also, jump }) => ({
        picked: { ...picked, [at.kind]: at.key },
        also: { ...also, [at.kind]: [] },
        selection: { kind: 'field', at },
        inputsOpen: true,
        searchAsked: 0,
        jump: { path: pathOf(at), count: (jump?.count ?? 0) + 1 },
      }));
    },
    ...paletteActions(set, go),
    announce: (told) => {
      set((state) => withTold(state, told));
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

/** Which records of a list are on show. */
function pickActions(set: SetState): Pick<NavigationActions, 'pick' | 'pickTogether'> {
  const pickTogether: NavigationActions['pickTogether'] = (kind, key, others) => {
    set(({ picked, also }) => ({ picked: { ...picked, [kind]: key },
      also: { ...also, [kind]: others } }));
  };
  return { pick: (kind, key) => { pickTogether(kind, key, []); }, pickTogether };
}

/** What the palette asks for beside places. */
function paletteActions(
  set: SetState, go: NavigationActions['go'],
): Pick<NavigationActions, 'openEntry' | 'remember' | 'narrowPalette'> {
  return {
    openEntry: (collection, id) => {
      go('catalogue');
      set(({ picked }) => ({ picked: { ...picked, catalogue: `${collection}/${id}` } }));
    },
    remember: (entry) => {
      set(({ recent }) => ({
        recent: [entry, ...recent.filter((each) => each !== entry)].slice(0, mostRecent),
      }));
    },
    narrowPalette: (paletteScope) => {
      set({ paletteScope });
    },
  };
}
