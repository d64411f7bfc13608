import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileVersion } from '../../db/layout.ts';
import type { RecentFile } from '../../shared/backend.ts';
import { ok, refuse } from '../../shared/units/result.ts';
import { listBackups } from './backups.ts';
import type { Handlers } from './expose.ts';
import { isExternalLink } from './external-links.ts';
import { freePath, projectExtension, safeFileName, type WritePlaces } from './paths.ts';
import { changePreferences, readPreferences } from './preferences.ts';
import { forgetRecent, listRecent } from './recent.ts';
import type { Services } from './services.ts';
import { backupsFolder } from './keeping.ts';

type AppHandlers = Pick<Handlers, Extract<keyof Handlers, `app:${string}`> | 'project:list'>;

export const recentFile = (services: Services): string =>
  join(services.dataFolder, 'recent.json');
const preferencesFile = (services: Services): string =>
  join(services.dataFolder, 'preferences.json');

/** Who is at work, as the change log names them. */
export const authorOf = (services: Services): string =>
  readPreferences(preferencesFile(services)).author;

/** What concerns the application and the person rather than one project. */
export function createAppHandlers(services: Services, places: WritePlaces): AppHandlers {
  return {
    'app:info': () => ok({ ...services.host, fileVersion }),
    'app:preferences': ({ set }) => {
      const file = preferencesFile(services);
      return ok(set === null ? readPreferences(file) : changePreferences(file, set));
    },
    'app:recent': () => ok(listRecent(recentFile(services))),
    'app:forget-recent': ({ path }) => {
      forgetRecent(recentFile(services), path);
      return ok(null);
    },
    'app:templates': () =>
      ok(services.templates.map(({ id, name, summary }) => ({ id, name, summary }))),
    'app:backups': () => ok(listBackups(backupsFolder(services))),
    'app:choose-file': async ({ purpose, suggestedName }) =>
      ok(await choose(services, places, purpose, suggestedName)),
    'app:open-link': async (
      { url },
    ) => (isExternalLink(url) ? ok({ open: await services.openLink(url) })
      : refuse({ code: 'refused', command: 'app:open-link' })),
    'project:list': () => ok(listProjects(services.host.projectsFolder,
      new Map(listRecent(recentFile(services)).map(({ path, name }) => [path, name])))),
  };
}

/**
 * A file of the person's choice; a host without dialogs takes a free name in the projects
 * folder.
 */
export async function choose(
  services: Services, places: WritePlaces, purpose: 'open' | 'save', suggestedName: string,
): Promise<string | null> {
  const name = safeFileName(suggestedName) ?? `${basename(suggestedName)}${projectExtension}`;
  if (!services.host.nativeDialogs) {
    if (purpose === 'open') return null;
    const extension = extname(name);
    return freePath(services.host.projectsFolder, name.slice(0, -extension.length), extension);
  }
  const path = await services.chooseFile(purpose, name);
  if (path !== null && purpose === 'save') places.allow(path);
  return path;
}

/**
 * Projects in the projects folder, latest change first. Reads directory entries only: a
 * file may be open.
 * @param names what projects were called when they were last seen, by path
 */
function listProjects(
  folder: string, names: ReadonlyMap<string, string>,
): readonly RecentFile[] {
  const isProject = (name: string): boolean =>
    extname(name).toLowerCase() === projectExtension && !name.startsWith('.');
  return namesIn(folder).filter(isProject)
    .flatMap((name): RecentFile[] => {
      const path = join(folder, name);
      const entry = statSync(path, { throwIfNoEntry: false });
      if (entry?.isFile() !== true) return [];
      const openedAt = entry.mtime.toISOString();
      return [{ path, name: names.get(path) ?? basename(name, projectExtension), openedAt,
        exists: true }];
    })
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not made yet, or not ours to read: the list is a convenience
  }
}
