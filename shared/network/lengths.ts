/** Mean laid length of the links between two tiers, m. */
export interface LinkLengths {
  readonly nodeLeafM: number;
  readonly leafSpineM: number;
  readonly spineCoreM: number;
}

export interface HallGeometry {
  /** Racks in the hall, >= 1. */
  readonly racks: number;
  /** Width of a position and distance between the centre lines of neighbouring rows, m. */
  readonly rackWidthM: number;
  readonly rowPitchM: number;
  /** Racks that share a set of leaves. */
  readonly racksPerUnit: number;
}

/** Up from the rack to the tray and down again, m: two rack heights of slack. */
const verticalM = 4;
/** Racks in a row before the next row begins; a usual pod length, assumed. */
const racksPerRow = 20;

/**
 * Mean laid lengths in a hall of rows: along the row and across the aisles to the middle
 * of the block that shares the tier. A block of n racks in rows of 20 spans W x D; the
 * mean Manhattan distance to its middle is W/4 + D/4, plus 4 m up and down.
 * @param hall racks >= 1, sizes > 0
 * @throws RangeError outside that range
 * @example estimateLengths({ racks: 8, rackWidthM: 0.6, rowPitchM: 3, racksPerUnit: 8 }).nodeLeafM // 5.95
 */
export function estimateLengths(hall: HallGeometry): LinkLengths {
  const { racks, rackWidthM, rowPitchM, racksPerUnit } = hall;
  if (!(racks >= 1 && rackWidthM > 0 && rowPitchM > 0 && racksPerUnit >= 1)) {
    throw new RangeError(
      'hall geometry needs racks >= 1, racks per unit >= 1 and positive sizes',
    );
  }
  const meanM = (count: number): number => {
    const rows = Math.ceil(count / racksPerRow);
    return (Math.min(count, racksPerRow) * rackWidthM + rows * rowPitchM) / 4 + verticalM;
  };
  const unit = meanM(Math.min(racks, racksPerUnit));
  const whole = meanM(racks);
  return { nodeLeafM: unit, leafSpineM: whole, spineCoreM: whole };
}
