import { describe, expect, it } from 'vitest';
import { heldPart } from '../../../renderer/state/misfits.ts';
import { setByPath } from '../../../shared/project/path.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { unwrap } from '../../db/support.ts';
import { baseDocument } from '../support.ts';

const partOf = (document: ProjectDocument) => heldPart(unwrap(resolveScenario(document, 'base')));

describe('what choices are held against', () => {
  const document = baseDocument('b200-1mw');
  const after = (path: string, value: string | number): ProjectDocument =>
    unwrap(setByPath(document, 'base', path, value));

  it('is the same object after an edit that changes nothing of it', () => {
    const before = partOf(document);
    expect(partOf(after('demand.utilisation', 0.31))).toBe(before);
    expect(partOf(after('finance.discountRate', 0.2))).toBe(before);
  });

  it.each([
    ['rackGroup.main.system', 'dgx_h200'], ['traffic.chat.model', 'deepseek-r1'],
    ['network.fabric', 'roce'],
  ] as const)('is another after an edit of %s', (path, value) => {
    const before = partOf(document);
    expect(partOf(after(path, value))).not.toBe(before);
  });
});
