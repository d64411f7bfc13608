import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from './run.mjs';

/** What the tests use beside npm packages, and the Debian packages that bring it. */
const tools = [
  { what: 'a Chromium-based browser', programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'], packages: ['chromium', 'fonts-liberation'] },
  { what: 'poppler (pdfinfo, pdftotext)', programs: ['pdftotext'], packages: ['poppler-utils'] },
];

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const elsewhere = {
  darwin: ['/Applications/Google Chrome.app', '/Applications/Chromium.app', '/Applications/Microsoft Edge.app'],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'],
}[process.platform] ?? [];

const isMissing = (tool) =>
  !tool.programs.some(onPath) && !(tool.programs.includes('chromium') && elsewhere.some((path) => existsSync(path)));

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
