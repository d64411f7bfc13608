import { answerTask, type ReaderTask } from './tasks.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<ReaderTask>) => {
  void answerTask(data).then((answer) => { globalThis.postMessage(answer); });
});
