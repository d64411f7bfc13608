/** Runs tasks one after another, in the order in which they were given. */
export interface Turns {
  readonly add: (task: () => Promise<void>) => Promise<void>;
}

/** A task that fails is reported and does not stop those behind it. */
export function createTurns(report: (problem: unknown) => void): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    add: (task) => {
      last = last.then(task).catch(report);
      return last;
    },
  };
}
