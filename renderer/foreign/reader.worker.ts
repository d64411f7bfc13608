import { answerTask, type ReaderTask } from './tasks.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<ReaderTask>) => {
  const tell = (done: number, total: number): void => {
    globalThis.postMessage({ state: 'progress', done, total });
  };
  void answerTask(data, tell).then((answer) => { globalThis.postMessage(answer); });
});
