import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { Result } from '../../units/result.ts';
import { ok, refuse } from '../../units/result.ts';
import { findSample } from '../../inference/calibration/sample.ts';
import type { Row } from '../../inference/point-row.ts';
import { readPointRow } from '../../inference/point-row.ts';
import { rooflineOfSample } from '../../inference/roofline.ts';

/**
 * Means of different requests differ a little from one another; beyond this a row
 * contradicts itself.
 */
const CONSISTENT_WITHIN = 1.15;

/** Why a point cannot be true on this hardware or in itself, or null. */
function absurdity(point: MeasuredPoint, catalog: Catalog): string | null {
  const sample = findSample(point, catalog);
  if (!sample.ok)
    return `${sample.error.what}: ${sample.error.nearestFix || sample.error.code}`;
  const { tpotMeanMs, concurrency, outputTokPerSecPerAccelerator: output } = point;
  const bound = rooflineOfSample(sample.value);
  if (output > bound.outputTokPerSecPerAccelerator) {
    return `${output.toFixed(0)} tok/s per accelerator is above the roofline of `
      + `${bound.outputTokPerSecPerAccelerator.toFixed(0)} for this model, precision and load`;
  }
  if (tpotMeanMs === null) return null;
  if (1e3 / tpotMeanMs > bound.tokPerSecPerUser) {
    const least = (1e3 / bound.tokPerSecPerUser).toFixed(2);
    return `${tpotMeanMs} ms per token is below the roofline of ${least} ms`;
  }
  const most = (concurrency * 1e3) / tpotMeanMs / sample.value.accelerators;
  return output > most * CONSISTENT_WITHIN
    ? `${output.toFixed(0)} tok/s per accelerator is more than ${concurrency} users at ${tpotMeanMs} ms `
      + 'per token give'
    : null;
}

/** A row as a measured point, or in words why it is refused. */
export function acceptRow(
  row: Row, catalog: Catalog, id: string,
): Result<MeasuredPoint, string> {
  const point = readPointRow(row, catalog, id);
  if (!point.ok) return point;
  const reason = absurdity(point.value, catalog);
  return reason === null ? ok(point.value) : refuse(reason);
}
