import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. Every script here works from any current folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const onWindows = process.platform === 'win32';

/**
 * Runs a program to its end and answers its exit code; a signal or a missing program counts as 1.
 * With `limitMs` the whole process tree is ended when time is up, and the answer is 'timeout'.
 */
export function run(program, args, { cwd = root, env = process.env, stdio = 'inherit', limitMs } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd, env, stdio, shell: onWindows && program.endsWith('.cmd'), detached: limitMs !== undefined && !onWindows,
    });
    const release = passOnSignals(child);
    const end = (answer) => { clearTimeout(timer); release(); done(answer); };
    const timer = limitMs === undefined ? undefined : setTimeout(() => { endTree(child); end('timeout'); }, limitMs);
    child.on('error', () => { end(1); });
    child.on('close', (code) => { end(code ?? 1); });
  });
}

/** Lets the program end in its own way. Ctrl+C reaches it through the terminal already; the rest is handed on. */
function passOnSignals(child) {
  const handlers = { SIGINT: () => {}, SIGTERM: () => child.kill('SIGTERM'), SIGHUP: () => child.kill('SIGHUP') };
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  return () => { for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler); };
}

/** Ends a process and all it started; a download helper may have children of its own. */
function endTree(child) {
  if (child.pid === undefined) return;
  if (onWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  else try { process.kill(-child.pid, 'SIGKILL'); } catch { child.kill('SIGKILL'); }
}

/** The environment npm itself runs in: without this checkout's bin folder, whose Node is about to be replaced. */
function plainEnvironment() {
  const bin = join(root, 'node_modules', '.bin');
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = (process.env[name] ?? '').split(delimiter).filter((folder) => resolve(folder) !== bin);
  return { ...process.env, [name]: path.join(delimiter) };
}

/** Runs npm with its output on stderr, so that a command's own output stays clean. */
export function npm(...args) {
  return run(onWindows ? 'npm.cmd' : 'npm', args, { env: plainEnvironment(), stdio: ['ignore', 2, 2] });
}

/** One line of progress, on stderr. */
export const say = (text) => { process.stderr.write(`${text}\n`); };
