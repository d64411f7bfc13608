import { useEffect, useState } from 'react';
import type { JournalEntry } from '../../../shared/backend.ts';
import { useHost } from '../../backend/context.tsx';
import { scenariosTouched } from './log-lines.ts';

type Touched = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * Scenarios each step of the log changed, asked for one after another; none asked for
 * where `entries` is null.
 */
export function useTouched(session: string, entries: readonly JournalEntry[] | null): Touched {
  const host = useHost();
  const [found, setFound] = useState<Touched>(new Map());
  useEffect(() => {
    if (entries === null) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      const next = new Map<number, ReadonlySet<string>>();
      for (const { id } of entries) {
        const reply = await host.call('project:journal-entry', { session, id });
        if (!current) return;
        if (reply.ok) next.set(id, scenariosTouched(reply.value.changes));
      }
      setFound(next);
    };
    void ask();
    return () => { current = false; };
  }, [host, session, entries]);
  return found;
}
