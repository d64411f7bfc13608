import { entryAt, nullIfEmpty } from './columns.ts';
import { measuredTable, type MeasuredTable } from './data/measured-points.js';
import { measuredTable2026, type LaterTable } from './data/measured-points-2026.js';
import type { MeasuredPoint } from './types.ts';

type Setup = Omit<MeasuredPoint,
  'id' | 'concurrency' | 'ttftMeanMs' | 'tpotMeanMs' | 'outputTokPerSecPerAccelerator'>;

function readSetup({ names, setups }: MeasuredTable, row: number): Setup {
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

const laterSetups = ['accelerators', 'cacheHit', 'prefillTp', 'prefillEp', 'prefillDpAttention',
  'decodeDpAttention', 'draftTokens', 'acceptedTokens'] as const;

/** A setup of the later table, with what only that one says. */
function readLaterSetup(table: LaterTable, row: number): Setup {
  const more = laterSetups.map((key) =>
    [key, entryAt<number | boolean | null>(table.setups[key], row, key)]);
  return { ...readSetup(table, row), ...Object.fromEntries(more) };
}

/** The points of a table, numbered from `first` on. */
function readPoints(
  { points }: MeasuredTable, setups: readonly Setup[], first: number,
): readonly MeasuredPoint[] {
  return points.setup.map((setupRow, row) => {
    const setup = setups[setupRow];
    if (setup === undefined)
      throw new RangeError(`point ${row} names setup ${setupRow}, which is not there`);
    return {
      id: `point-${first + row}`, ...setup,
      concurrency: entryAt(points.concurrency, row, 'concurrency'),
      ttftMeanMs: entryAt(points.ttftMeanMs, row, 'ttftMeanMs'),
      tpotMeanMs: entryAt(points.tpotMeanMs, row, 'tpotMeanMs'),
      outputTokPerSecPerAccelerator:
        entryAt(points.outputTokPerSecPerAccelerator, row, 'outputTokPerSecPerAccelerator'),
    };
  });
}

/**
 * The measured serving points shipped with the product, each as published: 2,653 points
 * to April 2026 and 659 later ones. Kept apart from the catalogue so that a plan can start
 * without them; the caller keeps what it loads.
 * @throws RangeError when a table is damaged
 * @example loadMeasuredPoints().length // 3312
 */
export function loadMeasuredPoints(): readonly MeasuredPoint[] {
  const early = readPoints(measuredTable,
    measuredTable.setups.isl.map((_, row) => readSetup(measuredTable, row)), 1);
  const { setups, points } = measuredTable2026;
  const later = readPoints(measuredTable2026,
    setups.isl.map((_, row) => readLaterSetup(measuredTable2026, row)), early.length + 1);
  return [...early, ...later.map((point, row) => ({
    ...point, ttftMedianMs: entryAt(points.ttftMedianMs, row, 'ttftMedianMs'),
    tpotMedianMs: entryAt(points.tpotMedianMs, row, 'tpotMedianMs'),
  }))];
}
