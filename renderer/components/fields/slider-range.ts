import type { NumberField } from '../../../shared/project/field.ts';

export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Positions of a slider at least; fewer would make it jump. */
const positions = 100;
/**
 * A default nearer than this to an end of the range leaves the slider no travel where it
 * matters.
 */
const leastShare = 0.03;

/**
 * Where a slider helps: narrow ranges, and ranges whose usual value is not squeezed
 * against an end. Wide ranges (an investment of 0 to 60 M) are typed.
 */
export function sliderOf(field: NumberField): SliderRange | null {
  const { min, max, unit } = field;
  const share = unit === 'fraction' || unit === 'fraction/year';
  if (field.default === null) return null;
  if (!share) {
    const at = (field.default - min) / (max - min);
    if (at < leastShare || at > 1 - leastShare) return null;
  }
  return { min, max, step: field.integer === true ? 1 : niceStep((max - min) / positions) };
}

/** The largest of 1, 2, 5 x 10^n not above `size`. */
function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = [5, 2, 1].find((each) => each * power <= size) ?? 1;
  return Number((lead * power).toPrecision(1));
}
