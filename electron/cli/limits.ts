import type { Limit } from '../../shared/units/limit.ts';
import { exitCodes, type ExitCode, type Output } from './output.ts';

/** Names the limits a plan breaks, and what mends each; what only binds a plan is no failure. */
export function sayLimits(limits: readonly Limit[], output: Output): ExitCode {
  for (const { broken, where, nearestFix } of limits)
    output.err(`${broken ? 'limit' : 'binds'}: ${where}: ${nearestFix}`);
  return limits.some(({ broken }) => broken) ? exitCodes.failed : exitCodes.done;
}
