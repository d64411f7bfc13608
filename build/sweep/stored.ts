import { z } from 'zod';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { evaluateCase, type Values } from './evaluate.ts';
import type { Case } from './grid.ts';

/** A case with its numbers, or why there are none. */
export interface Outcome {
  readonly at: Case;
  readonly values: Values | string;
}

const value = z.union([z.number(), z.string(), z.null()]);
const rowSchema = z.object({
  start: z.string(),
  settings: z.array(z.tuple([z.string(), z.union([value, z.boolean()])])).readonly(),
  refused: z.string().optional(),
  /** Only what differs from the start's first row; names in `gone` are not there at all. */
  values: z.record(z.string(), value),
  gone: z.array(z.string()).optional(),
});
const fileSchema = z.object({ schema: z.literal('aifp.sweep/1'), rows: z.array(rowSchema) });
type Row = z.infer<typeof rowSchema>;

function packRow({ at, values }: Outcome, first: Values): Row {
  const row = { start: at.start,
    settings: at.settings.map(([path, x]): [string, typeof x] => [path, x]) };
  if (typeof values === 'string') return { ...row, refused: values, values: {} };
  const gone = Object.keys(first).filter((name) => !(name in values));
  const differs = Object.entries(values)
    .filter(([name, x]) => !(name in first) || !Object.is(first[name], x));
  return { ...row, values: Object.fromEntries(differs), ...(gone.length > 0 ? { gone } : {}) };
}

function unpackRow({ start, settings, refused, values, gone }: Row, first: Values): Outcome {
  const missing = new Set(gone);
  const held = Object.entries(first).filter(([name]) => !missing.has(name));
  return { at: { start, settings },
    values: refused ?? { ...Object.fromEntries(held), ...values } };
}

/** Numbers of a start's first row, which the others are told apart from. */
const firstOf = (firsts: Map<string, Values>, { at, values }: Outcome): void => {
  if (!firsts.has(at.start)) firsts.set(at.start, typeof values === 'string' ? {} : values);
};

/**
 * The text of a stored sweep: each row holds what differs from the first of its start.
 * @example readSweep(printSweep(outcomes)) // equal to outcomes
 */
export function printSweep(outcomes: readonly Outcome[]): string {
  const firsts = new Map<string, Values>();
  const rows = outcomes.map((outcome) => {
    const row = packRow(outcome, firsts.get(outcome.at.start) ?? {});
    firstOf(firsts, outcome);
    return JSON.stringify(row);
  });
  return `{"schema":"aifp.sweep/1","rows":[\n${rows.join(',\n')}\n]}\n`;
}

/**
 * Reads a stored sweep.
 * @throws SyntaxError or ZodError when the text is not one
 * @example readSweep('{"schema":"aifp.sweep/1","rows":[]}') // []
 */
export function readSweep(text: string): readonly Outcome[] {
  const firsts = new Map<string, Values>();
  return fileSchema.parse(JSON.parse(text)).rows.map((row) => {
    const outcome = unpackRow(row, firsts.get(row.start) ?? {});
    firstOf(firsts, outcome);
    return outcome;
  });
}

/**
 * Evaluates cases one after the other on one planner, as the application does.
 * @param onCase called after each, with its number from 1
 */
export function sweep(
  cases: readonly Case[], onCase: (done: number) => void,
): readonly Outcome[] {
  const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
  return cases.map((at, index) => {
    const values = evaluateCase(planner, at);
    onCase(index + 1);
    return { at, values };
  });
}
