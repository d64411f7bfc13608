import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './setup/built.mjs';
import { ensureInstalled, projectNode } from './setup/install.mjs';
import { root, run, say } from './setup/run.mjs';

/** `npm run -s aifp -- <command>`: the command line, installed and built first where needed. */
const cli = join(root, 'out', 'main', 'cli.js');

/** Printing a report needs the pages too. */
const partsFor = (command) => (command === 'report' ? ['main', 'renderer'] : ['main']);

async function prepare(command) {
  try {
    await ensureInstalled();
    await ensureBuilt(partsFor(command));
    return true;
  } catch (problem) {
    say(problem instanceof Error ? problem.message : String(problem));
    return false;
  }
}

const args = process.argv.slice(2);
// npm starts scripts in the checkout; paths are meant as seen from where the command was typed.
const cwd = process.env.INIT_CWD ?? process.cwd();

if (!await prepare(args[0])) process.exitCode = 4;
else if (projectNode() !== process.execPath) process.exitCode = await run(projectNode(), [cli, ...args], { cwd });
else {
  process.chdir(cwd);
  await import(pathToFileURL(cli).href);
}
