import { useEffect, useState } from 'react';
import type { AnyRead, SaidOfFile } from '../../foreign/read-any.ts';
import { longReadingSeconds, readForeign } from '../../foreign/read-foreign.ts';
import { explainReading } from '../../text/reading.ts';

export type Preview =
  | { readonly state: 'reading'; readonly share: number }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'read'; readonly read: AnyRead };

/** Reads a file beside the page, again whenever a person says more of it. */
export function useFilePreview(file: File, said: SaidOfFile): Preview {
  const [preview, show] = useState<Preview>({ state: 'reading', share: 0 });
  const key = JSON.stringify(said);
  useEffect(() => {
    const asked = JSON.parse(key) as SaidOfFile;
    const cancel = new AbortController();
    show({ state: 'reading', share: 0 });
    const watch = { signal: cancel.signal,
      onProgress: (share: number) => { show({ state: 'reading', share }); } };
    void readForeign('any', { file, name: file.name, said: asked }, undefined,
      longReadingSeconds, watch).then((reading) => {
      if (cancel.signal.aborted) return;
      show(reading.ok ? { state: 'read', read: reading.value }
        : { state: 'failed', reason: explainReading(reading.error) });
    });
    return () => { cancel.abort(); };
  }, [file, key]);
  return preview;
}
