import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectNode } from './install.mjs';
import { root, run, say } from './run.mjs';

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Asks the application's own search, so that tests use the browser a person would get. */
const hasBrowser = () => spawnSync(projectNode(), ['--input-type=module', '-e',
  "const { findBrowser } = await import('./electron/browser/find-browser.ts'); process.exit(findBrowser().ok ? 0 : 1);"],
{ cwd: root, stdio: 'ignore' }).status === 0;

/** What the tests use beside npm packages, and the Debian packages that bring it. */
const tools = [
  { what: 'a Chromium-based browser', isThere: hasBrowser, packages: ['chromium', 'fonts-liberation'] },
  { what: 'poppler (pdfinfo, pdftotext)', isThere: () => onPath('pdftotext'), packages: ['poppler-utils'] },
  { what: 'LibreOffice Calc (recalculates exported workbooks)', isThere: () => onPath('soffice'), packages: ['libreoffice-calc'] },
];

const isMissing = (tool) => !tool.isThere();

const canInstall = () => process.getuid?.() === 0 && onPath('apt-get');

/** Installs missing test tools where this process may do so, and otherwise says what is missing. */
export async function ensureTestTools() {
  const missing = tools.filter(isMissing);
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  if (canInstall()) {
    say(`Installing ${packages.join(', ')} ...`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 2] });
    await run('apt-get', ['install', '-o', 'DPkg::Lock::Timeout=300', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 'ignore', 2] });
  }
  for (const tool of tools.filter(isMissing)) {
    say(`Missing: ${tool.what}. Tests that need it will fail; on Debian or Ubuntu: sudo apt-get install ${tool.packages.join(' ')}`);
  }
}
