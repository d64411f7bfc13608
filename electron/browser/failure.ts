/**
 * Calls `act` once, when something was thrown that nobody caught. Every command is in its
 * file when it returns, so that there is nothing to save; what the process holds can no
 * longer be relied on.
 */
export function whenFailed(say: (text: string) => void, act: () => Promise<void>): void {
  let failed = false;
  const fail = (problem: unknown): void => {
    say(problem instanceof Error ? problem.stack ?? problem.message : String(problem));
    if (failed) return;
    failed = true;
    say(
      'The program failed by a mistake of its own. Every change is saved in the project files.',
    );
    act().catch((error: unknown) => {
      say(String(error));
      process.exit(1);
    });
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
