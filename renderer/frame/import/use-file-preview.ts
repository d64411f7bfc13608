import { useEffect, useState } from 'react';
import type { AnyRead, SaidOfFile } from '../../foreign/read-any.ts';
import { longReadingSeconds, readForeign } from '../../foreign/read-foreign.ts';
import { explainReading } from '../../text/reading.ts';

export type Preview =
  | { readonly state: 'reading'; readonly share: number }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'read'; readonly read: AnyRead };

const begun: Preview = { state: 'reading', share: 0 };

/**
 * Reads a file beside the page, again whenever a person says more of it.
 * @returns what it is by what was said, and what it was last, for questions to stay in place
 */
export function useFilePreview(
  file: File, said: SaidOfFile,
): { readonly preview: Preview; readonly last: AnyRead | null } {
  const [last, keep] = useState<AnyRead | null>(null);
  const key = JSON.stringify(said);
  const [shown, show] = useState<{ readonly of: string; readonly preview: Preview }>(
    { of: key, preview: begun });
  useEffect(() => {
    const asked = JSON.parse(key) as SaidOfFile;
    const cancel = new AbortController();
    const tell = (preview: Preview): void => { show({ of: key, preview }); };
    const watch = { signal: cancel.signal,
      onProgress: (share: number) => { tell({ state: 'reading', share }); } };
    void readForeign('any', { file, name: file.name, said: asked }, undefined,
      longReadingSeconds, watch).then((reading) => {
      if (cancel.signal.aborted) return;
      if (reading.ok) keep(reading.value);
      tell(reading.ok ? { state: 'read', read: reading.value }
        : { state: 'failed', reason: explainReading(reading.error) });
    });
    return () => { cancel.abort(); };
  }, [file, key]);
  // What was read before a person said more is no answer to it.
  return { preview: shown.of === key ? shown.preview : begun, last };
}
