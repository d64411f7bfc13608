import type { Accelerator, ModelSpec } from '../catalog/types.ts';
import type { CalibrationCell } from './calibration/record.ts';
import { calibrationFamily, isBorrowed } from './fitted.ts';
import { fittedConstants } from './fitted-constants.ts';
import type { Backend } from './framework.ts';
import type { ServingMode } from './types.ts';

/**
 * Errors to state outside calibrated cells, per cent, from leaving out what is unknown: a
 * model or an accelerator (docs/validation.md), both, and a family predicted by the
 * constants of others.
 */
const NEW_MODEL = 20;
const NEW_ACCELERATOR = 20;
/** The same left out of disaggregated rows alone, of which there are few. */
const NEW_DISAGGREGATED_MODEL = 28;
const NEW_DISAGGREGATED_ACCELERATOR = 31;
const NEW_ENGINE = 25;
const NEW_FAMILY = 40;
/** No cell is trusted beyond what two submitters of the same system differ by. */
const LEAST = 10;
/** A median understates what one figure may miss by: between median and 90th percentile. */
const ABOVE_MEDIAN = 1.5;
/** Instances wider than any measured one (wide expert parallelism). */
const WIDER_THAN_MEASURED = 40;

/** Calibrated families: their cells, and the widest instance measured of any. */
const families = new Map([...new Set(fittedConstants.cells.map(({ family }) => family))]
  .map((family) => {
    const cells = fittedConstants.cells.filter((cell) => cell.family === family);
    return [family, { cells, widest: Math.max(...cells.map(({ widest }) => widest)) }] as const;
  }));

type Known = Pick<CalibrationCell, 'models' | 'accelerators'>;

/** Errors by what the rows of a pair did not hold: this model, this accelerator. */
function unknownErrors(
  { models, accelerators }: Known, model: ModelSpec, accelerator: Accelerator,
  [ofModel, ofAccelerator]: readonly [number, number],
): readonly number[] {
  return [models.includes(model.id) ? 0 : ofModel,
    accelerators.includes(accelerator.id) ? 0 : ofAccelerator];
}

function knownError(
  cell: CalibrationCell, model: ModelSpec, accelerator: Accelerator, mode: ServingMode,
): number {
  const own = Math.max(LEAST, Math.round(cell.medianAbsPct * ABOVE_MEDIAN));
  const unknown = mode === 'disagg'
    ? unknownErrors(cell.disaggregated, model, accelerator,
      [NEW_DISAGGREGATED_MODEL, NEW_DISAGGREGATED_ACCELERATOR])
    : unknownErrors(cell, model, accelerator, [NEW_MODEL, NEW_ACCELERATOR]);
  // Independent errors add in squares.
  return unknown.every((error) => error === 0) ? own
    : Math.round(Math.hypot(...unknown, own / 2));
}

/**
 * Error to expect of a modelled point, per cent of throughput.
 *
 * @param width accelerators of the decoding instance
 * @example expectedErrorPct(llama70b, tpu7x, 'vllm', 8, 'agg') // 40: no measurement of this family
 */
export function expectedErrorPct(
  model: ModelSpec, accelerator: Accelerator, backend: Backend, width: number,
  mode: ServingMode,
): number {
  const known = families.get(calibrationFamily(accelerator.family));
  if (known === undefined || isBorrowed(accelerator.family)) return NEW_FAMILY;
  if (width > known.widest) return WIDER_THAN_MEASURED;
  const cell = known.cells.find((candidate) => candidate.backend === backend);
  return cell === undefined ? NEW_ENGINE : knownError(cell, model, accelerator, mode);
}
