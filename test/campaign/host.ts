import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend, type PlannerBackend } from '../../electron/backend/backend.ts';
import { expose } from '../../electron/backend/expose.ts';
import type { CommandName, Commands } from '../../shared/backend.ts';
import { templates } from '../../shared/project/templates.ts';
import { refuse } from '../../shared/units/result.ts';

export type Call = <K extends CommandName>(
  name: K,
  args: Commands[K]['args'],
) => Promise<Commands[K]['reply']>;

export interface CampaignHost {
  readonly backend: PlannerBackend;
  readonly projects: string;
  readonly call: Call;
}

export interface HostChoices {
  /** Where the next saved file goes. */
  readonly nextFile?: () => string;
  readonly now?: () => number;
}

/**
 * The use cases over real folders, called as a page calls them. What a handler throws is
 * written to `folder`/host.log and comes back as `internal`.
 */
export function startCampaignHost(
  folder: string, { nextFile, now }: HostChoices = {},
): CampaignHost {
  const projects = join(folder, 'projects');
  const log = (text: string): void => {
    try {
      writeFileSync(join(folder, 'host.log'), `${text}\n`, { flag: 'a' });
    } catch {
      // As in the application: a log that cannot be written, on a full disk for one,
      // stops nothing.
    }
  };
  const backend = createBackend({
    host: { kind: 'double', appVersion: '0.0.0', nativeDialogs: false,
      projectsFolder: projects },
    dataFolder: join(folder, 'data'),
    templates,
    now: now ?? (() => Date.now()),
    chooseFile: () => Promise.resolve(nextFile === undefined ? null : nextFile()),
    printPdf: () =>
      Promise.resolve(refuse({ code: 'no-browser', detail: 'none in the campaign' })),
    openLink: () => Promise.resolve('page'),
    showFile: () => Promise.resolve(false),
    push: () => undefined,
    log,
  });
  const answer = expose<null>(backend.handlers, () => true, log);
  // The reply of a command is the contract's; `expose` has checked the arguments and
  // knows the rest as unknown.
  const call = (async (name: string, args: unknown) => await answer(null, name, args)) as Call;
  return { backend, projects, call };
}
