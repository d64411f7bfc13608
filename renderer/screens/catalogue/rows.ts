import {
  entriesOf, figuresOf, figureUnits, type OwnCollection,
} from '../../../shared/plan/entries/own-catalog.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import type { Sourced } from '../../../shared/units/provenance.ts';
import { ownRecordOf } from '../../state/catalog-edits.ts';

/** One entry of the list. */
export interface EntryLine {
  readonly id: string;
  readonly name: string;
  /** `own`: of the project alone; `changed`: built in, with figures of the project's. */
  readonly mark: 'built-in' | 'own' | 'changed';
  readonly used: boolean;
}

const nameOf = (entry: Readonly<Record<string, unknown>>, id: string): string => {
  const { name, model, provider } = entry;
  if (typeof name === 'string') return name;
  return [model, provider].filter((part) => typeof part === 'string').join(', ') || id;
};

/** Entries that the traces of a plan name, as `systems/gb300_nvl72`. */
export function entriesInUse(plan: Plan): ReadonlySet<string> {
  const refs = Object.values(plan.figures).flatMap(({ inputs }) =>
    inputs.flatMap(
      (input) => (input.kind === 'catalog' ? [
        input.ref.replace('catalog:', '').split('/').slice(0, 2).join('/'),
      ] : []),
    ));
  return new Set(refs);
}

/** Entries of a part that fit a search, own and changed ones first. */
export function listEntries(
  catalog: Catalog, builtIn: Catalog, inputs: ScenarioInputs, collection: OwnCollection,
  search: string, inUse: ReadonlySet<string>,
): readonly EntryLine[] {
  const shipped = entriesOf(builtIn, collection);
  const wanted = search.trim().toLowerCase();
  const rank = ({ mark, used }: EntryLine): number =>
    (mark === 'built-in' ? 2 : 0) + (used ? 0 : 1);
  return Object.entries(entriesOf(catalog, collection)).map(([id, entry]): EntryLine => ({
    id, name: nameOf(entry, id), used: inUse.has(`${collection}/${id}`),
    mark: !Object.hasOwn(shipped, id) ? 'own'
      : ownRecordOf(inputs, collection, id) === undefined ? 'built-in'
      : 'changed',
  })).filter(({ id, name }) => wanted === '' || `${id} ${name}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** One figure of an entry. */
export interface FigureLine {
  readonly path: string;
  readonly unit: string;
  /** As plans see it; null where nobody states it. */
  readonly now: Sourced | null;
  /** As shipped; null where the built-in entry has none, or there is no such entry. */
  readonly shipped: Sourced | null;
  readonly own: boolean;
}

/** Figures of an entry, those nobody states last. */
export function listFigures(
  catalog: Catalog, builtIn: Catalog, inputs: ScenarioInputs, collection: OwnCollection,
  id: string,
): readonly FigureLine[] {
  const [now, shipped] =
    [catalog, builtIn].map((each) => new Map(figuresOf(entriesOf(each, collection)[id])));
  const own = new Set(
    Object.keys(parseFigures(ownRecordOf(inputs, collection, id)?.values.figures ?? '')),
  );
  const lines = [...figureUnits(builtIn, collection)].map(([path, unit]): FigureLine =>
    ({ path, unit, now: now?.get(path) ?? null, shipped: shipped?.get(path) ?? null,
      own: own.has(path) }));
  const known = lines.filter((line) => line.now !== null || line.shipped !== null);
  // Parts of lists (trays, radix) exist only where the entry has them.
  const missing = lines.filter(
    (line) => line.now === null && line.shipped === null && !/\/\d+\//u.test(line.path),
  );
  return [...known, ...missing];
}

function parseFigures(raw: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(raw === '' ? '{}' : raw);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
