import { describe, expect, it } from 'vitest';
import {
  diffDocuments, laySide, migrateStep, type PlainChange,
} from '../../../shared/project/body-migrations/history.ts';
import { bodyMigrations } from '../../../shared/project/body-migrations/list.ts';
import type {
  PlainBody, PlainDocument, PlainRecord,
} from '../../../shared/project/body-migrations/plain.ts';
import {
  convertField, mergeFields, renameField, renameKind, splitField,
} from '../../../shared/project/body-migrations/steps.ts';

const record = (
  scenarioId: string | null, kind: string, key: string, body: PlainBody,
): PlainRecord =>
  ({ id: `${scenarioId ?? 'document'}:${kind}:${key}`, kind, scenarioId, key, position: 1,
    body });
const documentOf = (...records: readonly PlainRecord[]): PlainDocument =>
  Object.fromEntries(records.map((each) => [each.id, each]));
const scenario = (key: string, basedOn: string) =>
  record(null, 'scenario', key, { values: { name: key, basedOn } });
const bodyOf = (document: PlainDocument, id: string) => document[id]?.body;

/** Windmills of a farm, as no version of this program knew them. */
const farm = (scenarioId: string, body: PlainBody) => record(scenarioId, 'farm', 'farm', body);
const other = record('base', 'barn', 'barn', { values: { mills: 1 } });

describe('a field renamed', () => {
  const before = documentOf(
    record(null, 'project', 'project',
      { values: { newerDefaults: 'farm.mills@2 barn.mills@3' } }),
    farm('base', { values: { mills: 4, rotorM: 100 }, notes: {
      mills: { note: 'counted' }, rotorM: { source: 'plate' },
    } }),
    other);
  const after = renameField(before, 'farm', 'mills', 'turbines');
  it('keeps value and note, and leaves other kinds alone', () => {
    expect(bodyOf(after, 'base:farm:farm')).toEqual({
      values: { rotorM: 100, turbines: 4 },
      notes: { rotorM: { source: 'plate' }, turbines: { note: 'counted' } },
    });
    expect(after['base:barn:barn']).toBe(other);
  });
  it('is renamed where a default of it was taken', () => {
    expect(bodyOf(after, 'document:project:project')?.values['newerDefaults'])
      .toBe('farm.turbines@2 barn.mills@3');
  });
  it('is not set where it was not set, and its note moves alone', () => {
    const noted = renameField(
      documentOf(farm('base', { values: {}, notes: { mills: { note: 'why none' } } })),
      'farm', 'mills', 'turbines',
    );
    expect(bodyOf(noted, 'base:farm:farm'))
      .toEqual({ values: {}, notes: { turbines: { note: 'why none' } } });
  });
});

describe('a field in another unit', () => {
  it('is converted where it is set, and empty stays empty', () => {
    const before = documentOf(farm('base', { values: { heightFt: 100 } }),
      farm('tall', { values: { heightFt: null } }), farm('bare', { values: {} }));
    const toMetres = (feet: unknown) => (typeof feet === 'number' ? feet * 0.3048 : null);
    const after = renameField(convertField(before, 'farm', 'heightFt', toMetres), 'farm',
      'heightFt', 'heightM');
    expect(['base', 'tall', 'bare'].map((id) => bodyOf(after, `${id}:farm:farm`)?.values))
      .toEqual([{ heightM: 100 * 0.3048 }, { heightM: null }, {}]);
  });
});

describe('a field split', () => {
  it('becomes several, with its note on the first', () => {
    const before = documentOf(farm('base',
      { values: { size: '20x30', mills: 2 }, notes: { size: { note: 'measured' } } }));
    const after = splitField(before, 'farm', 'size', (size) => {
      const [lengthM = 0, widthM = 0] = String(size).split('x').map(Number);
      return { lengthM, widthM };
    });
    expect(bodyOf(after, 'base:farm:farm')).toEqual({
      values: { mills: 2, lengthM: 20, widthM: 30 }, notes: { lengthM: { note: 'measured' } },
    });
  });
});

