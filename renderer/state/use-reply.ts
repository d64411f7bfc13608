import { useEffect, useState } from 'react';
import type { CommandName, Commands } from '../../shared/backend.ts';
import { useHost } from '../backend/context.tsx';

type Value<K extends CommandName> =
  Extract<Commands[K]['reply'], { readonly ok: true }>['value'];

/**
 * What the host answers to a question asked when the component appears and whenever
 * `again` changes.
 */
export function useReply<K extends CommandName>(
  name: K,
  args: Commands[K]['args'],
  again: unknown = 0,
): Value<K> | null {
  const host = useHost();
  const [value, setValue] = useState<Value<K> | null>(null);
  const question = JSON.stringify(args);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const reply = await host.call(name, JSON.parse(question) as Commands[K]['args']);
      if (current && reply.ok) setValue(reply.value as Value<K>);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [host, name, question, again]);
  return value;
}
