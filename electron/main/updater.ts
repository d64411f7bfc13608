/** The part of electron-updater used here. */
export interface AutoUpdater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  logger: unknown;
  readonly checkForUpdates: () => Promise<{
    readonly isUpdateAvailable: boolean;
    readonly updateInfo: { readonly version: string };
  } | null>;
  readonly downloadUpdate: () => Promise<unknown>;
  readonly quitAndInstall: () => void;
}

/** Finds, fetches and installs updates; each step only when it is called. */
export interface Updater {
  /**
   * The version on offer, or null when this one is the newest.
   * @throws when it cannot be told
   */
  readonly find: () => Promise<string | null>;
  /** Fetches it and has its hash and signature checked. @throws when either is wrong */
  readonly fetch: () => Promise<void>;
  readonly installAndRestart: () => void;
}

/**
 * An updater that does nothing by itself: no check at the start, no download unasked, no
 * installation at the end, no way back to an older version.
 * @param load brings the library in; a megabyte that a start must not wait for
 */
export function createUpdater(load: () => Promise<AutoUpdater>): Updater {
  let loaded: Promise<AutoUpdater> | null = null;
  const get = (): Promise<AutoUpdater> => {
    loaded ??= load().then(quieten);
    return loaded;
  };
  return {
    find: async () => {
      const found = await (await get()).checkForUpdates();
      if (found === null) throw new Error('this kind of installation cannot be looked up');
      return found.isUpdateAvailable ? found.updateInfo.version : null;
    },
    fetch: async () => {
      await (await get()).downloadUpdate();
    },
    installAndRestart: () => {
      void get().then((updater) => {
        updater.quitAndInstall();
      });
    },
  };
}

function quieten(updater: AutoUpdater): AutoUpdater {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.logger = null; // it would name addresses and folders on the console
  return updater;
}

/** electron-updater itself, loaded when a person first asks for updates. */
export async function loadAutoUpdater(): Promise<AutoUpdater> {
  const { autoUpdater } = await import('electron-updater');
  return autoUpdater;
}
