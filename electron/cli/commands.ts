import type { ArgSpec, Args } from './args.ts';
import type { ExitCode, Output } from './output.ts';
import { fieldsSpec, runFields } from './commands/fields.ts';

/** A command: what it accepts, its one line of help, and what it does. */
export interface CliCommand {
  readonly usage: string;
  readonly spec: ArgSpec;
  readonly run: (args: Args, output: Output) => ExitCode | Promise<ExitCode>;
}

export const commands: Readonly<Record<string, CliCommand>> = {
  fields: { usage: 'fields [--json]', spec: fieldsSpec, run: runFields },
};
