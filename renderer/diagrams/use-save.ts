import { useState } from 'react';
import type { ExportFile } from '../charts/export-chart.ts';
import { useHost } from '../backend/context.tsx';
import { diagramText } from './text.ts';

/** Hands a file made on the page to the host, and says what became of it. */
export function useSave(): {
  readonly said: string; readonly save: (file: ExportFile) => void
} {
  const host = useHost();
  const [said, say] = useState('');
  const send = async (file: ExportFile): Promise<void> => {
    const reply = await host.call('export:file', file);
    if (!reply.ok) say(diagramText.notSaved);
    else say(reply.value === null ? '' : diagramText.saved(reply.value.path));
  };
  return {
    said,
    save: (file) => {
      void send(file);
    },
  };
}
