import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import type { FieldAddress } from '../../../renderer/state/document.ts';
import { setField } from '../../../renderer/state/edits.ts';
import {
  editAll, isMixed, othersOf, throughTo, withTicked,
} from '../../../renderer/state/selected.ts';
import { createPlannerStore } from '../../../renderer/state/store.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument, valueAt } from '../support.ts';

const document = baseDocument('gb300-100mw');
const at = (key: string, field: string): FieldAddress => ({ kind: 'rackGroup', key, field });

describe('records edited together', () => {
  it('take the same value in one edit, each where it differs', () => {
    expect(isMixed(document, 'base', at('reasoning', 'powerShare'), ['chat'])).toBe(true);
    expect(isMixed(document, 'base', at('reasoning', 'system'), ['chat'])).toBe(false);
    const edit = editAll(document, at('reasoning', 'powerShare'), ['chat'],
      (next, each) => setField(next, 'base', each, 0.4));
    // The chat racks say 40 % already.
    expect(edit.map(({ after }) => after?.key)).toEqual(['reasoning']);
    const both = editAll(document, at('reasoning', 'startMonth'), ['chat'],
      (next, each) => setField(next, 'base', each, 12));
    const after = applyChanges(document, both);
    expect(['reasoning', 'chat'].map((key) => valueAt(after, at(key, 'startMonth'))))
      .toEqual([12, 12]);
    expect(isMixed(after, 'base', at('reasoning', 'startMonth'), ['chat'])).toBe(false);
  });

  it('are those selected beside the one picked, and forgotten with another pick', async () => {
    const store = createPlannerStore(createMemoryHost());
    const { actions } = store.getState();
    await actions.createFile('gb300-100mw', null);
    const others = (key: string) => othersOf(store.getState(), { kind: 'rackGroup', key });
    expect(others('reasoning')).toEqual([]);
    actions.pickTogether('rackGroup', 'reasoning', ['chat', 'gone']);
    expect(others('reasoning')).toEqual(['chat']);
    expect(others('chat')).toEqual([]);
    expect(othersOf(store.getState(), { kind: 'traffic', key: 'reasoning' })).toEqual([]);
    actions.pick('rackGroup', 'chat');
    expect(others('chat')).toEqual([]);
  });

  it('move all systems as one step, with what goes with them', async () => {
    const store = createPlannerStore(createMemoryHost());
    const { actions } = store.getState();
    await actions.createFile('gb300-100mw', null);
    const start = store.getState().project?.edits.document ?? {};
    actions.edit('System', editAll(start, at('reasoning', 'system'), ['chat'],
      (next, each) => setField(next, 'base', each, 'mi355x_8')));
    await actions.settle();
    const moved = store.getState().project?.edits.document ?? {};
    for (const key of ['reasoning', 'chat'])
      expect(valueAt(moved, at(key, 'framework'))).not.toBe('dynamo-trt');
    await actions.undo();
    expect(store.getState().project?.edits.document).toEqual(start);
  });
});

describe('ticks', () => {
  it('add and take away; the picked one hands over to the next', () => {
    expect(withTicked('a', [], 'b')).toEqual({ picked: 'a', also: ['b'] });
    expect(withTicked('a', ['b', 'c'], 'b')).toEqual({ picked: 'a', also: ['c'] });
    expect(withTicked('a', ['b', 'c'], 'a')).toEqual({ picked: 'b', also: ['c'] });
    expect(withTicked('a', [], 'a')).toEqual({ picked: 'a', also: [] });
  });

  it('reach from the picked one in either direction', () => {
    expect(throughTo(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['c', 'd']);
    expect(throughTo(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c']);
    expect(throughTo(['a', 'b'], null, 'b')).toEqual([]);
  });
});
