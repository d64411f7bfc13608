import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  CallProblem,
  CommitProblem,
  Displacement,
  FileProblem,
  HistoryState,
  OpenProject,
  Preferences,
} from '../../shared/backend.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { Host } from '../backend/context.tsx';
import type { ScreenId } from './screen-ids.ts';
import { createActions, type Actions } from './actions.ts';
import type { FieldAddress } from './document.ts';
import type { Moved } from './follow.ts';
import type { Edits } from './rebase.ts';

/** What the inspector explains. */
export type Selection =
  | { readonly kind: 'field'; readonly at: FieldAddress }
  | { readonly kind: 'figure'; readonly key: string }
  | { readonly kind: 'catalog'; readonly ref: string }
  | { readonly kind: 'limits' };

/** A document to compare the present one with. */
export interface Snapshot {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  /** Merge key of the gesture that led away from it; a drag is compared with its start. */
  readonly gesture: string | null;
}

/** The open project. The document on screen is always `edits.document`. */
export interface Project {
  readonly session: string;
  readonly path: string;
  readonly readOnly: boolean;
  /** What a client-safe package says of itself; null in a project of one's own. */
  readonly package: OpenProject['package'];
  readonly migrated: OpenProject['migrated'];
  readonly edits: Edits;
  /** Commands at the head of the queue that are on their way to the host: none or one. */
  readonly inFlight: number;
  readonly history: HistoryState;
  readonly before: Snapshot | null;
}

export type Problem = FileProblem | CommitProblem | CallProblem;

/**
 * Something to tell the person until they put it away. `lost` names edits that were not
 * kept.
 */
export interface Notice {
  readonly id: number;
  readonly problem:
    | Problem
    | { readonly code: 'saved-copy'; readonly path: string }
    | { readonly code: 'displaced'; readonly displacement: Displacement }
    | { readonly code: 'restarted' }
    | { readonly code: 'scenario-deleted'; readonly name: string; readonly label: string }
    | { readonly code: 'systems-compared'; readonly names: readonly string[];
      readonly label: string }
    | { readonly code: 'moved-along'; readonly moved: readonly Moved[]; readonly label: string }
    | { readonly code: 'migrated'; readonly from: number; readonly backup: string };
  readonly lost: readonly string[];
}

/** Something that was done by a key, said once and not in the way. */
export interface Told {
  readonly deed: 'undone' | 'redone' | 'shown';
  /** Name of the step, or of what is shown. */
  readonly label: string;
}

export interface State {
  readonly project: Project | null;
  readonly scenarioId: string;
  readonly screen: ScreenId;
  /** How often somebody went to a screen; what was asked for earlier does not move them. */
  readonly visits: number;
  /** Part of a screen on show, by screen; a screen shows its first part until one is chosen. */
  readonly parts: Readonly<Partial<Record<ScreenId, string>>>;
  /** Record of a list on show, by kind. */
  readonly picked: Readonly<Record<string, string>>;
  /** Records of a list that are edited together with the one on show, by kind. */
  readonly also: Readonly<Record<string, readonly string[]>>;
  readonly selection: Selection | null;
  /** Selections that led to the present one, oldest first. */
  readonly trail: readonly Selection[];
  readonly preferences: Preferences;
  readonly notices: readonly Notice[];
  /** True while a file is being opened or made. */
  readonly busy: boolean;
  /**
   * Field that a jump from palette or inspector asks to be focused, and a count that
   * makes each jump new.
   */
  readonly jump: { readonly path: string; readonly count: number } | null;
  /** Whether the side column lists all inputs of the screen, not only those that matter. */
  readonly inputsOpen: boolean;
  /** How often the search among them was asked for on this screen; nought where it was not. */
  readonly searchAsked: number;
  /** `visits` when something was last selected: what was selected before is of another screen. */
  readonly selectedAt: number;
  /** What was used from the palette, the last first. */
  readonly recent: readonly string[];
  /** Screen whose inputs the palette is narrowed to; null for everything. */
  readonly paletteScope: ScreenId | null;
  /** What was last done by a key, and a count that makes each telling new. */
  readonly told: (Told & { readonly count: number }) | null;
}

export interface PlannerState extends State {
  readonly actions: Actions;
}

export type PlannerStore = StoreApi<PlannerState>;
export type SetState = (next: Partial<State> | ((state: State) => Partial<State>)) => void;

const initial: State = {
  project: null,
  scenarioId: '',
  screen: 'start',
  visits: 0,
  parts: {},
  picked: {},
  also: {},
  selection: null,
  trail: [],
  // Until the host has told, nothing is offered that may have been declined.
  preferences: { theme: 'system', navigationCollapsed: false, inspectorOpen: true,
    tourOffered: true, author: '' },
  notices: [],
  busy: false,
  jump: null,
  inputsOpen: false,
  searchAsked: 0,
  selectedAt: 0,
  recent: [],
  paletteScope: null,
  told: null,
};

/**
 * One store per window. Everything that changes it is an action; the host is reached from
 * actions only.
 */
export function createPlannerStore(host: Host): PlannerStore {
  return createStore<PlannerState>()(
    (set, get) => ({ ...initial, actions: createActions(host, set, get) }),
  );
}
