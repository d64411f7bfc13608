import { nearestWord } from '../../shared/project/path.ts';
import { parseArgs } from './args.ts';
import { commands } from './commands.ts';
import { exitCodes, type ExitCode, type Output } from './output.ts';

/**
 * Runs one command line.
 * @param argv words after the program name
 * @returns the process exit code; everything printed goes through `output`
 */
export async function runCli(argv: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    output.out(`Commands:\n${Object.values(commands).map((c) => `  ${c.usage}`).join('\n')}`);
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const near = nearestWord(name, Object.keys(commands));
    output.err(`unknown command "${name}"${near === null ? '' : `; did you mean ${near}?`}`);
    return exitCodes.usage;
  }
  const args = parseArgs(rest, command.spec);
  if (args.ok) return command.run(args.value, output);
  output.err(`${args.error}\nusage: ${command.usage}`);
  return exitCodes.usage;
}
