import type { Displacement } from '../../shared/backend.ts';
import type { Host } from '../backend/context.tsx';
import { addNotice } from './notices.ts';
import type { SetState, State } from './store.ts';

export interface PlaceActions {
  /**
   * The file of a session was taken away; if it is the one on show, the page follows to
   * the copy and says so.
   */
  readonly followTo: (displacement: Displacement & { readonly session: string }) => void;
  /**
   * Asks whether the file is still in its place: while the page was in the background
   * anything may have happened.
   */
  readonly lookForFile: () => Promise<void>;
}

export function createPlace(host: Host, set: SetState, get: () => State): PlaceActions {
  const followTo: PlaceActions['followTo'] = ({ session, ...displacement }) => {
    if (get().project?.session === session)
      set((state) => withDisplacement(state, displacement));
  };
  return {
    followTo,
    lookForFile: async () => {
      const project = get().project;
      if (project === null || project.readOnly) return;
      const { session } = project;
      const reply = await host.call('project:place', { session });
      if (get().project?.session !== session) return;
      if (!reply.ok) set((state) => addNotice(state, reply.error));
      else if (reply.value.displaced !== null) followTo({ ...reply.value.displaced, session });
    },
  };
}

/**
 * The state after the file was taken away; told once, by whichever way the news comes
 * first.
 */
export function withDisplacement(
  state: State, displacement: Displacement | undefined,
): Partial<State> {
  const { project } = state;
  if (project === null || displacement === undefined || project.path === displacement.path)
    return {};
  return {
    project: { ...project, path: displacement.path },
    ...addNotice(state, { code: 'displaced', displacement }),
  };
}
