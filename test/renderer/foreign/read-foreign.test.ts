import { describe, expect, it } from 'vitest';
import { readForeign, type Reader } from '../../../renderer/foreign/read-foreign.ts';
import { answerTask, type ReaderTask } from '../../../renderer/foreign/tasks.ts';
import { explainReading } from '../../../renderer/text/reading.ts';
import { catalog } from '../../../renderer/state/catalog.ts';

/** A worker in the same thread: values cross by the same copying as to a real one. */
function startReader(
  answer: (task: ReaderTask) => Promise<unknown> = answerTask,
): { reader: Reader; ended: () => boolean } {
  let ended = false;
  const reader: Reader = {
    onmessage: null, onerror: null,
    postMessage: (task: unknown) => {
      const copy = structuredClone(task) as ReaderTask;
      void answer(copy).then((data) => {
        reader.onmessage?.(new MessageEvent('message', { data: structuredClone(data) }));
      });
    },
    terminate: () => { ended = true; },
  };
  return { reader, ended: () => ended };
}

describe('a file read beside the page', () => {
  it('comes back as its reader left it, and the worker is ended', async () => {
    const { reader, ended } = startReader();
    expect(await readForeign('entries', { text: '[', catalog }, () => reader))
      .toMatchObject({ ok: true, value: { ok: false } });
    expect(ended()).toBe(true);
  });

  it('that takes too long is ended', async () => {
    let ended = false;
    const silent: Reader = { onmessage: null, onerror: null, postMessage: () => undefined,
      terminate: () => { ended = true; } };
    const reading = await readForeign('entries', { text: '', catalog }, () => silent, 0.01);
    expect([reading, ended])
      .toEqual([{ ok: false, error: { code: 'too-slow', seconds: 0.01 } }, true]);
  });

  it('whose reader throws is told as a mistake of ours', async () => {
    const { reader } = startReader(() => Promise.resolve({ state: 'thrown', detail: 'oops' }));
    const reading = await readForeign('entries', { text: '', catalog }, () => reader);
    expect(reading).toEqual({ ok: false, error: { code: 'failed', detail: 'oops' } });
    expect(reading.ok ? '' : explainReading(reading.error)).toContain('oops');
  });
});
