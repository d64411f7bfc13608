import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../renderer/backend/memory.ts';
import { listCommands } from '../../../renderer/frame/commands.ts';
import { isPress, showKeys } from '../../../renderer/frame/keys.ts';
import { createPlannerStore } from '../../../renderer/state/store.ts';
import { asSentence } from '../../../renderer/text/commands.ts';

const host = createMemoryHost();
const bound = listCommands(host, createPlannerStore(host))
  .flatMap(({ id, keys = [] }) => keys.map((each) => ({ id, keys: each })));

const press = (key: string, code = '', held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey'
  | 'shiftKey', boolean>> = {}) => ({ key, code, ctrlKey: false, metaKey: false,
  altKey: false, shiftKey: false, isComposing: false, ...held });

describe('keys', () => {
  it('are bound once each', () => {
    const all = bound.map(({ keys }) => keys.toLowerCase());
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['mod+K', 'view.palette'], ['/', 'view.inputs'], ['[', 'scenario.previous'],
    [']', 'scenario.next'], ['mod+B', 'view.navigation'], ['mod+I', 'view.inspector'],
    ['mod+Enter', 'main.run'], ['F8', 'warning.next'], ['Escape', 'view.close'],
    ['?', 'help.keys'], ['alt+1', 'go.start'], ['alt+5', 'go.facility'], ['alt+9', 'go.results'],
  ])('%s orders %s', (keys, id) => {
    expect(bound.find((each) => each.keys === keys)?.id).toBe(id);
  });

  it('that type a character do nothing while text is entered', () => {
    for (const key of ['/', '[', ']', '?']) {
      expect(isPress(key, press(key), false), key).toBe(true);
      expect(isPress(key, press(key), true), key).toBe(false);
    }
    expect(isPress('alt+1', press('¡', 'Digit1', { altKey: true }), true)).toBe(false);
    expect(isPress('mod+K', press('k', 'KeyK', { ctrlKey: true }), true)).toBe(true);
  });

  it('are told apart by what is held with them', () => {
    expect(isPress('mod+Z', press('Z', '', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isPress('mod+shift+Z', press('Z', '', { metaKey: true, shiftKey: true }), false))
      .toBe(true);
    expect(isPress('/', press('/', '', { shiftKey: true }), false)).toBe(true);
    expect(isPress('/', press('/', '', { ctrlKey: true }), false)).toBe(false);
    expect(isPress('F8', press('F8', '', { shiftKey: true }), false)).toBe(false);
    expect(isPress('alt+1', press('1', 'Digit1', { altKey: true, ctrlKey: true }), false))
      .toBe(false);
    const third = { ...press('[', '', { ctrlKey: true, altKey: true }),
      getModifierState: (name: string) => name === 'AltGraph' };
    expect(isPress('[', third, false)).toBe(true);
    expect(isPress('/', { ...press('/'), isComposing: true }, false)).toBe(false);
  });

  it('are shown as they stand on the keyboard', () => {
    expect(showKeys('mod+shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(showKeys('mod+Enter', true)).toEqual(['⌘', 'Enter']);
    expect(showKeys('alt+1', true)).toEqual(['⌥', '1']);
  });
});

describe('what was undone', () => {
  it('is said in a sentence', () => {
    expect(asSentence('Electricity price: $0.066/kWh → $0.080/kWh'))
      .toBe('Electricity price $0.066/kWh to $0.080/kWh');
    expect(asSentence('Add rack group')).toBe('Add rack group');
    expect(asSentence('Rename scenario to A: B')).toBe('Rename scenario to A: B');
  });
});
