import type { FieldValue } from '../../project/field.ts';
import { setByPath, type SetProblem } from '../../project/path.ts';
import type { ProjectDocument } from '../../project/record.ts';
import { ok, type Result } from '../../units/result.ts';
import type { Subject } from './subject.ts';

/** One value for one input, by its path. */
export interface Placed {
  readonly path: string;
  readonly value: FieldValue;
}

/** Whether a path names the system of rack groups, which other choices go with. */
export const isSystemPath = (path: string): boolean =>
  /^rackGroup[.](?:.+[.])?system$/u.test(path);

/**
 * Lays one value over the scenario of a subject. Another system takes along what a
 * person's choice of it takes along: precision, engine, fabric, switch and cooling.
 */
export function layValue(
  { scenarioId, movesFor }: Pick<Subject, 'scenarioId' | 'movesFor'>,
  document: ProjectDocument, { path, value }: Placed,
): Result<ProjectDocument, SetProblem> {
  const set = setByPath(document, scenarioId, path, value);
  if (!set.ok || movesFor === undefined || !isSystemPath(path)) return set;
  return layAll({ scenarioId }, set.value,
    Object.entries(movesFor(document, set.value, scenarioId))
      .map(([other, moved]) => ({ path: other, value: moved })));
}

/** Lays values over the scenario one after another; the first that is refused ends it. */
export const layAll = (
  subject: Pick<Subject, 'scenarioId' | 'movesFor'>, document: ProjectDocument,
  values: readonly Placed[],
): Result<ProjectDocument, SetProblem> =>
  values.reduce<Result<ProjectDocument, SetProblem>>(
    (so, placed) => (so.ok ? layValue(subject, so.value, placed) : so), ok(document));

/**
 * A function that lays lists of values for the same paths in a row, and keeps the document
 * of every beginning: of runs whose last value alone changes, one value is laid each.
 * Systems are laid first, so that what goes with them never covers a value asked for.
 */
export function createLayer(
  subject: Subject, paths: readonly string[],
): (values: readonly FieldValue[]) => Result<ProjectDocument, SetProblem> {
  const order = paths.map((_, at) => at)
    .toSorted((a, b) => Number(isSystemPath(paths[b] ?? '')) - Number(isSystemPath(paths[a] ?? '')));
  const held: { value: FieldValue; document: ProjectDocument }[] = [];
  return (values) => {
    let document = subject.document;
    for (const [depth, at] of order.entries()) {
      const value = values[at] ?? null;
      const known = held[depth];
      if (known !== undefined && Object.is(known.value, value)) {
        ({ document } = known);
        continue;
      }
      held.length = depth;
      const set = layValue(subject, document, { path: paths[at] ?? '', value });
      if (!set.ok) return set;
      document = set.value;
      held.push({ value, document });
    }
    return ok(document);
  };
}
