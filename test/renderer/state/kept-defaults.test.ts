import { afterAll, expect, it, vi } from 'vitest';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const document = documentOf(findTemplate('b200-1mw')?.records ?? []);
const at = { kind: 'finance', key: 'finance', field: 'discountRate' } as const;

/**
 * The program with a default changed in its table and a line in the history, as a later
 * version would have it.
 */
async function laterProgram() {
  vi.resetModules();
  const { fieldOf } = await import('../../../shared/project/kinds.ts');
  const { defaultsHistory } = await import('../../../shared/project/defaults-history.ts');
  const field = fieldOf('finance', 'discountRate');
  if (field?.type !== 'number' || field.default === null)
    throw new Error('no default to change');
  const before = field.default;
  const { source, evidence } = field;
  const change = { path: 'finance.discountRate', why: 'Rates rose',
    before: { default: before, source, evidence } };
  Object.assign(field, { default: before + 0.03, source: 'A later survey' });
  Object.assign(defaultsHistory,
    { [defaultsHistory.length]: {
      version: String(defaultsHistory.length + 1), date: '2027-01-10', changes: [change] } });
  const state = await import('../../../renderer/state/document.ts');
  const edits = await import('../../../renderer/state/edits.ts');
  const taking = await import('../../../renderer/state/default-edits.ts');
  const { applyChanges } = await import('../../../shared/project/record.ts');
  const { listNewerDefaults } = await import('../../../shared/project/newer-defaults.ts');
  const { keptDefaults } = await import('../../../shared/project/defaults.ts');
  return { before, ...state, ...edits, ...taking, applyChanges, listNewerDefaults,
    keptDefaults };
}

// Files of one worker share their modules: the edited ones end with this file.
afterAll(() => { vi.resetModules(); });

it('a form shows and resets to the default the project keeps, and to the newer one once it is taken', async () => {
  const later = await laterProgram();
  const { before, fieldState, setField, resetField, applyChanges, takeNewerDefaults } = later;
  expect(fieldState(document, 'base', at))
    .toMatchObject({ value: before, origin: 'default', fallback: before });
  // What new projects have is an entered value here, and no default.
  const entered = applyChanges(document, setField(document, 'base', at, before + 0.03));
  expect(fieldState(entered, 'base', at))
    .toMatchObject({ value: before + 0.03, origin: 'here', fallback: before });
  const reset = applyChanges(entered, resetField(entered, 'base', at));
  expect(fieldState(reset, 'base', at)).toMatchObject({ value: before, origin: 'default' });
  expect(later.listNewerDefaults(later.keptDefaults(document)).map(({ path }) => path))
    .toEqual(['finance.discountRate']);
  const taken = applyChanges(document,
    takeNewerDefaults(document, 'base', ['finance.discountRate']));
  expect(fieldState(taken, 'base', at))
    .toMatchObject({ value: before + 0.03, origin: 'default', fallback: before + 0.03 });
  expect(later.listNewerDefaults(later.keptDefaults(taken))).toEqual([]);
});