describe('fields merged', () => {
  const chain = [scenario('base', ''), scenario('variant', 'base'),
    scenario('leaf', 'variant')];
  const merge = (document: PlainDocument) =>
    mergeFields(document, 'farm', ['mills', 'millMw'], 'totalMw', { mills: 10, millMw: 2 },
      ([mills, mw]) => Number(mills) * Number(mw));
  /** What a scenario says of one value: the nearest record that sets it. */
  const said = (document: PlainDocument, chainIds: readonly string[]) =>
    chainIds.map((id) => bodyOf(document, `${id}:farm:farm`)?.values['totalMw'])
      .find((value) => value !== undefined);
  it('say in every scenario what they said before, with inherited and default parts', () => {
    const before = documentOf(...chain,
      farm('base', { values: { mills: 3 } }),             // 3 mills of the default 2 MW
      farm('variant', { values: { millMw: 5 } }),         // the base's 3 mills of 5 MW
      farm('leaf', { values: { hedge: true } }));         // nothing of its own
    const after = merge(before);
    expect(said(after, ['base'])).toBe(6);
    expect(said(after, ['variant', 'base'])).toBe(15);
    expect(said(after, ['leaf', 'variant', 'base'])).toBe(15);
    expect(bodyOf(after, 'leaf:farm:farm')).toEqual({ values: { hedge: true } });
  });
  it('do not loop where scenarios are based on each other', () => {
    const circle = documentOf(scenario('a', 'b'), scenario('b', 'a'),
      farm('a', { values: { mills: 1 } }));
    expect(said(merge(circle), ['a'])).toBe(2);
  });
});

describe('a kind renamed', () => {
  it('takes its only record along, key included, and keeps ids and keys of many', () => {
    const before = documentOf(farm('base', { values: { mills: 1 } }),
      record('base', 'farm', 'north', { values: {} }), other);
    const after = renameKind(before, 'farm', 'plant');
    expect(Object.values(after).map(({ id, kind, key }) => [id, kind, key])).toEqual([
      ['base:farm:farm', 'plant', 'plant'], ['base:farm:north', 'plant', 'north'],
      ['base:barn:barn', 'barn', 'barn'],
    ]);
  });
});

describe('a journal across a step', () => {
  const migrate = (document: PlainDocument): PlainDocument =>
    mergeFields(renameKind(document, 'farm', 'plant'), 'plant', ['mills', 'millMw'],
      'totalMw', { mills: 1, millMw: 1 },
      ([mills, mw]) => Number(mills) * Number(mw));
  const states = [
    documentOf(scenario('base', '')),
    documentOf(scenario('base', ''), farm('base', { values: { mills: 2 } })),
    documentOf(scenario('base', ''), farm('base', { values: { mills: 2, millMw: 5 } }), other),
    documentOf(scenario('base', ''), other),
  ];
  const steps: readonly (readonly PlainChange[])[] = states.slice(1)
    .map((after, at) => diffDocuments(states[at] ?? {}, after));
  it('leads back and on through the migrated documents, each step from where the one beside it ends', () => {
    let near = states.at(-1) ?? {};
    let present = migrate(near);
    for (const [at, changes] of [...steps.entries()].toReversed()) {
      const step = migrateStep(near, changes, 'back', migrate);
      for (const { id, after } of step.changes) expect(present[id] ?? null).toEqual(after);
      present = laySide(present, step.changes, 'before');
      expect(present).toEqual(migrate(states[at] ?? {}));
      expect(laySide(present, step.changes, 'after')).toEqual(migrate(states[at + 1] ?? {}));
      near = step.beyond;
    }
    expect(near).toEqual(states[0]);
  });
});

describe('the steps that were released', () => {
  it('leave a document alone that they do not concern', () => {
    const document = documentOf(other);
    for (const { migrate } of bodyMigrations)
      expect(migrate(document)['base:barn:barn']).toBe(other);
  });
  it('let a project of version 3 state what it was computed with, unless it does', () => {
    const [step] = bodyMigrations;
    const project = (values: PlainBody['values']) =>
      documentOf(record(null, 'project', 'project', { values }));
    expect(Object.values(step?.migrate(project({ name: 'Old' })) ?? {})[0]?.body.values)
      .toEqual({ name: 'Old', catalogVersion: '2026.11.1', defaultsVersion: '1' });
    expect(Object.values(
      step?.migrate(project({ catalogVersion: '2027.1.1' })) ?? {},
    )[0]?.body.values)
      .toMatchObject({ catalogVersion: '2027.1.1' });
  });
});
