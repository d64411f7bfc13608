import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { Result } from '../../units/result.ts';
import { ok, refuse } from '../../units/result.ts';
import { findSample } from '../../inference/calibration/sample.ts';
import { impossibility } from '../../inference/hygiene.ts';
import type { Row } from '../../inference/point-row.ts';
import { readPointRow } from '../../inference/point-row.ts';

/** Why a point cannot be true on this hardware or in itself, or null. */
function absurdity(point: MeasuredPoint, catalog: Catalog): string | null {
  const sample = findSample(point, catalog);
  return sample.ok ? impossibility(sample.value)?.text ?? null
    : `${sample.error.what}: ${sample.error.nearestFix || sample.error.code}`;
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
