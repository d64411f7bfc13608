import { entryAt, nullIfEmpty } from './columns.ts';
import { measuredTable } from './data/measured-points.js';
import type { MeasuredPoint } from './types.ts';

type Setup = Omit<MeasuredPoint,
  'id' | 'concurrency' | 'ttftMeanMs' | 'tpotMeanMs' | 'outputTokPerSecPerAccelerator'>;

function readSetup(row: number): Setup {
  const { names, setups } = measuredTable;
  const name = <K extends keyof typeof names>(key: K): (typeof names)[K][number] =>
    entryAt<(typeof names)[K][number]>(names[key], entryAt(setups[key], row, key), key);
  const width = (key: 'tp' | 'attentionDp' | 'moeTp' | 'ep'): number
    | null => entryAt(setups[key], row, key);
  return {
    source: name('source'), date: nullIfEmpty(name('date')), modelId: name('modelId'),
    checkpoint: name('checkpoint'), acceleratorId: name('acceleratorId'),
    framework: name('framework'),
    frameworkVersion: name('frameworkVersion'), precision: name('precision'),
    mode: name('mode'),
    speculative: name('speculative'), throughputBasis: name('throughputBasis'),
    isl: entryAt(setups.isl, row, 'isl'), osl: entryAt(setups.osl, row, 'osl'),
    lengthFactor: entryAt(setups.lengthFactor, row, 'lengthFactor'),
    tp: width('tp'), attentionDp: width('attentionDp'), moeTp: width('moeTp'), ep: width('ep'),
    prefillWorkers: entryAt(setups.prefillWorkers, row, 'prefillWorkers'),
    prefillAccelerators: entryAt(setups.prefillAccelerators, row, 'prefillAccelerators'),
    decodeWorkers: entryAt(setups.decodeWorkers, row, 'decodeWorkers'),
    decodeAccelerators: entryAt(setups.decodeAccelerators, row, 'decodeAccelerators'),
  };
}

/**
 * The measured serving points shipped with the product, each as published: 2,653 points
 * of 778 setups. Kept apart from the catalogue so that a plan can start without them; the
 * caller keeps what it loads.
 * @throws RangeError when the table is damaged
 * @example loadMeasuredPoints().length // 2653
 */
export function loadMeasuredPoints(): readonly MeasuredPoint[] {
  const { setups, points } = measuredTable;
  const read = setups.isl.map((_, row) => readSetup(row));
  return points.setup.map((setupRow, row) => {
    const setup = read[setupRow];
    if (setup === undefined)
      throw new RangeError(`point ${row} names setup ${setupRow}, which is not there`);
    return {
      id: `point-${row + 1}`, ...setup,
      concurrency: entryAt(points.concurrency, row, 'concurrency'),
      ttftMeanMs: entryAt(points.ttftMeanMs, row, 'ttftMeanMs'),
      tpotMeanMs: entryAt(points.tpotMeanMs, row, 'tpotMeanMs'),
      outputTokPerSecPerAccelerator:
        entryAt(points.outputTokPerSecPerAccelerator, row, 'outputTokPerSecPerAccelerator'),
    };
  });
}
