import type { ProjectStore } from '../../db/store.ts';
import type { OpenProject } from '../../shared/backend.ts';
import { createAppHandlers } from './app-handlers.ts';
import type { Handlers } from './expose.ts';
import { guardForeign } from './foreign.ts';
import { createKeepHandlers } from './keep-handlers.ts';
import { createOutputHandlers } from './output-handlers.ts';
import { createWritePlaces } from './paths.ts';
import { createProjectHandlers } from './project-handlers.ts';
import type { Services } from './services.ts';
import { createSessions } from './sessions.ts';
import { createWorkers } from './worker/pool.ts';
import { forkWorker } from './worker/process.ts';

/** The use cases of one running host. */
export interface PlannerBackend {
  readonly handlers: Handlers;
  /** Opens a document that has no file, such as a template about to be printed. */
  readonly addDetached: (store: ProjectStore) => OpenProject;
  /** Backs up and closes every project. Nothing is lost when it is never called. */
  readonly close: () => void;
}

/** Every command of the contract, answered with the help of what the host brings. */
export function createBackend(services: Services): PlannerBackend {
  const places = createWritePlaces(services.host.projectsFolder);
  const sessions = createSessions(services);
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
    close: () => {
      workers.close();
      sessions.closeAll();
    },
  };
}
