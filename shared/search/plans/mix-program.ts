import { entryOf } from '../../units/entry.ts';

/** Racks of a group: what one is worth and draws, and how few and many there may be. */
export interface MixTerm {
  readonly value: number;
  readonly kw: number;
  readonly least: number;
  /** null: as many as there is power for. */
  readonly most: number | null;
}

export interface MixFill {
  /** Racks of each group; the last one filled may be a part of a rack. */
  readonly racks: readonly number[];
  readonly value: number;
  /** Worth of one more kW; 0 where power is left over. */
  readonly perKw: number;
}

/**
 * The best mix under one limit of power where racks need not be whole: sum value x racks,
 * under sum kw x racks <= budget and the ends of each group. With a single limit the
 * linear program is solved exactly by filling the groups in order of value per kW.
 * @returns null where the least racks alone take more than the budget
 * Source: Dantzig, Discrete-variable extremum problems, Operations Research 5 (1957).
 * @example fillMix([{ value: 3, kw: 1, least: 0, most: 4 }, { value: 1, kw: 1, least: 1, most: null }], 10)?.racks // [4, 6]
 */
export function fillMix(terms: readonly MixTerm[], budgetKw: number): MixFill | null {
  const racks = terms.map(({ least }) => least);
  let left = budgetKw - terms.reduce((sum, { kw, least }) => sum + kw * least, 0);
  if (left < 0) return null;
  let perKw = 0;
  const order = terms.map((_, at) => at).filter((at) => entryOf(terms, at).value > 0)
    .toSorted((a, b) => worthOf(terms, b) - worthOf(terms, a) || a - b);
  for (const at of order) {
    const { kw, least, most } = entryOf(terms, at);
    const room = most === null ? Infinity : most - least;
    const add = Math.min(room, left / kw);
    racks[at] = least + add;
    left -= add * kw;
    if (add < room) {
      perKw = worthOf(terms, at);
      break;
    }
  }
  return { racks, perKw,
    value: terms.reduce((sum, { value }, at) => sum + value * entryOf(racks, at), 0) };
}

const worthOf = (terms: readonly MixTerm[], at: number): number =>
  entryOf(terms, at).value / entryOf(terms, at).kw;
