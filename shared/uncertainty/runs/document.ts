import type { SetProblem } from '../../project/path.ts';
import { setByPath } from '../../project/path.ts';
import type { ProjectDocument } from '../../project/record.ts';
import { ok, type Result } from '../../units/result.ts';
import type { MovedField } from './moved-inputs.ts';
import type { Points } from './points.ts';

/**
 * The fields of a draw with their values, as they are written into a scenario.
 * @param draw number of the draw, from 0
 */
export function drawnFields(
  points: Points, moved: readonly MovedField[], draw: number,
): readonly (readonly [path: string, value: number])[] {
  const values = new Float64Array(points.ids.length);
  points.fill(draw, values);
  return moved.map(({ path, valueIn }) => [path, valueIn(values)]);
}

/**
 * The document with a draw's values laid over a scenario: its plan is that of the draw.
 * @returns the document, or which field refuses its value
 */
export function layDraw(
  document: ProjectDocument, scenarioId: string,
  fields: readonly (readonly [path: string, value: number])[],
): Result<ProjectDocument, SetProblem> {
  let next = document;
  for (const [path, value] of fields) {
    const set = setByPath(next, scenarioId, path, value);
    if (!set.ok) return set;
    next = set.value;
  }
  return ok(next);
}
