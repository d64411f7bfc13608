import type { Absent, Figure, TraceInput } from './figure.ts';
import type { Unit } from './unit.ts';

/** Collects the figures of one evaluation. A key may be written once; every value is finite or explained. */
export interface Ledger {
  readonly put: (key: string, value: number, unit: Unit, formula: string, inputs: readonly TraceInput[]) => number;
  readonly putAbsent: (key: string, unit: Unit, formula: string, inputs: readonly TraceInput[], absent: Absent) => null;
  readonly figures: () => Readonly<Record<string, Figure>>;
}

/**
 * An empty ledger.
 * @throws from `put`: Error on a repeated key, RangeError on NaN or Infinity
 * @example const l = createLedger(); l.put('pue', 1.2, 'ratio', 'facility.pue', []); l.figures()['pue']?.value // 1.2
 */
export function createLedger(): Ledger {
  const figures: Record<string, Figure> = {};
  const add = (figure: Figure): void => {
    if (figure.key in figures) throw new Error(`figure ${figure.key} written twice`);
    figures[figure.key] = figure;
  };
  return {
    put: (key, value, unit, formula, inputs) => {
      if (!Number.isFinite(value)) throw new RangeError(`figure ${key} is ${value}`);
      add({ key, value, unit, formula, inputs });
      return value;
    },
    putAbsent: (key, unit, formula, inputs, absent) => {
      add({ key, value: null, unit, formula, inputs, absent });
      return null;
    },
    figures: () => figures,
  };
}
