import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sweepAbandoned } from '../../db/files.ts';
import { openProject } from '../../db/open.ts';
import type { ProjectStore, StoreProblem } from '../../db/store.ts';
import type { Displacement, FileProblem, OpenProject } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { migrationBackupPath } from './backups.ts';
import { attempt, backupsFolder, createKeeping, type Keeping, type Kept } from './keeping.ts';
import { knownKeys } from './known-keys.ts';
import { readPackage } from './package-info.ts';
import type { Services } from './services.ts';

/**
 * How often every open project is looked at: whether its file is in place, and whether a
 * backup is due.
 */
const lookEveryMs = 5000;

type NotOpen = { readonly code: 'not-open'; readonly session: string };

/** The projects open in this host. */
export interface Sessions {
  /**
   * Opens a file and backs it up, or returns the session that has it open. Others are
   * answered between the two.
   */
  readonly open: (path: string) => Promise<Result<OpenProject, FileProblem>>;
  /** Takes over a store made elsewhere, such as a template that is only printed. */
  readonly add: (store: ProjectStore) => OpenProject;
  readonly find: (session: string) => Result<ProjectStore, NotOpen>;
  /** The file a project is in now, or null; nothing is looked at. */
  readonly placeOf: (session: string) => string | null;
  /** Told after every command that wrote: from time to time a backup follows. */
  readonly wrote: (session: string) => void;
  /** Closes a project; refuses when its file is gone and its work could be put nowhere. */
  readonly close: (session: string) => Result<null, NotOpen | StoreProblem>;
  readonly closeAll: () => void;
}

/** What is kept of a project that came to be in another file goes along. */
function moveAlong(keeping: ReturnType<typeof createKeeping>, kept: Kept | undefined): null {
  if (kept !== undefined) keeping.moved(kept);
  return null;
}

/** @param onMoved told when a project has come to be in another file */
export function createSessions(services: Services, onMoved: (path: string) => void): Sessions {
  const all = new Map<string, Kept>();
  const keeping = createKeeping(services);

  async function open(path: string): Promise<Result<OpenProject, FileProblem>> {
    const known = findOpen(all, path, services.dataFolder);
    if (known !== null) return ok(known);
    const session = randomUUID();
    const opened = openFile(services, path, (displacement) => {
      tell(services, { ...displacement, session });
      const problem = attempt(() => {
        onMoved(displacement.path);
        return moveAlong(keeping, all.get(session));
      });
      if (problem !== null) services.log(problem);
    });
    if (!opened.ok) return opened;
    sweepAbandoned(dirname(opened.value.path), services.now());
    const kept = take(session, opened.value);
    await letOthersIn();
    if (!all.has(session)) return refuse({ code: 'busy', path }); // the host is closing
    keeping.backUp(kept);
    return ok(describeOpen(session, opened.value, services.dataFolder));
  }

  function take(session: string, store: ProjectStore): Kept {
    const kept = keeping.take(store);
    all.set(session, kept);
    return kept;
  }

  const { close, end } = createClosing(all, keeping);
  const timer = setInterval(() => { lookAfter(all, keeping); }, lookEveryMs).unref();
  return {
    open, close,
    add: (store) => {
      const session = randomUUID();
      take(session, store);
      return describeOpen(session, store, services.dataFolder);
    },
    find: (session) => {
      const kept = all.get(session);
      if (kept === undefined) return refuse({ code: 'not-open', session });
      // An occasion to notice that the file is gone; what writes looks again and answers.
      kept.store.attend('entry');
      return ok(kept.store);
    },
    placeOf: (session) => all.get(session)?.store.path ?? null,
    wrote: (session) => {
      const kept = all.get(session);
      if (kept === undefined) return;
      kept.pace.wrote(performance.now());
      keeping.backUpIfDue(kept);
    },
    closeAll: () => {
      clearInterval(timer);
      for (const [session, kept] of all) if (!close(session).ok) end(session, kept);
    },
  };
}

/**
 * Calls that came meanwhile are taken in between two turns: the first ends this one, before
 * anything is taken in.
 */
async function letOthersIn(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

/** The news goes out first: whatever else fails, the person knows where the work is. */
function tell(
  { push, log }: Services, displaced: Displacement & { readonly session: string },
): void {
  push('project:displaced', displaced);
  log(`${displaced.original} was ${displaced.code}: work goes on in ${displaced.path}`);
}

interface Closing {
  readonly close: Sessions['close'];
  /** Lets go of a project, whatever becomes of it. */
  readonly end: (session: string, kept: Kept) => void;
}

function createClosing(all: Map<string, Kept>, keeping: Keeping): Closing {
  function end(session: string, { store, stopWatch }: Kept): void {
    stopWatch();
    store.close();
    all.delete(session);
  }
  return {
    end,
    close: (session) => {
      const kept = all.get(session);
      if (kept === undefined) return refuse({ code: 'not-open', session });
      const attended = kept.store.attend('contents');
      const isSafe = keeping.backUp(kept) || attended.ok;
      if (!isSafe) return attended;
      end(session, kept);
      return ok(null);
    },
  };
}

function openFile(
  services: Services, path: string, onDisplaced: (displacement: Displacement) => void,
): Result<ProjectStore, FileProblem> {
  const root = backupsFolder(services);
  return openProject(path, {
    mode: 'write', backupPath: (from) => migrationBackupPath(root, path, from, services.now()),
    rescueFolders: [services.host.projectsFolder, root], onDisplaced,
  });
}

/**
 * The session that has a file open. One whose file is gone goes on elsewhere and is not
 * what is asked for.
 */
function findOpen(
  all: ReadonlyMap<string, Kept>, path: string, dataFolder: string,
): OpenProject | null {
  const real = realPathOf(path);
  for (const [session, { store }] of all) {
    if (store.readOnly || !store.attend('entry').ok) continue;
    if (realPathOf(store.path) === real) return describeOpen(session, store, dataFolder);
  }
  return null;
}

function lookAfter(all: ReadonlyMap<string, Kept>, keeping: Keeping): void {
  for (const kept of all.values()) {
    kept.store.attend('contents');
    keeping.backUpIfDue(kept);
  }
}

export function describeOpen(
  session: string, store: ProjectStore, dataFolder: string,
): OpenProject {
  const { path, readOnly, fileVersion, migrated } = store;
  const [document, history] = [store.document(), store.history()];
  const about = store.packageMarks === null ? null
    : readPackage(store, store.issued(), knownKeys(dataFolder));
  return { session, path, readOnly, fileVersion, migrated, document, history, package: about };
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
