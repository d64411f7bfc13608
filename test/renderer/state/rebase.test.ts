import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCommand, confirmFirst, dropFirst, startEdits, takeFromHost,
} from '../../../renderer/state/rebase.ts';
import { setField } from '../../../renderer/state/edits.ts';
import {
  applyChanges, invertAll, type Command, type ProjectDocument,
} from '../../../shared/project/record.ts';
import { baseDocument, soldShare, utilisation, valueAt } from '../support.ts';

const document = baseDocument();

/** A command that sets the utilisation, starting from `from`. */
const setting = (from: ProjectDocument, value: number, mergeKey?: string): Command => ({
  label: `to ${value}`,
  changes: setField(from, 'base', utilisation, value),
  ...(mergeKey === undefined ? {} : { mergeKey }),
});

describe('edits waiting for the host', () => {
  it('are on screen before they are confirmed', () => {
    const edits = addCommand(startEdits(document), setting(document, 0.7), 0);
    expect(valueAt(edits.document, utilisation)).toBe(0.7);
    expect(valueAt(edits.confirmed, utilisation)).toBe(soldShare);
  });

  it('join when they belong to one drag, but never the one already on its way', () => {
    const one = addCommand(startEdits(document), setting(document, 0.7, 'drag'), 0);
    const joined = addCommand(one, setting(one.document, 0.8, 'drag'), 0);
    expect(joined.pending).toHaveLength(1);
    expect(joined.pending[0]?.changes).toEqual(setField(document, 'base', utilisation, 0.8));
    expect(addCommand(one, setting(one.document, 0.8, 'drag'), 1).pending).toHaveLength(2);
  });

  it('are rolled back with everything that rests on them when the host refuses', () => {
    const first = addCommand(startEdits(document), setting(document, 0.7), 0);
    const second = addCommand(first, setting(first.document, 0.8), 0);
    const { edits, lost } = dropFirst(second);
    expect(valueAt(edits.document, utilisation)).toBe(soldShare);
    expect(lost.map(({ label }) => label)).toEqual(['to 0.7', 'to 0.8']);
    expect(edits.pending).toEqual([]);
  });

  it('survive an undo that concerns another record', () => {
    const changes = setField(document, 'base',
      { kind: 'finance', key: 'finance', field: 'discountRate' }, 0.12);
    const stored = startEdits(applyChanges(document, changes));
    const edited = addCommand(stored, setting(stored.document, 0.7), 0);
    const { edits, lost } = takeFromHost(edited, invertAll(changes));
    expect(lost).toEqual([]);
    expect(valueAt(edits.document, utilisation)).toBe(0.7);
    expect(edits.confirmed).toEqual(document);
  });

  it('leave the same document whether confirmed one by one or never', () => {
    fc.assert(fc.property(fc.array(
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.boolean()), { maxLength: 12 },
    ), (steps) => {
      let edits = startEdits(document);
      for (const [percent, merge] of steps) {
        const command = setting(edits.document, percent / 100, merge ? 'drag' : undefined);
        if (command.changes.length > 0) edits = addCommand(edits, command, 0);
      }
      let confirmed = edits;
      while (confirmed.pending.length > 0) confirmed = confirmFirst(confirmed);
      expect(confirmed.confirmed).toEqual(edits.document);
    }));
  });
});
