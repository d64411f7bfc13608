import {
  parameterSet, setSource, siteSizes, sizeOf, type SetValue,
} from '../../shared/plan/entries/parameter-sets.ts';
import { setByPath } from '../../shared/project/path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { resolveScenario } from '../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/** What `--set` takes in place of a field: all the fields of a published set. */
export const setPath = 'cooling.parameters';

/** Says of fields that were set where their values are from. */
function withSource(
  document: ProjectDocument, scenarioId: string, values: readonly SetValue[], source: string,
): ProjectDocument {
  const records = Object.values(document).map((record) => {
    const fields = record.scenarioId !== scenarioId ? []
      : values.flatMap(({ path }) => {
        const [kind, field = ''] = path.split('.');
        return kind === record.kind ? [[field, { source }] as const] : [];
      });
    return fields.length === 0 ? record : { ...record,
      body: { ...record.body, notes: { ...record.body.notes, ...Object.fromEntries(fields) } } };
  });
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

/**
 * Lays a published set of parameters over a scenario, as its heat rejection asks for.
 * @param word large, midsize or small
 */
export function setParameters(
  document: ProjectDocument, scenarioId: string, word: string,
): Result<ProjectDocument, string> {
  const size = sizeOf(word);
  if (size === null)
    return refuse(`${setPath}: there is no set "${word}"; known: ${siteSizes.join(', ')}`);
  const inputs = resolveScenario(document, scenarioId);
  if (!inputs.ok) return refuse(`${setPath}: the scenario cannot be read`);
  const values = parameterSet(size, inputs.value.cooling.values);
  const next = values.reduce((so, { path, value }) => {
    const set = setByPath(so, scenarioId, path, value);
    if (!set.ok) throw new Error(`${path} cannot be ${value}`);
    return set.value;
  }, document);
  return ok(withSource(next, scenarioId, values, setSource(size)));
}
