import { answerTask, type ReaderTask } from './tasks.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<ReaderTask>) => {
  globalThis.postMessage(answerTask(data));
});
