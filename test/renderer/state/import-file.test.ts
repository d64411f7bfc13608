import { describe, expect, it } from 'vitest';
import { importDialog, importStore, keepRecords, partKnown } from '../../../renderer/state/import-file.ts';
import type { FileRecord } from '../../../renderer/foreign/read-any.ts';
import { inputsOf } from '../../../renderer/state/document.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { baseDocument } from '../support.ts';

const type = (slug: string): FileRecord => ({ kind: 'deviceType', key: slug,
  values: { name: `Acme ${slug}`, slug, heightU: 1 } });

describe('files that are imported', () => {
  it('come one after the other, in the order they were dropped', () => {
    const names = (): readonly (string | undefined)[] => {
      const { file, waiting } = importStore.getState();
      return [file?.name, ...waiting.map(({ name }) => name)];
    };
    importDialog.openAll(['a', 'b'].map((name) => new File([''], name)));
    expect(names()).toEqual(['a', 'b']);
    importDialog.close();
    expect(names()).toEqual(['b']);
    importDialog.close();
    expect(names()).toEqual([undefined]);
  });

  it('leave the types of a project as they are', () => {
    const document = baseDocument();
    const scenarioId = 'base';
    const first = keepRecords(document, scenarioId, [type('x1')]);
    expect(first.added).toEqual({ kind: 'deviceType', key: 'x1' });
    const next = applyChanges(document, first.edit);
    const { fresh, known } = partKnown(next, scenarioId, [type('x1'), type('x2')]);
    expect([fresh, known].map((all) => all.map(({ key }) => key))).toEqual([['x2'], ['x1']]);
    const inputs = inputsOf(next, scenarioId);
    expect(inputs.ok ? inputs.value.deviceType.map(({ key }) => key) : null).toEqual(['x1']);
  });
});
