import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenScenario, keepScenarios } from '../../../shared/project/flatten.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);

function derive(document: ProjectDocument, key: string, basedOn: string): ProjectDocument {
  const id = `document:scenario:${key}`;
  return { ...document, [id]: { id, kind: 'scenario', scenarioId: null, key, position: 9,
    body: { values: { name: key, basedOn } } } };
}
function lay(
  document: ProjectDocument, scenario: string, path: string, value: number,
): ProjectDocument {
  const set = setByPath(document, scenario, path, value);
  if (!set.ok) throw new Error(set.error.code);
  return set.value;
}
/** Base, one on it, one on that, each with values of its own. */
function family(rate: number, use: number): ProjectDocument {
  const one = lay(derive(factory, 'one', 'base'), 'one', 'finance.discountRate', rate);
  return lay(lay(derive(one, 'two', 'one'), 'two', 'demand.utilisation', use), 'two',
    'site.utilityMw', 60);
}
const inputsOf = (document: ProjectDocument, id: string) => {
  const inputs = resolveScenario(document, id);
  if (!inputs.ok) throw new Error(inputs.error.code);
  const { scenario: _scenario, ...rest } = inputs.value;
  return rest;
};
const values = fc.tuple(fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  fc.double({ min: 0.1, max: 0.9, noNaN: true }));

describe('a scenario standing alone', () => {
  it('resolves as it did on its bases', () => {
    fc.assert(fc.property(values, fc.constantFrom('one', 'two'), ([rate, use], id) => {
      const document = family(rate, use);
      const alone = flattenScenario(document, id);
      if (!alone.ok) throw new Error(alone.error.code);
      const project = Object.values(document).filter((r) => r.kind === 'project');
      expect(inputsOf(documentOf([...project, ...alone.value]), id))
        .toEqual(inputsOf(document, id));
    }), { numRuns: 20 });
  });
});

describe('some scenarios of a project', () => {
  it.each([
    [['two']], [['one']], [['base', 'two']], [['one', 'two']],
  ])('%s keep their inputs and nothing of the others', (ids) => {
    const document = family(0.2, 0.4);
    const kept = keepScenarios(document, ids);
    if (!kept.ok) throw new Error(kept.error.code);
    const fewer = documentOf(kept.value);
    for (const id of ids) expect(inputsOf(fewer, id)).toEqual(inputsOf(document, id));
    const owners =
      new Set(kept.value.flatMap((r) => (r.kind === 'scenario' ? r.key : r.scenarioId ?? [])));
    expect([...owners].toSorted()).toEqual([...ids].toSorted());
  });
});
