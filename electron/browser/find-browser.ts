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

export const thisMachine: Machine = { platform: process.platform, env: process.env,
  exists: existsSync };

const howToGetOne =
  'Install Google Chrome, Chromium or Microsoft Edge, or set AIFP_BROWSER to the path of its program.';

/** Names under which distributions install a browser that prints. */
const commands = [
  'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser',
  'microsoft-edge-stable', 'microsoft-edge',
];

const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin',
  '/var/lib/flatpak/exports/bin'];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
] as const;

/**
 * An installed Chrome, Chromium or Edge: what AIFP_BROWSER names, else the first of the
 * usual places.
 */
export function findBrowser(machine: Machine = thisMachine): Result<string, NoBrowser> {
  const named = machine.env['AIFP_BROWSER'] ?? '';
  const found =
    (named === '' ? candidates(machine) : [named]).find((path) => machine.exists(path));
  if (found !== undefined) return ok(found);
  const why = named === '' ? '' : `AIFP_BROWSER names ${named}, which does not exist. `;
  return refuse({ code: 'no-browser', detail: why + howToGetOne });
}

type NoBrowser = Extract<PdfProblem, { code: 'no-browser' }>;

function candidates({ platform, env }: Machine): readonly string[] {
  const valuesOf = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => env[name] || []);
  if (platform === 'win32') {
    return valuesOf(['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
      .flatMap((folder) => windowsPrograms.map((parts) => win32.join(folder, ...parts)));
  }
  if (platform === 'darwin') {
    const program = (home: string, name: string): string =>
      posix.join(home, '/Applications', `${name}.app`, 'Contents', 'MacOS', name);
    return ['', ...valuesOf(['HOME'])].flatMap(
      (home) => macApplications.map((name) => program(home, name)),
    );
  }
  const path = (env['PATH'] ?? '').split(posix.delimiter).filter((folder) => folder !== '');
  return commands.flatMap(
    (name) => [...path, ...usualFolders].map((folder) => posix.join(folder, name)),
  );
}

/**
 * Switches for every browser we start: it must not speak to anybody but the host.
 * The sandbox cannot start for root; everybody else keeps it.
 */
export const browserSwitches = (
  isRoot: boolean = process.getuid?.() === 0,
): readonly string[] => [
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-quic', '--disable-default-apps', '--disable-domain-reliability',
  '--disable-client-side-phishing-detection', '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ...(isRoot ? ['--no-sandbox'] : []),
];
