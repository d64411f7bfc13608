import { parentPort } from 'node:worker_threads';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPart, type PartMessage } from '../../../shared/uncertainty/runs/part.ts';

/** A thread that evaluates draws for `risk`. */
const answer = createPart(builtInCatalog, loadMeasuredPoints());

parentPort?.on('message', (message: PartMessage) => {
  const found = answer(message);
  if (found !== null) parentPort?.postMessage(found);
});
