import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { PdfProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/** The machine as the search sees it; a test gives one that does not exist. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

const howToGetOne = 'Install Google Chrome, Chromium or Microsoft Edge, or set AIFP_BROWSER to the path of its program.';

/** Names under which distributions install a browser that prints. */
const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];

const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/var/lib/flatpak/exports/bin'];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'], ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
] as const;

/** An installed Chrome, Chromium or Edge: what AIFP_BROWSER names, else the first of the usual places. */
export function findBrowser(machine: Machine = thisMachine): Result<string, Extract<PdfProblem, { code: 'no-browser' }>> {
  const named = machine.env['AIFP_BROWSER'] ?? '';
  if (named !== '') {
    return machine.exists(named) ? ok(named)
      : refuse({ code: 'no-browser', detail: `AIFP_BROWSER names ${named}, which does not exist. ${howToGetOne}` });
  }
  const found = candidates(machine).find((path) => machine.exists(path));
  return found === undefined ? refuse({ code: 'no-browser', detail: howToGetOne }) : ok(found);
}

function candidates({ platform, env }: Machine): readonly string[] {
  const valuesOf = (names: readonly string[]): readonly string[] => names.flatMap((name) => env[name] || []);
  if (platform === 'win32') {
    return valuesOf(['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
      .flatMap((folder) => windowsPrograms.map((parts) => win32.join(folder, ...parts)));
  }
  if (platform === 'darwin') {
    return ['', ...valuesOf(['HOME'])].flatMap((home) =>
      macApplications.map((name) => posix.join(home, '/Applications', `${name}.app`, 'Contents', 'MacOS', name)));
  }
  const folders = [...(env['PATH'] ?? '').split(posix.delimiter).filter((folder) => folder !== ''), ...usualFolders];
  return commands.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/**
 * Switches for every browser we start: it must not speak to anybody but the host.
 * The sandbox cannot start for root; everybody else keeps it.
 */
export const browserSwitches = (isRoot: boolean = process.getuid?.() === 0): readonly string[] => [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic',
  '--no-default-browser-check', '--disable-default-apps', '--disable-domain-reliability', '--disable-client-side-phishing-detection',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ...(isRoot ? ['--no-sandbox'] : []),
];
