import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectStore } from '../../db/store.ts';
import { createBackupPace, type BackupPace } from './backup-pace.ts';
import { backUpProject } from './backups.ts';
import type { Services } from './services.ts';
import { watchPlace } from './watch-place.ts';

/** A project that is looked after while it is open. */
export interface Kept {
  readonly store: ProjectStore;
  readonly pace: BackupPace;
  stopWatch: () => void;
}

/**
 * What is done for an open project besides its commands: backups from time to time, and
 * an eye on its file.
 */
export interface Keeping {
  readonly take: (store: ProjectStore) => Kept;
  /** @returns whether everything in the project is in a backup now */
  readonly backUp: (kept: Kept) => boolean;
  readonly backUpIfDue: (kept: Kept) => void;
  /** The project is in another file: that one is watched from now on. */
  readonly moved: (kept: Kept) => void;
}

export const backupsFolder = (services: Services): string =>
  join(services.dataFolder, 'backups');

export function createKeeping(services: Services): Keeping {
  const root = backupsFolder(services);

  function backUp({ store, pace }: Kept): boolean {
    pace.reset();
    if (store.readOnly) return true;
    const problem = attempt(() => backUpProject(root, store, services.now()));
    if (problem !== null) services.log(`no backup of ${store.path}: ${problem}`);
    return problem === null;
  }

  return {
    backUp,
    take: (store) => {
      const kept: Kept = { store, pace: createBackupPace(), stopWatch: () => undefined };
      startWatch(kept);
      return kept;
    },
    backUpIfDue: (kept) => {
      const bytes = statSync(kept.store.path, { throwIfNoEntry: false })?.size ?? 0;
      if (kept.pace.isDue(performance.now(), bytes)) backUp(kept);
    },
    moved: (kept) => {
      kept.stopWatch();
      startWatch(kept);
      backUp(kept);
    },
  };
}

function startWatch(kept: Kept): void {
  if (kept.store.readOnly) return;
  kept.stopWatch = watchPlace(kept.store.path, () => { kept.store.attend('entry'); });
}

/**
 * What could not be done beside the work is told, never thrown: the project itself is
 * safe in its file.
 */
export function attempt(run: () => string | null): string | null {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}
