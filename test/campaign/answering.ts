import type { ProbeAnswer } from './probe.ts';

export type Finding = Pick<ProbeAnswer, 'outcome' | 'text' | 'faults'>;

/** Answers the questions of a probe with `answer`; what it throws is an answer too. */
export function answerProbe(answer: (question: unknown) => Finding): void {
  process.on('message', (question) => {
    const started = process.cpuUsage();
    const found = attempt(() => answer(question));
    const { user, system } = process.cpuUsage(started);
    process.send?.({
      ...found,
      cpuMs: (user + system) / 1000,
      rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    });
  });
}

function attempt(run: () => Finding): Finding {
  try {
    return run();
  } catch (problem) {
    const text = problem instanceof Error ? (problem.stack ?? problem.message)
      : String(problem);
    return { outcome: 'threw', text: text.slice(0, 1500), faults: [] };
  }
}
