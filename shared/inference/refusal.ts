import { refuse } from '../units/result.ts';
import type { Unit } from '../units/unit.ts';
import type { Refusal, RefusalCode } from './types.ts';

interface Numbers {
  readonly limit?: number;
  readonly value?: number;
  readonly unit?: Unit;
  readonly fix?: string;
}

/** A refusal as a failed result; numbers that do not apply stay null. */
export function refuseWith(code: RefusalCode, what: string, numbers: Numbers = {}) {
  const refusal: Refusal = {
    code, what, limit: numbers.limit ?? null, value: numbers.value ?? null,
    unit: numbers.unit ?? 'count', nearestFix: numbers.fix ?? '',
  };
  return refuse(refusal);
}
