import type { CallProblem, FileProblem, OpenProject } from '../../shared/backend.ts';
import type { StartAnswers } from '../../shared/project/guided-start.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import type { Host } from '../backend/context.tsx';
import { addNotice } from './notices.ts';
import { startEdits } from './rebase.ts';
import type { Notice, Project, SetState, State } from './store.ts';

type Opened = Result<OpenProject, FileProblem | CallProblem>;

export interface FileActions {
  readonly openFile: (path: string) => Promise<boolean>;
  /** Goes on with what was open before the page was reloaded, if the host still has it. */
  readonly resume: () => Promise<void>;
  readonly createFile: (templateId: string, name: string | null) => Promise<boolean>;
  /** Makes a project of the answers of a start. */
  readonly startFile: (answers: StartAnswers) => Promise<boolean>;
  readonly recoverFile: (backup: string) => Promise<boolean>;
  /** Asks where to, by the host's own dialog where it has one. */
  readonly saveCopy: (path: string | null) => Promise<void>;
  readonly closeFile: () => Promise<void>;
  readonly dismissNotice: (id: number) => void;
  /** The host is another one: opens again what was open, and says so. */
  readonly goOnAfterRestart: (path: string | null) => Promise<void>;
}

/**
 * Opening, making, copying and closing the project. A failed open leaves the open project
 * as it was.
 */
export function createFiles(
  host: Host,
  set: SetState,
  get: () => State,
  settle: () => Promise<void>,
): FileActions {
  async function replaceBy(open: () => Promise<Opened>): Promise<boolean> {
    if (get().busy) return false;
    set({ busy: true });
    await settle();
    const opened = await open().catch((problem: unknown): Opened =>
      refuse({ code: 'internal', detail: String(problem) }),
    );
    set({ busy: false });
    if (!opened.ok) {
      set((state) => addNotice(state, opened.error));
      return false;
    }
    const former = get().project;
    if (former !== null && former.session !== opened.value.session)
      await host.call('project:close', { session: former.session });
    host.rememberSession(opened.value.session);
    set((state) => ({ ...show(opened.value), ...tellMigration(state, opened.value) }));
    return true;
  }

  return {
    resume: () => resume(host, set, get),
    openFile: (path) => replaceBy(() => host.call('project:open', { path })),
    createFile: (templateId, name) =>
      replaceBy(() => host.call('project:create', { templateId, path: null, name })),
    startFile: (answers) =>
      replaceBy(() => host.call('project:start', { answers, path: null })),
    recoverFile: (backup) => replaceBy(() => host.call('project:recover', { backup })),
    goOnAfterRestart: async (named) => {
      const path = named ?? get().project?.path ?? null;
      if (path !== null) await replaceBy(() => host.call('project:open', { path }));
      set((state) => addNotice(state, { code: 'restarted' }));
    },
    saveCopy: async (path) => {
      await settle();
      const project = get().project;
      if (project === null) return;
      const told = await copyTo(host, project.session, path);
      set((state) => addNotice(state, told));
    },
    closeFile: async () => {
      await settle();
      const project = get().project;
      if (project === null) return;
      host.rememberSession(null);
      const closed = await host.call('project:close', { session: project.session });
      set((state) => ({ ...closedState, ...(closed.ok ? { notices: [] } : addNotice(state, closed.error)) }));
    },
    dismissNotice: (id) => {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
  };
}

/** Who went to a screen while the host was asked stays there. */
async function resume(host: Host, set: SetState, get: () => State): Promise<void> {
  const { visits } = get();
  const opened = await askForRemembered(host);
  if (opened === null || get().project !== null) return;
  set((state) => (state.visits === visits ? show(opened)
    : { ...show(opened), screen: state.screen, parts: state.parts }));
}

/** Writes a copy; what there is to tell of it. */
async function copyTo(
  host: Host, session: string, path: string | null,
): Promise<Notice['problem']> {
  const saved = await host.call('project:save-copy', { session, path });
  return saved.ok ? { code: 'saved-copy', path: saved.value.path } : saved.error;
}

async function askForRemembered(host: Host): Promise<OpenProject | null> {
  const session = host.rememberedSession();
  const reply = session === null ? null : await host.call('project:get', { session });
  return reply?.ok === true ? reply.value : null;
}

const closedState = {
  project: null,
  scenarioId: '',
  screen: 'start',
  parts: {},
  picked: {},
  selection: null,
  trail: [],
  jump: null,
} as const satisfies Partial<State>;

/** The inspector starts with the question the product is about. */
const firstSelection = { kind: 'figure', key: 'headline.costPerMTokUsd' } as const;

function show(opened: OpenProject): Partial<State> {
  const project: Project = {
    session: opened.session,
    path: opened.path,
    readOnly: opened.readOnly,
    package: opened.package,
    migrated: opened.migrated,
    edits: startEdits(opened.document),
    inFlight: 0,
    history: opened.history,
    before: null,
  };
  return {
    ...closedState,
    project,
    scenarioId: listScenarios(opened.document)[0]?.id ?? '',
    screen: 'answer',
    notices: [],
    selection: firstSelection,
  };
}

function tellMigration(state: State, opened: OpenProject): Partial<State> {
  return opened.migrated === null
    ? {}
    : addNotice({ ...state, notices: [] }, { code: 'migrated', ...opened.migrated });
}
