import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBackend, type PlannerBackend } from '../../../electron/backend/backend.ts';
import { expose } from '../../../electron/backend/expose.ts';
import type { Services } from '../../../electron/backend/services.ts';
import type { StartWorker } from '../../../electron/backend/worker/process.ts';
import { runTask } from '../../../electron/backend/worker/runners.ts';
import type { TaskMessage } from '../../../electron/backend/worker/tasks.ts';
import type { CommandName, Commands } from '../../../shared/backend.ts';
import type { Template } from '../../../shared/project/templates.ts';
import { refuse } from '../../../shared/units/result.ts';
import { noonMs, sampleRecords, temporaryFolder } from '../../db/support.ts';

export const sampleTemplate: Template = {
  id: 'sample', name: 'Sample: small', summary: 'For tests', records: sampleRecords,
};

/**
 * Does in this process what a host has done in another: starting one takes half a second of
 * the processor. Messages are copied as they are on the way between processes.
 */
export const workHere: StartWorker = ({ said, ended }) => ({
  post: (message) => {
    const task = structuredClone(message) as TaskMessage;
    said({ id: task.id, state: 'begun' });
    void runTask(task).then((answer) => { said(structuredClone(answer)); });
  },
  kill: () => { ended(''); },
  hold: () => undefined,
});

export interface TestHost {
  readonly backend: PlannerBackend;
  readonly folder: string;
  readonly projectsFolder: string;
  readonly pushed: unknown[];
  readonly logged: string[];
  /** Calls by the same way a page does: name and arguments as plain values. */
  readonly call: <K extends CommandName>(
    name: K, args: Commands[K]['args'],
  ) => Promise<Commands[K]['reply']>;
  readonly callRaw: (name: string, args: unknown, trusted?: boolean) => Promise<unknown>;
}

/**
 * A host made of plain functions over real folders; `changes` replaces single services, such
 * as `startWorker` by `forkWorker` where the process is what a test is about.
 */
export function startHost(
  changes: Partial<Services> = {}, folder = temporaryFolder(),
): TestHost {
  const projectsFolder = join(folder, 'projects');
  const pushed: unknown[] = [];
  const logged: string[] = [];
  const services: Services = {
    host: { kind: 'double', appVersion: '1.2.3', nativeDialogs: false, projectsFolder },
    dataFolder: join(folder, 'data'),
    templates: [sampleTemplate],
    now: () => noonMs, startWorker: workHere,
    chooseFile: () => Promise.resolve(null),
    printPdf: () =>
      Promise.resolve(refuse({ code: 'no-browser', detail: 'none in this test' })),
    openLink: () => Promise.resolve('page'),
    showFile: () => Promise.resolve(false),
    push: (name, push) => { pushed.push([name, push]); },
    log: (text) => { logged.push(text); },
    ...changes,
  };
  const backend = createBackend(services);
  onTestFinished(backend.close);
  const answer = expose<boolean>(backend.handlers, (trusted) => trusted, services.log);
  const callRaw =
    (name: string, args: unknown, trusted = true): Promise<unknown> =>
      answer(trusted, name, args);
  return {
    backend, folder, projectsFolder, pushed, logged, callRaw,
    call: async <K extends CommandName>(name: K, args: Commands[K]['args']) =>
      await callRaw(name, args) as Commands[K]['reply'],
  };
}
