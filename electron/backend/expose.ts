import {
  commandNames, type CallProblem, type CommandName, type Commands,
} from '../../shared/backend.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { parsers } from './arguments.ts';

/** What answers a command, its arguments already parsed. */
export type Handlers = {
  readonly [K in CommandName]:
    (args: Commands[K]['args']) => Commands[K]['reply'] | Promise<Commands[K]['reply']>;
};

/** Answers a call whose name and arguments nobody has looked at yet. */
export type Answer<Sender> =
  (sender: Sender, name: string, args: unknown) => Promise<Result<unknown, unknown>>;

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandNames, name);

/**
 * The one way from a page to the handlers: trusted sender, known command, parsed
 * arguments, handler. Always resolves to a Result: what a handler throws is a mistake of
 * ours and crosses as 'internal'.
 * @param log told of such mistakes, with the stack that must not reach the page
 */
export function expose<Sender>(
  handlers: Handlers, isTrusted: (sender: Sender) => boolean, log: (text: string) => void,
): Answer<Sender> {
  return async (sender, name, args) => {
    if (!isTrusted(sender) || !isCommand(name)) {
      return refuse<CallProblem>({ code: 'refused', command: name.slice(0, 80) });
    }
    try {
      return await run(handlers, name, args);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      log(problem.stack ?? problem.message);
      return refuse<CallProblem>({ code: 'internal', detail: problem.message });
    }
  };
}

async function run<K extends CommandName>(
  handlers: Handlers, name: K, args: unknown,
): Promise<Commands[K]['reply'] | Result<never, CallProblem>> {
  const parsed = parsers[name].safeParse(args);
  if (parsed.success) return handlers[name](parsed.data);
  const issue = parsed.error.issues[0];
  const detail =
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`.slice(0, 300);
  return refuse({ code: 'bad-arguments', command: name, detail });
}
