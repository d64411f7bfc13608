import type { Tally } from './part.ts';
import type { ProbeAnswer } from './probe.ts';

/** Reading a file longer than this freezes a window, ms of processor time. */
const slowMs = 2000;

/** Counts what is wrong with any answer; null when there was none to look at. */
export function judge(
  tally: Tally,
  what: string,
  answer: ProbeAnswer | 'hang' | 'crash',
): ProbeAnswer | null {
  if (typeof answer === 'string') {
    tally.breach(answer, what);
    return null;
  }
  tally.top('most MB', answer.rssMb);
  tally.top('most ms', Math.round(answer.cpuMs));
  if (answer.outcome === 'threw')
    tally.breach(
      `threw ${answer.text.split('\n')[0] ?? ''}`.slice(0, 120),
      `${what}: ${answer.text.split('\n')[1] ?? ''}`,
    );
  if (answer.cpuMs > slowMs)
    tally.breach(`over ${slowMs / 1000} s`, `${what}: ${Math.round(answer.cpuMs)} ms`);
  for (const fault of answer.faults) tally.breach(fault, what);
  return answer;
}
