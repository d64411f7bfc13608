import type { Notice, State, Told } from './store.ts';

/** Older notices than these are put away by themselves. */
const mostNotices = 4;

/** The notices with one more; the same problem again replaces the earlier telling. */
export function addNotice(
  { notices }: State,
  problem: Notice['problem'],
  lost: readonly string[] = [],
): Pick<State, 'notices'> {
  const id = (notices.at(-1)?.id ?? 0) + 1;
  const others = notices.filter((notice) => notice.problem.code !== problem.code);
  return { notices: [...others, { id, problem, lost }].slice(-mostNotices) };
}

/** The state with what was just done, said anew even where it was done before. */
export const withTold = ({ told }: State, next: Told): Pick<State, 'told'> =>
  ({ told: { ...next, count: (told?.count ?? 0) + 1 } });
