import type { Accelerator, ModelSpec, Precision } from '../catalog/types.ts';
import { statedError } from './calibration/error-cells.ts';
import type { CalibrationCell } from './calibration/record.ts';
import { calibrationFamily, isBorrowed } from './fitted.ts';
import { fittedConstants } from './fitted-constants.ts';
import type { Backend } from './framework.ts';
import type { ServingMode } from './types.ts';

/**
 * Errors no rows left out can give, per cent: a family predicted by the constants of others,
 * and an engine without rows of its own (both what submitters of like systems differ by).
 */
const NEW_FAMILY = 40;
const NEW_ENGINE = 25;
/** Added in squares for instances wider than any measured one. */
const WIDER_THAN_MEASURED = 30;

/** Calibrated families: their cells, and the widest instance measured of any. */
const families = new Map([...new Set(fittedConstants.cells.map(({ family }) => family))]
  .map((family) => {
    const cells = fittedConstants.cells.filter((cell) => cell.family === family);
    return [family, { cells, widest: Math.max(...cells.map(({ widest }) => widest)) }] as const;
  }));

/** What a prediction is of, as far as its error goes. */
export interface Predicted {
  readonly model: Pick<ModelSpec, 'id'>;
  readonly accelerator: Pick<Accelerator, 'id' | 'family'>;
  readonly backend: Backend;
  readonly precision: Precision;
  readonly mode: ServingMode;
  /** Accelerators of the decoding instance. */
  readonly width: number;
}

const knownIn = ({ models, accelerators, disaggregated }: CalibrationCell, mode: ServingMode) =>
  (mode === 'disagg' ? disaggregated : { models, accelerators });

/**
 * Error to expect of a modelled point, per cent of throughput: four of five measurements lie
 * within it, as rows left out of the fit did (docs/validation.md).
 * No measurement of a TPU is calibrated:
 * @example expectedErrorPct({ ...llama70bOnTpu, mode: 'agg', width: 8 }) // 40
 */
export function expectedErrorPct(
  { model, accelerator, backend, precision, mode, width }: Predicted,
): number {
  const family = calibrationFamily(accelerator.family);
  const known = families.get(family);
  if (known === undefined || isBorrowed(accelerator.family)) return NEW_FAMILY;
  const cell = known.cells.find((candidate) => candidate.backend === backend);
  const held = cell === undefined ? null : knownIn(cell, mode);
  const stated = statedError(fittedConstants.errors,
    { modelId: model.id, family, backend, precision, mode }, {
      model: held?.models.includes(model.id) !== true,
      accelerator: held?.accelerators.includes(accelerator.id) !== true,
    });
  const own = cell === undefined ? Math.max(NEW_ENGINE, stated) : stated;
  return Math.round(width > known.widest ? Math.hypot(own, WIDER_THAN_MEASURED) : own);
}
