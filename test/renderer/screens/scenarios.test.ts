import { describe, expect, it } from 'vitest';
import {
  authorsOf, describeChanges, filterLog, scenariosTouched,
} from '../../../renderer/screens/scenarios/log-lines.ts';
import {
  findFields, presetPaths, redactableFields,
} from '../../../renderer/screens/scenarios/redactable.ts';
import { versionDifferences } from '../../../renderer/screens/scenarios/version-lines.ts';
import { scenarioLines } from '../../../renderer/screens/scenarios/scenario-lines.ts';
import { setField, setNote } from '../../../renderer/state/edits.ts';
import { cutTo } from '../../../renderer/state/names.ts';
import { planOf } from '../../../renderer/state/plan.ts';
import { noteScenario } from '../../../renderer/state/scenario-edits.ts';
import { deriveScenario, scenarioTree } from '../../../renderer/state/scenarios.ts';
import { isPattern, redactRecords } from '../../../shared/project/redact.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument, utilisation } from '../support.ts';

const base = baseDocument('b200-1mw');
const { edit: branch, key: variant } = deriveScenario(base, 'base', 'Variant');
const branched = applyChanges(base, branch);
const setUse = setField(branched, variant, utilisation, 0.3);
const edited = applyChanges(branched, setUse);

const entry = (id: number, label: string, by: string) =>
  ({ id, at: '2026-01-01T00:00:00.000Z', label, undone: false, by, changes: 1 });

describe('the change log', () => {
  const entries = [entry(1, 'Utilisation to 30 %', 'Ada'),
    entry(2, 'Lock scenario <b>x</b>', 'Ben'), entry(3, 'PUE', '')];

  it('is newest first and found by every word of label or author', () => {
    expect(filterLog(entries, { text: '', by: null }).map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(filterLog(entries, { text: 'lock <B>', by: null }).map(({ id }) => id)).toEqual([2]);
    expect(filterLog(entries, { text: 'ada', by: null }).map(({ id }) => id)).toEqual([1]);
    expect(filterLog(entries, { text: '', by: 'Ben' }).map(({ id }) => id)).toEqual([2]);
    expect(authorsOf(entries)).toEqual(['', 'Ada', 'Ben']);
  });

  it('tells a change field by field, with units and the scenario', () => {
    expect(describeChanges(setUse, edited)).toMatchObject([
      { scenario: 'Variant', label: 'added' },
      { scenario: 'Variant', record: 'Demand', label: 'Utilisation', before: 'not set',
        after: '30.0 %' },
    ]);
    expect(scenariosTouched(setUse)).toEqual(new Set([variant]));
    expect(scenariosTouched(branch)).toEqual(new Set([variant]));
  });

  it('tells a note and a record that is gone', () => {
    const note = setNote(edited, variant, utilisation, { note: 'From the client' });
    expect(describeChanges(note, edited))
      .toMatchObject([{ label: 'note on utilisation', after: 'From the client' }]);
    const [gone] = describeChanges(
      setUse.map(({ id, before, after }) => ({ id, before: after, after: before })),
      branched,
    );
    expect(gone?.label).toBe('deleted');
  });
});

describe('versions', () => {
  it('differ by scenario, and in scenarios only one of them has', () => {
    expect(versionDifferences(base, edited))
      .toEqual([{ id: variant, name: 'Variant', state: 'added', differences: [] }]);
    expect(versionDifferences(edited, base)).toMatchObject([{ id: variant, state: 'removed' }]);
    expect(versionDifferences(branched, edited)).toMatchObject([
      { id: variant, state: 'both', differences: [{ path: 'demand.utilisation', b: 0.3 }] },
    ]);
    expect(versionDifferences(edited, edited)).toEqual([]);
  });
});

describe('fields a package can leave out', () => {
  const fields = redactableFields(edited);

  it('are the ones that are set, each by a path the package understands', () => {
    expect(fields.map(({ path }) => path)).toContain('demand.utilisation');
    expect(fields.filter(({ path }) => !isPattern(path))).toEqual([]);
    const { paths } = redactRecords(Object.values(edited), fields.map(({ path }) => path));
    expect(paths).toEqual(fields.map(({ path }) => path));
  });

  it('never break what scenarios build on', () => {
    expect(fields.filter(({ path }) => path.endsWith('.basedOn') || path.endsWith('.locked')))
      .toEqual([]);
  });

  it('are found by words, and chosen by what they tell', () => {
    expect(findFields(fields, 'demand UTIL').map(({ path }) => path))
      .toEqual(['demand.utilisation']);
    expect(presetPaths(fields, 'names')).toContain(`scenario.${variant}.name`);
    const price = { kind: 'site', key: 'site', field: 'electricityUsdPerKwh' } as const;
    const priced = applyChanges(edited, setField(edited, variant, price, 0.2));
    expect(presetPaths(redactableFields(priced), 'money'))
      .toEqual(['site.electricityUsdPerKwh']);
  });
});

describe('the lines of the tree', () => {
  it('state figures, and their change against the base', () => {
    const noted = applyChanges(edited, noteScenario(edited, variant, '<img src=x> שלום 🚀'));
    const nodes = scenarioTree(noted);
    const ids = nodes.map(({ id }) => id);
    const [root, line] = scenarioLines(noted, nodes, ids, ids.map((id) => planOf(noted, id)));
    expect(root?.cost.change).toBe('');
    expect(line)
      .toMatchObject({ stored: 1, note: '<img src=x> שלום 🚀', cost: { good: false } });
    expect(line?.cost.change).toMatch(/^\+/);
  });
});

describe('a long name', () => {
  it('is cut to fit, and never inside a character', () => {
    expect(cutTo('short')).toBe('short');
    expect(cutTo('🚀'.repeat(150))).toBe(`${'🚀'.repeat(99)}…`);
  });
});
