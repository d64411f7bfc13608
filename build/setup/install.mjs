import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say } from './run.mjs';

/** better-sqlite3 ends the process without a word on older versions. */
const leastNodeMajor = 24;

const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function readPackages(file) {
  try { return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {}; } catch { return null; }
}

/**
 * Whether node_modules is what the lockfile asks for, by npm's own record of what it installed.
 * Optional packages may be missing: they belong to other platforms.
 */
export function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  const wanted = readPackages('package-lock.json');
  if (installed === null || wanted === null) return false;
  return Object.entries(wanted).every(([path, entry]) =>
    path === '' || entry.optional === true || installed[path]?.version === entry.version);
}

/** The Node this project runs on: the one it is started with if new enough, otherwise the installed one. */
export function projectNode() {
  return Number(process.versions.node.split('.')[0]) >= leastNodeMajor ? process.execPath : ownNode;
}

/** Installs what the lockfile asks for when it is not there yet. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    say('Installing packages (npm ci) ...');
    const code = await npm('ci', '--no-fund', '--no-audit');
    if (code !== 0) throw new Error(`npm ci ended with code ${code}; its output above says why`);
  }
  if (existsSync(projectNode())) return;
  say(`Fetching Node ${leastNodeMajor} ...`);
  await npm('rebuild', 'node', '--foreground-scripts');
  if (!existsSync(projectNode())) {
    throw new Error(`Node ${leastNodeMajor} is missing: its install script did not run. Allow install scripts and run "npm ci" again`);
  }
}
