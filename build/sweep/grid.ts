import type { Catalog } from '../../shared/catalog/types.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import { listFieldPaths, type FieldPath } from '../../shared/project/path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { resolveScenario, type AnyResolved } from '../../shared/project/resolve.ts';
import { baseScenario } from '../../shared/project/templates.ts';
import { startDocument, startNames } from './starts.ts';
import { otherValues } from './values.ts';

export type Setting = readonly [path: string, value: FieldValue];

/** One point of the grid: a start and the inputs laid over it. */
export interface Case {
  readonly start: string;
  readonly settings: readonly Setting[];
}

/** A field as it stands in a start, with the values to try. */
interface Place extends FieldPath {
  readonly others: readonly FieldValue[];
}

/** Said on paper only: currency, language, colours. */
const onPaper: ReadonlySet<string> = new Set(['project', 'report']);

/** Fields of the records a start holds; of a list, the first record's value stands for all. */
function placesOf(document: ProjectDocument, catalog: Catalog): readonly Place[] {
  const inputs = resolveScenario(document, baseScenario);
  if (!inputs.ok) return [];
  return listFieldPaths().flatMap((at) => {
    if (at.kind === 'scenario' || onPaper.has(at.kind)) return [];
    const held = inputs.value[at.kind];
    const record: AnyResolved | undefined = [held].flat()[0];
    if (record === undefined) return [];
    const values: Readonly<Record<string, FieldValue>> = record.values;
    return [{ ...at, others: otherValues(at.field, values[at.field.key] ?? null, catalog) }];
  });
}

/** Starts whose plans cost many times the others'; their inputs are moved one way only. */
const slow: ReadonlySet<string> = new Set(['four-tiers']);

/** Every value of every field, one at a time. */
const singles = (start: string, places: readonly Place[]): readonly Case[] => places.flatMap(
  ({ path, others }) => others.slice(slow.has(start) ? -1 : 0)
    .map((value) => ({ start, settings: [[path, value]] })));

/** Every other choice of a kind together with the highest value of each of its numbers. */
function pairs(start: string, places: readonly Place[]): readonly Case[] {
  const numbers = places.filter(({ field }) => field.type === 'number');
  return places.filter(({ field }) => field.type === 'choice' || field.type === 'toggle')
    .flatMap(({ kind, path, others }) =>
      others.flatMap((choice) => numbers.flatMap((number): readonly Case[] => {
        const high = number.others.at(-1);
        return number.kind !== kind || high === undefined ? []
          : [{ start, settings: [[path, choice], [number.path, high]] }];
      })));
}

/**
 * The grid: every start as it is, each of its inputs low and high (every other choice),
 * and on the start with all lists filled every choice with each number of its kind, which
 * reaches inputs that act only then.
 * @param catalog whose systems, models, sites and switches are tried
 * @example listCases(builtInCatalog)[0] // { start: 'gb300-100mw', settings: [] }
 */
export function listCases(catalog: Catalog): readonly Case[] {
  return startNames.flatMap((start) => {
    const document = startDocument(start);
    if (document === null) return [];
    const places = placesOf(document, catalog);
    return [{ start, settings: [] }, ...singles(start, places),
      ...(start.includes('+') ? pairs(start, places) : [])];
  });
}
