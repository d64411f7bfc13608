import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  DisclosureAnswer, DisclosureReply, DisclosureTask, PackageDraft,
} from './disclosure-task.ts';

/** What is known of the package a sender thinks of; of another one, nothing. */
export interface DisclosureReview {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly answer: DisclosureAnswer | null;
  readonly failed: string | null;
  readonly ask: () => void;
}

interface Known extends Omit<DisclosureReview, 'ask'> {
  readonly of: PackageDraft | null;
}

const nothing: Known = { of: null, progress: null, answer: null, failed: null };

function withReply(of: PackageDraft, reply: DisclosureReply): Known {
  switch (reply.kind) {
    case 'progress':
      return { ...nothing, of, progress: { done: reply.done, total: reply.total } };
    case 'done': return { ...nothing, of, answer: reply.answer };
    case 'failed': return { ...nothing, of, failed: reply.detail };
  }
}

/** All three choices are computed at once, so that another mode is no other question. */
export const isSameDraft = (a: PackageDraft | null, b: PackageDraft): boolean => a !== null
  && a.document === b.document && a.scenarioIds.join('\n') === b.scenarioIds.join('\n')
  && a.redact.join('\n') === b.redact.join('\n')
  && a.disclosure.gridShare === b.disclosure.gridShare
  && a.disclosure.digits === b.disclosure.digits;

/** What each choice reveals of a package, computed beside the page when it is asked for. */
export function useDisclosure(draft: PackageDraft): DisclosureReview {
  const [known, setKnown] = useState<Known>(nothing);
  const worker = useRef<Worker | null>(null);
  const id = useRef(0);
  useEffect(() => () => { worker.current?.terminate(); worker.current = null; }, []);
  const ask = useCallback(() => {
    worker.current?.terminate();
    const started = new Worker(new URL('../../compute.worker.ts', import.meta.url),
      { type: 'module', name: 'disclosure' });
    worker.current = started;
    id.current += 1;
    setKnown({ ...nothing, of: draft, progress: { done: 0, total: 1 } });
    started.addEventListener('message', ({ data }: MessageEvent<DisclosureReply>) => {
      if (data.id === id.current) setKnown(withReply(draft, data));
    });
    started.postMessage({ kind: 'ask', id: id.current, draft } satisfies DisclosureTask);
  }, [draft]);
  const { of, ...found } = known;
  return isSameDraft(of, draft) ? { ...found, ask }
    : { progress: null, answer: null, failed: null, ask };
}
