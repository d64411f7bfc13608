import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChanges, invertAll, type Change, type ProjectDocument, type ProjectRecord,
} from '../../../shared/project/record.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';

const record = (
  id: string, scenarioId: string | null, over: Partial<ProjectRecord> = {},
): ProjectRecord =>
  ({ id, kind: 'demand', scenarioId, key: 'demand', position: 1, body: { values: {} },
    ...over });
const scenario = (key: string, basedOn: string, position = 1): ProjectRecord =>
  record(`s:${key}`, null,
    { kind: 'scenario', key, position, body: { values: { name: key, basedOn } } });
const document = (...records: readonly ProjectRecord[]): ProjectDocument =>
  Object.fromEntries(records.map((r) => [r.id, r]));

describe('changes', () => {
  it('are taken back by their inverse, whatever they were', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    const states = fc.option(fc.double({ noNaN: true }), { nil: null });
    fc.assert(fc.property(fc.array(fc.tuple(ids, states), { maxLength: 20 }), (steps) => {
      const start: ProjectDocument = document(record('a', 'base'));
      let doc = start;
      const done: Change[] = [];
      for (const [id, value] of steps) {
        const after = value === null ? null
          : record(id, 'base', { body: { values: { growth: value } } });
        const change: Change = { id, before: doc[id] ?? null, after };
        doc = applyChanges(doc, [change]);
        done.push(change);
      }
      expect(applyChanges(doc, invertAll(done))).toEqual(start);
    }));
  });

  it('refuse to apply to another state than they start from', () => {
    const doc = document(record('a', 'base'));
    expect(() => applyChanges(doc, [{ id: 'a', before: null, after: null }]))
      .toThrow(/not in the state/);
  });
});

describe('resolveScenario', () => {
  const base = record('r1', 'base', { body: { values: { utilisation: 0.5, growth: 0.1 } } });
  const child = record('r2', 'child', { body: { values: { utilisation: 0.9 } } });

  it('lays a derived scenario over its base field by field, and defaults under both', () => {
    const resolved = resolveScenario(
      document(scenario('base', ''), scenario('child', 'base', 2), base, child), 'child',
    );
    expect(resolved.ok && resolved.value.demand.values)
      .toMatchObject({ utilisation: 0.9, growth: 0.1, horizonMonths: 60 });
    expect(resolved.ok && [...resolved.value.demand.set].toSorted())
      .toEqual(['growth', 'utilisation']);
  });

  it('drops a record its derived scenario removed', () => {
    const group = record('g', 'base', { kind: 'rackGroup', key: 'g' });
    const gone = record('g2', 'child',
      { kind: 'rackGroup', key: 'g', body: { values: {}, removed: true } });
    const doc = document(scenario('base', ''), scenario('child', 'base'), group, gone);
    const at = (
      id: string,
    ) => { const r = resolveScenario(doc, id); return r.ok ? r.value.rackGroup.length : -1; };
    expect([at('base'), at('child')]).toEqual([1, 0]);
  });

  it('names an unknown scenario, a missing base and a circle', () => {
    const code = (id: string, ...records: readonly ProjectRecord[]) => {
      const r = resolveScenario(document(...records), id);
      return r.ok ? 'ok' : r.error.code;
    };
    expect(code('x', scenario('base', ''))).toBe('no-scenario');
    expect(code('a', scenario('a', 'gone'))).toBe('missing-base');
    expect(code('a', scenario('a', 'b'), scenario('b', 'a'))).toBe('circular-scenario');
  });
});
