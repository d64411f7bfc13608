import { tmpdir } from 'node:os';
import type { ProjectStore } from '../../db/store.ts';
import type { OpenProject } from '../../shared/backend.ts';
import { sweepAbandoned } from '../../db/files.ts';
import { createAppHandlers } from './app-handlers.ts';
import { backupFolders } from './backups.ts';
import type { Handlers } from './expose.ts';
import { guardForeign } from './foreign.ts';
import { createKeepHandlers } from './keep-handlers.ts';
import { createOutputHandlers } from './output-handlers.ts';
import { createWritePlaces } from './paths.ts';
import { createProjectHandlers, rememberProject } from './project-handlers.ts';
import type { Services } from './services.ts';
import { backupsFolder } from './keeping.ts';
import { createSessions } from './sessions.ts';
import { createWorkers } from './worker/pool.ts';
import { forkWorker } from './worker/process.ts';

/** The use cases of one running host. */
export interface PlannerBackend {
  readonly handlers: Handlers;
  /** Opens a document that has no file, such as a template about to be printed. */
  readonly addDetached: (store: ProjectStore) => OpenProject;
  /**
   * The file a session's project is in now, or null; looks at nothing, so that it can be
   * asked after a failure.
   */
  readonly placeOf: (session: string) => string | null;
  /** Backs up and closes every project. Nothing is lost when it is never called. */
  readonly close: () => void;
}

/** Every command of the contract, answered with the help of what the host brings. */
export function createBackend(services: Services): PlannerBackend {
  const places = createWritePlaces(services.host.projectsFolder);
  sweep(services);
  const sessions = createSessions(services, (path) => { rememberProject(services, path); });
  const workers = createWorkers(services.startWorker ?? forkWorker);
  const handlers: Handlers = {
    ...createAppHandlers(services, places),
    ...createProjectHandlers(services, sessions, places),
    ...createKeepHandlers(services, sessions, places, workers),
    ...createOutputHandlers(services, sessions, places, workers),
  };
  return {
    handlers: { ...handlers, ...guardForeign(handlers, services, workers) },
    addDetached: sessions.add,
    placeOf: sessions.placeOf,
    close: () => {
      workers.close();
      sessions.closeAll();
    },
  };
}

/**
 * What a host that was ended in the middle of writing has left: half-made copies under
 * names of our own.
 */
function sweep(services: Services): void {
  const { host, dataFolder, now } = services;
  const backups = backupsFolder(services);
  for (const folder of [
    tmpdir(), host.projectsFolder, dataFolder, backups, ...backupFolders(backups),
  ]) {
    sweepAbandoned(folder, now());
  }
}
