import type { EngineConstants } from './constants.ts';
import type { Backend } from './framework.ts';
import { fittedConstants } from './fitted-constants.ts';
import { composeConstants } from './parameters.ts';

/**
 * Families that share silicon, or, failing rows of their own, take those of the vendor's last
 * generation.
 */
const calibratedAs: Readonly<Record<string, string>> = {
  'blackwell-nvl72': 'blackwell', rubin: 'blackwell', cdna5: 'cdna4',
};

/** The calibration family an accelerator's family belongs to. */
export function calibrationFamily(family: string): string {
  return calibratedAs[family] ?? family;
}

/** Families predicted with the constants of another generation. */
export function isBorrowed(family: string): boolean {
  return family === 'rubin' || family === 'cdna5';
}

/**
 * The constants of an accelerator family under an engine; families without rows get the
 * common ones.
 */
export function constantsFor(family: string, backend: Backend): EngineConstants {
  return composeConstants(fittedConstants, calibrationFamily(family), backend);
}
