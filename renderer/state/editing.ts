import type { HistoryState } from '../../shared/backend.ts';
import { findLockedScenario } from '../../shared/project/locked.ts';
import type { Change, Command } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Host } from '../backend/context.tsx';
import type { Edit } from './edits.ts';
import { withFollowers } from './follow.ts';
import { cutTo } from './names.ts';
import { addNotice, withTold } from './notices.ts';
import { withDisplacement } from './place.ts';
import { addCommand, confirmFirst, dropFirst, takeFromHost } from './rebase.ts';
import type { Problem, Project, SetState, State } from './store.ts';
import { createTurns } from './turns.ts';

export interface EditActions {
  /** Shows the edit at once and hands it to the host; an edit without changes does nothing. */
  readonly edit: (label: string, edit: Edit, mergeKey?: string) => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** A merge key of its own for each drag or run of typing. */
  readonly nextGesture: (path: string) => string;
  /** Resolves when the host has answered everything so far. */
  readonly settle: () => Promise<void>;
}

interface Context {
  readonly host: Host;
  readonly set: SetState;
  readonly get: () => State;
}

/**
 * Editing: optimistic on screen, one command at a time to the host, rolled back where the
 * host refuses.
 */
export function createEditing(host: Host, set: SetState, get: () => State): EditActions {
  const context: Context = { host, set, get };
  const turns = createTurns((problem) => {
    set((state) => addNotice(state, { code: 'internal', detail: String(problem) }));
  });
  let gestures = 0;
  return {
    edit: (label, changes, mergeKey) => {
      const { project } = get();
      if (project === null || changes.length === 0) return;
      const locked = findLockedScenario(project.edits.document, changes);
      if (locked !== null) return set(
        (state) => addNotice(state, { code: 'locked-scenario', scenarioId: locked }),
      );
      const told = cutTo(label);
      const followed = withFollowers(project.edits.document, get().scenarioId, changes);
      set((state) => withCommand(state, { label: told, changes: followed.edit,
        ...(mergeKey === undefined ? {} : { mergeKey }) }));
      if (followed.moved.length > 0) set((state) =>
        addNotice(state, { code: 'moved-along', moved: followed.moved, label: told }));
      void turns.add(() => sendFirst(context));
    },
    undo: () => turns.add(() => step(context, 'project:undo')),
    redo: () => turns.add(() => step(context, 'project:redo')),
    nextGesture: (path) => `${path}#${++gestures}`,
    settle: () => turns.add(() => Promise.resolve()),
  };
}

/**
 * Hands the oldest waiting command to the host. Commands that joined it on the way leave
 * nothing to send.
 */
async function sendFirst({ host, set, get }: Context): Promise<void> {
  const project = get().project;
  const command = project?.edits.pending[0];
  if (project === null || command === undefined) return;
  set((state) => change(state, () => ({ inFlight: 1 })));
  const reply = await host.call('project:commit', { session: project.session, command });
  if (get().project?.session !== project.session) return;
  if (!reply.ok) set((state) => withRefusal(state, reply.error));
  else {
    const { displaced, ...history } = reply.value;
    set((state) =>
      change(state, ({ edits }) => ({ inFlight: 0, edits: confirmFirst(edits), history })));
    set((state) => withDisplacement(state, displaced));
  }
}

async function step(
  { host, set, get }: Context, name: 'project:undo' | 'project:redo',
): Promise<void> {
  const project = get().project;
  if (project === null) return;
  const label = name === 'project:undo'
    ? project.history.undo : project.history.redo;
  const reply = await host.call(name, { session: project.session });
  if (get().project?.session !== project.session) return;
  if (!reply.ok) set((state) => addNotice(state, reply.error));
  else {
    set((state) => withStep(state, reply.value.changes, reply.value.history));
    set((state) => withDisplacement(state, reply.value.displaced));
    const deed = name === 'project:undo' ? 'undone' : 'redone';
    if (label !== null && reply.value.changes.length > 0)
      set((state) => withTold(state, { deed, label }));
  }
}

const change = (
  { project }: State, by: (project: Project) => Partial<Project>,
): Partial<State> =>
  project === null ? {} : { project: { ...project, ...by(project) } };

/**
 * The command on screen. What it is compared with is the state before the gesture it
 * belongs to.
 */
function withCommand(state: State, command: Command): Partial<State> {
  const gesture = command.mergeKey ?? null;
  return change(state, ({ edits, inFlight, before }) => ({
    edits: addCommand(edits, command, inFlight),
    before: gesture !== null && before?.gesture === gesture ? before
      : { document: edits.document, scenarioId: state.scenarioId, gesture },
  }));
}

/**
 * The host refused the oldest command: it goes, with whatever rested on it, and the
 * person is told.
 */
function withRefusal(state: State, problem: Problem): Partial<State> {
  if (state.project === null) return {};
  const { edits, lost } = dropFirst(state.project.edits);
  const next = { ...state, project: { ...state.project, inFlight: 0, edits } };
  return { project: next.project, ...keepScenario(next),
    ...addNotice(state, problem, lost.map(({ label }) => label)) };
}

/**
 * The host took a command back or repeated it; commands still waiting are laid over the
 * result.
 */
function withStep(
  state: State, changes: readonly Change[], history: HistoryState,
): Partial<State> {
  if (state.project === null) return {};
  const { edits, lost } = takeFromHost(state.project.edits, changes);
  const left = { document: state.project.edits.document, scenarioId: state.scenarioId,
    gesture: null };
  const before = changes.length === 0 ? state.project.before : left;
  const next = { ...state, project: { ...state.project, edits, history, before } };
  const stale = { code: 'stale', id: lost[0]?.changes[0]?.id ?? '' } as const;
  return {
    project: next.project, ...keepScenario(next),
    ...(lost.length === 0 ? {} : addNotice(state, stale, lost.map(({ label }) => label))),
  };
}

/** Undo can take away the scenario on show: fall back to the first one. */
function keepScenario({ project, scenarioId }: State): Partial<State> {
  if (project === null) return {};
  const scenarios = listScenarios(project.edits.document);
  return scenarios.some((s) => s.id === scenarioId) ? {}
    : { scenarioId: scenarios[0]?.id ?? '' };
}
