import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import { setField } from '../../../renderer/state/edits.ts';
import { withFollowers } from '../../../renderer/state/follow.ts';
import { fieldsOf, setFields } from '../../../renderer/state/set-fields.ts';
import { createPlannerStore } from '../../../renderer/state/store.ts';
import { explainNotice } from '../../../renderer/text/notices.ts';
import type { FieldAddress } from '../../../renderer/state/document.ts';
import { baseDocument, valueAt } from '../support.ts';

const at = (field: string): FieldAddress => ({ kind: 'rackGroup', key: 'main', field });

describe('a choice of system', () => {
  it('is one command with what it moves, one notice, and one undo', async () => {
    const store = createPlannerStore(createMemoryHost());
    const { actions } = store.getState();
    await actions.createFile('b200-1mw', null);
    const start = store.getState().project?.edits.document ?? {};
    actions.edit('System', setField(start, 'base', at('system'), 'mi355x_8'));
    await actions.settle();
    const after = store.getState().project;
    expect(valueAt(after?.edits.document ?? {}, at('framework'))).toBe('atom');
    expect(after?.history.undo).toBe('System');
    const [notice] = store.getState().notices;
    if (notice === undefined) throw new Error('nothing was told');
    expect(notice.problem).toMatchObject({ code: 'moved-along', label: 'System' });
    expect(explainNotice(notice.problem).kept)
      .toContain('Serving framework: TensorRT-LLM → ATOM (ROCm).');
    await actions.undo();
    expect(store.getState().project?.edits.document).toEqual(start);
    expect(store.getState().project?.history.undo).toBeNull();
  });

  it('has a switch for a fabric, and a fabric for a switch', () => {
    const document = baseDocument('b200-1mw');
    const chosen = (field: string, value: string) => withFollowers(document, 'base',
      setField(document, 'base', { kind: 'network', key: 'network', field }, value)).moved;
    expect(chosen('fabric', 'spectrum-x')).toEqual([{ label: 'Switch',
      from: 'Quantum-2 QM9700/QM9790', to: 'Spectrum-4 SN5600' }]);
    expect(chosen('switchModel', 'th5_64x800')).toEqual([{ label: 'Scale-out fabric',
      from: 'InfiniBand', to: 'RoCE Ethernet' }]);
    expect(chosen('switchModel', 'q3400')).toEqual([]);
  });

  it('is no choice where whole records come back: nothing is moved', () => {
    const document = baseDocument('b200-1mw');
    const edit = setFields(document, 'base', [{ at: at('system'), value: 'mi355x_8' },
      { at: at('framework'), value: 'dynamo-trt' }]);
    expect(withFollowers(document, 'base', edit)).toEqual({ edit, moved: [] });
  });
});

describe('values named by path', () => {
  it('are set as one edit, each record named once', () => {
    const document = baseDocument('b200-1mw');
    const edit = setFields(document, 'base', fieldsOf([
      { path: 'rackGroup.main.precision', value: 'fp8' },
      { path: 'rackGroup.main.framework', value: 'vllm' },
      { path: 'no.such.field', value: 1 }]));
    expect(edit).toHaveLength(1);
    expect(edit[0]?.after?.body.values).toMatchObject({ precision: 'fp8', framework: 'vllm' });
  });
});
