import type { Metric } from '../../economics/statement/result-types.ts';
import type { Figure } from '../../units/figure.ts';
import { createLateRecord } from '../../units/late-record.ts';
import { cell, lazily, Reading, readInto } from '../../units/reading.ts';
import type { StageResults } from '../stages.ts';
import { allocationFigures, classFigures, layerFigures, returnFigures } from './breakdowns.ts';
import {
  memberKey, memberOf, type FigureFamily, type FigureRow, type FigureText,
} from './declare.ts';
import { deliveryFigures, groupFigures } from './groups.ts';
import { marketFigures } from './market.ts';
import { economicsFigures, lifeFigures, moneyFigures } from './money.ts';
import { perUnitFigures, requestFigures } from './per-unit.ts';
import {
  hallFigures, networkFigures, partsFigures, plantFigures, powerFigures, spareFigures, yearFigures,
} from './plant.ts';
import { priceFigures } from './prices.ts';
import { supplyFigures } from './supply.ts';
import { rentalFigures } from './rentals.ts';
import { traceOf } from './trace.ts';

/** Every figure there is one of. */
export const figureTable = {
  ...plantFigures, ...networkFigures, ...hallFigures, ...powerFigures, ...partsFigures,
  ...yearFigures, ...spareFigures, ...lifeFigures, ...moneyFigures, ...perUnitFigures, ...economicsFigures,
};

/** The key of a figure there is one of; an unknown one does not compile. */
export type FigureKey = keyof typeof figureTable;

/** A table of figures, or families of which a plan has as many as it has members. */
type Part = readonly FigureFamily[] | Readonly<Record<string, FigureRow>>;

/** All figures in the order in which they are listed. */
const parts: readonly Part[] = [
  groupFigures, plantFigures, networkFigures, hallFigures, powerFigures, partsFigures,
  yearFigures, deliveryFigures, spareFigures, lifeFigures, supplyFigures,
  marketFigures, priceFigures, moneyFigures,
  perUnitFigures, requestFigures, economicsFigures,
  allocationFigures, classFigures, returnFigures, layerFigures, rentalFigures,
];

const isFamilies = (part: Part): part is readonly FigureFamily[] => Array.isArray(part);
const families: readonly FigureFamily[] =
  parts.flatMap((part) => (isFamilies(part) ? part : []));
const singles: ReadonlyMap<string, FigureRow> = new Map(Object.entries(figureTable));

/** A figure as it is declared: its key, or the pattern of its keys with `*` for what varies. */
export interface DeclaredFigure extends FigureText {
  readonly key: string;
}

/**
 * Every figure a plan can have, in order.
 * @example listDeclaredFigures().find(({ key }) => key === 'headline.npvUsd')?.unit // 'USD'
 */
export const listDeclaredFigures = (): readonly DeclaredFigure[] =>
  parts.flatMap((part): readonly DeclaredFigure[] =>
    (isFamilies(part) ? part.map(({ pattern, text }) => ({ key: pattern, ...text }))
      : Object.entries(part).map(([key, { label, unit, definition, formula }]) => ({
        key, label, unit, definition, formula,
      }))));

/** What is declared of a figure by its key, or null where there is no such figure. */
export function declaredFigure(key: string): FigureText | null {
  return singles.get(key)
    ?? families.find(({ pattern }) => memberOf(pattern, key) !== null)?.text ?? null;
}

/**
 * Keys of a plan's figures in order; members of a family stand together by member, as its
 * tables list them.
 */
function listKeys(stages: StageResults): readonly string[] {
  return parts.flatMap((part): readonly string[] => {
    if (!isFamilies(part)) return Object.keys(part);
    const byMembers = new Map<string, FigureFamily[]>();
    for (const family of part) {
      const id = family.members(stages).join('\n');
      byMembers.set(id, [...(byMembers.get(id) ?? []), family]);
    }
    return [...byMembers.values()].flatMap((same) => (same[0]?.members(stages) ?? [])
      .flatMap((member) => same.map(({ pattern }) => memberKey(pattern, member))));
  });
}

/** How a key is computed: its row, or its member of a family that the plan has. */
function rowOf(stages: StageResults, key: string): FigureRow | null {
  const single = singles.get(key);
  if (single !== undefined) return single;
  for (const { pattern, text, members, value, of } of families) {
    const member = memberOf(pattern, key);
    if (member === null || !members(stages).includes(member)) continue;
    return { ...text, of: of?.(member) ?? [], value: (s) => value(s, member) };
  }
  return null;
}

/**
 * A figure's value, or the reason it has none. A value that is no finite number is a
 * defect and says so.
 */
function settle(key: string, found: number | Metric): Pick<Figure, 'value' | 'absent'> {
  const metric = typeof found === 'number' ? { value: found } : found;
  if (metric.value === null) return { value: null, absent: metric.absent };
  if (Number.isFinite(metric.value)) return { value: metric.value };
  return { value: null,
    absent: { code: 'not-finite', detail: `${key} comes out as ${metric.value}` } };
}

/** A value, or the reason there is none. */
export type FigureValue = Pick<Figure, 'value' | 'absent'>;

/**
 * The value of one figure alone, without what it rests on; null where the plan has no
 * such figure.
 */
export function figureValue(stages: StageResults, key: string): FigureValue | null {
  const row = rowOf(stages, key);
  return row === null ? null : settle(key, row.value(stages));
}

/**
 * The figures of a plan, each computed when it is asked for and with what its computation read.
 * @example figuresOf(stages)['headline.npvUsd']?.unit // 'USD'
 */
export function figuresOf(stages: StageResults): Readonly<Record<string, Figure>> {
  const make = (key: string): Figure | undefined => {
    const row = rowOf(stages, key);
    if (row === null) return undefined;
    const reading = new Reading();
    const found = settle(key, readInto(reading, () => row.value(stages)));
    const figureAt = (of: string): Figure | undefined => figures[of];
    const trace = cell(() => traceOf(reading, row.of ?? [], figureAt));
    return lazily<Figure>({
      key, value: found.value, unit: row.unit, formula: row.formula,
      inputs: () => trace().inputs, reads: () => trace().reads,
      ...(found.absent === undefined ? {} : { absent: found.absent }),
    });
  };
  const figures: Readonly<Record<string, Figure>> =
    createLateRecord(() => listKeys(stages), make);
  return figures;
}
