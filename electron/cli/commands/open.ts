import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Args, ArgSpec } from '../args.ts';
import { loadProject } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';

export const openSpec: ArgSpec = { positional: ['file'], required: 1, flags: [], options: [] };

/** The starter beside package.json, looked for upwards from this file. */
function findStarter(): string | null {
  for (let folder = dirname(
    fileURLToPath(import.meta.url),
  ); folder !== dirname(folder); folder = dirname(folder)) {
    const starter = join(folder, 'build', 'start.mjs');
    if (existsSync(starter)) return starter;
  }
  return null;
}

/** `open`: starts the application on a project that was checked first. */
export async function runOpen(args: Args, output: Output): Promise<ExitCode> {
  const path = resolve(args.positional[0] ?? '');
  const loaded = loadProject(path);
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const starter = findStarter();
  if (starter === null) {
    output.err(
      'the application itself is not here; run this from its folder, or open the file from the desktop',
    );
    return exitCodes.missingTool;
  }
  const child = spawn(process.execPath, [starter, path], { stdio: 'inherit' });
  return new Promise((done) => {
    child.on('exit', (code) => { done(code === 0 ? exitCodes.done : exitCodes.failed); });
  });
}
