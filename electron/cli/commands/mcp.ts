import type { Args, ArgSpec } from '../args.ts';
import { loadProject } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';

/** Files one server takes. */
const mostFiles = 1000;

export const mcpSpec: ArgSpec = {
  positional: Array.from({ length: mostFiles }, () => 'file | template'), required: 1,
  flags: ['write'], options: [],
};

/**
 * `mcp`: the planner as tools of the Model Context Protocol on standard input and output,
 * for the files named here and no others.
 */
export async function runMcp(args: Args, output: Output): Promise<ExitCode> {
  for (const file of args.positional) {
    const loaded = loadProject(file);
    if (loaded.ok) continue;
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const { serveStdio } = await import('../search/mcp-server.ts');
  await serveStdio({ files: args.positional, write: args.flags.has('write') });
  return exitCodes.done;
}
