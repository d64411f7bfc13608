import { Button, Progress } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { usePrinter } from '../../state/use-print.ts';
import { explainSearch, searchText as words } from '../../text/search.ts';
import type { SearchKind } from './search-task.ts';
import type { SearchState } from './use-search.ts';

interface Props {
  readonly kind: SearchKind;
  readonly search: SearchState;
  /** Why the question cannot be asked yet; null where it can. */
  readonly problem: string | null;
  readonly run: () => void;
}

/** What is to be said of a search beside its answer. */
function saidOf(search: SearchState): string | null {
  switch (search.phase) {
    case 'refused': return search.problem === null ? null : explainSearch(search.problem);
    case 'failed': return words.failed(search.detail ?? '');
    case 'stopped': return words.stopped;
    case 'idle': case 'busy': return null;
    case 'done': return search.stale ? words.stale : null;
  }
}

/** Starts and stops a search, and says how far it is. */
export function SearchBar({ kind, search, problem, run }: Props) {
  const print = usePrinter();
  const said = problem ?? saidOf(search);
  return (
    <div className="search-bar">
      {search.phase === 'busy'
        ? <Button size="xs" variant="default" onClick={search.stop}
          leftSection={<IconPlayerStop size={14} aria-hidden />}>{words.stop}</Button>
        : <Button size="xs" onClick={run} disabled={problem !== null}
          leftSection={<IconPlayerPlay size={14} aria-hidden />}>{words.run[kind]}</Button>}
      {search.phase === 'busy' && <>
        <Progress className="search-progress" size="sm" aria-label={words.progress}
          value={100 * search.share} />
        <span role="status" className="search-count">
          {words.plans(print(search.plans, 'count'))}
        </span>
      </>}
      {said !== null && <p className="search-said" role="status">{said}</p>}
    </div>
  );
}
