import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../../shared/project/templates.ts';
import { createBackend, type PlannerBackend } from '../backend/backend.ts';
import { reportQuery } from '../backend/services.ts';
import { printPage } from './print.ts';
import { startServer, type PlannerServer } from './server.ts';

export interface HostOptions {
  readonly appVersion: string;
  readonly projectsFolder: string;
  readonly dataFolder: string;
  /** Folder of the built pages. */
  readonly pages: string;
  readonly port: number;
  readonly log: (text: string) => void;
  /** What cookies are made of, when this host takes over from another. */
  readonly secret?: string;
}

/** A running browser host. */
export interface BrowserHost {
  readonly server: PlannerServer;
  readonly backend: PlannerBackend;
  readonly close: () => Promise<void>;
}

/** @throws Error when the pages are not built or the port is taken */
export async function startHost(options: HostOptions): Promise<BrowserHost> {
  if (!existsSync(join(options.pages, 'index.html'))) {
    throw new Error(`the pages are not built: ${options.pages} has no index.html`);
  }
  const { appVersion, projectsFolder, dataFolder, log } = options;
  const server = await startServer(options);
  const backend = createBackend({
    host: { kind: 'browser', appVersion, nativeDialogs: false, projectsFolder },
    dataFolder,
    templates,
    now: () => Date.now(),
    chooseFile: () => Promise.resolve(null),
    printPdf: (request, signal) => printPage(server.address(reportQuery(request)), signal),
    openLink: () => Promise.resolve('page'),
    showFile: () => Promise.resolve(false),
    push: server.push,
    log,
  });
  server.serve(backend.handlers);
  return {
    server, backend,
    close: async () => {
      await server.close();
      backend.close();
    },
  };
}
