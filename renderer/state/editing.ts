import type { HistoryState } from '../../shared/backend.ts';
import type { Change, Command } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Host } from '../backend/context.tsx';
import type { Edit } from './edits.ts';
import { addNotice } from './notices.ts';
import { addCommand, confirmFirst, dropFirst, takeFromHost, type Edits } from './rebase.ts';
import type { Problem, Project, SetState, State } from './store.ts';

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

/** Editing: optimistic on screen, one command at a time to the host, rolled back where the host refuses. */
export function createEditing(host: Host, set: SetState, get: () => State): EditActions {
  let gestures = 0;
  let chain: Promise<void> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    chain = chain.then(task);
    return chain;
  };
  const update = (change: (project: Project) => Partial<Project>): void => {
    set(({ project }) => (project === null ? {} : { project: { ...project, ...change(project) } }));
  };
  const tell = (problem: Problem, lost: readonly Command[]): void => {
    set((state) => addNotice(state, problem, lost.map((command) => command.label)));
  };

  async function sendFirst(): Promise<void> {
    const project = get().project;
    const command = project?.edits.pending[0];
    if (project === null || command === undefined) return;
    update(() => ({ inFlight: 1 }));
    const reply = await host.call('project:commit', { session: project.session, command });
    if (get().project?.session !== project.session) return;
    if (reply.ok) update(({ edits }) => ({ inFlight: 0, edits: confirmFirst(edits), history: reply.value }));
    else {
      update(({ edits }) => ({ inFlight: 0, edits: dropAndTell(edits, reply.error) }));
      set(keepScenario);
    }
  }

  function dropAndTell(edits: Edits, problem: Problem): Edits {
    const dropped = dropFirst(edits);
    tell(problem, dropped.lost);
    return dropped.edits;
  }

  async function step(name: 'project:undo' | 'project:redo'): Promise<void> {
    const project = get().project;
    if (project === null) return;
    const reply = await host.call(name, { session: project.session });
    if (get().project?.session !== project.session) return;
    if (!reply.ok) return tell(reply.error, []);
    takeStep(reply.value.changes, reply.value.history);
  }

  function takeStep(changes: readonly Change[], history: HistoryState): void {
    const { scenarioId } = get();
    update((project) => {
      const taken = takeFromHost(project.edits, changes);
      if (taken.lost.length > 0) tell({ code: 'stale', id: taken.lost[0]?.changes[0]?.id ?? '' }, taken.lost);
      const before = changes.length === 0 ? project.before : { document: project.edits.document, scenarioId, gesture: null };
      return { edits: taken.edits, history, before };
    });
    set(keepScenario);
  }

  return {
    edit: (label, changes, mergeKey) => {
      if (changes.length === 0) return;
      const command: Command = { label, changes, ...(mergeKey === undefined ? {} : { mergeKey }) };
      const { scenarioId } = get();
      update((project) => ({
        edits: addCommand(project.edits, command, project.inFlight),
        before: mergeKey !== undefined && project.before?.gesture === mergeKey ? project.before
          : { document: project.edits.document, scenarioId, gesture: mergeKey ?? null },
      }));
      void inTurn(sendFirst);
    },
    undo: () => inTurn(() => step('project:undo')),
    redo: () => inTurn(() => step('project:redo')),
    nextGesture: (path) => `${path}#${++gestures}`,
    settle: () => inTurn(() => Promise.resolve()),
  };
}

/** Undo can take away the scenario on show: fall back to the first one. */
function keepScenario({ project, scenarioId }: State): Partial<State> {
  if (project === null) return {};
  const scenarios = listScenarios(project.edits.document);
  return scenarios.some((s) => s.id === scenarioId) ? {} : { scenarioId: scenarios[0]?.id ?? '' };
}
