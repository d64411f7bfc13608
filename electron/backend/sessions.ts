import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../../db/open.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem, OpenProject } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { knownKeys } from './known-keys.ts';
import { readPackage } from './package-info.ts';
import { backUpProject, migrationBackupPath } from './backups.ts';
import type { Services } from './services.ts';

/** Work done since the last backup is at most this old; the file itself is never behind. */
const backupEveryMs = 15 * 60_000;

type NotOpen = { readonly code: 'not-open'; readonly session: string };

/** The projects open in this host. */
export interface Sessions {
  /** Opens a file, or returns the session that has it open. */
  readonly open: (path: string) => Result<OpenProject, FileProblem>;
  /** Takes over a store made elsewhere, such as a template that is only printed. */
  readonly add: (store: ProjectStore) => OpenProject;
  readonly find: (session: string) => Result<ProjectStore, NotOpen>;
  readonly close: (session: string) => Result<null, NotOpen>;
  readonly closeAll: () => void;
}

export const backupsFolder = (services: Services): string => join(services.dataFolder, 'backups');

export function createSessions(services: Services): Sessions {
  const stores = new Map<string, ProjectStore>();
  const root = backupsFolder(services);

  function backUp(store: ProjectStore): void {
    if (store.readOnly) return;
    const problem = attempt(() => backUpProject(root, store, services.now()));
    if (problem !== null) services.log(`no backup of ${store.path}: ${problem}`);
  }

  function add(store: ProjectStore): OpenProject {
    const session = randomUUID();
    stores.set(session, store);
    return describeOpen(session, store, services.dataFolder);
  }

  function open(path: string): Result<OpenProject, FileProblem> {
    const real = realPathOf(path);
    for (const [session, store] of stores) {
      const isOpen = !store.readOnly && realPathOf(store.path) === real;
      if (isOpen) return ok(describeOpen(session, store, services.dataFolder));
    }
    const backupPath = (from: number): string => migrationBackupPath(root, path, from, services.now());
    const opened = openProject(path, { mode: 'write', backupPath });
    if (!opened.ok) return opened;
    backUp(opened.value);
    return ok(add(opened.value));
  }

  function find(session: string): Result<ProjectStore, NotOpen> {
    const store = stores.get(session);
    return store === undefined ? refuse({ code: 'not-open', session }) : ok(store);
  }

  function close(session: string): Result<null, NotOpen> {
    const store = find(session);
    if (!store.ok) return store;
    backUp(store.value);
    store.value.close();
    stores.delete(session);
    return ok(null);
  }

  const backUpAll = (): void => { for (const store of stores.values()) backUp(store); };
  const timer = setInterval(backUpAll, backupEveryMs).unref();

  return {
    open, add, find, close,
    closeAll: () => {
      clearInterval(timer);
      for (const session of stores.keys()) close(session);
    },
  };
}

export function describeOpen(session: string, store: ProjectStore, dataFolder: string): OpenProject {
  const { path, readOnly, fileVersion, migrated } = store;
  const [document, history] = [store.document(), store.history()];
  const about = store.packageMarks === null ? null : readPackage(store, document, knownKeys(dataFolder));
  return { session, path, readOnly, fileVersion, migrated, document, history, package: about };
}

/** What a backup could not do is told, never thrown: the project itself is safe in its file. */
function attempt(run: () => string | null): string | null {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
