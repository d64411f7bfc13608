/**
 * Keys of a command: `mod` is Ctrl, or Cmd on a Mac; `alt+1` goes by the place of the key,
 * `[` and `?` by what it types.
 */
export type Keys = string;

const isMac = (): boolean => /mac/iu.test(navigator.userAgent);

interface Parsed {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

function parse(keys: Keys): Parsed {
  const parts = keys.split('+').map((part) => part.toLowerCase());
  return { mod: parts.includes('mod'), shift: parts.includes('shift'),
    alt: parts.includes('alt'), key: parts.at(-1) ?? '' };
}

/** A key that types a character by itself never counts while something is typed. */
const typesText = ({ mod, key }: Parsed): boolean => !mod && key.length === 1;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'
  | 'shiftKey' | 'isComposing'> & { getModifierState?: (name: string) => boolean };

/**
 * Whether a press is what a command is bound to.
 * @param typing whether the focus is where text is entered
 */
export function isPress(keys: Keys, event: Pressed, typing: boolean): boolean {
  const wanted = parse(keys);
  if (event.isComposing || (typing && typesText(wanted))) return false;
  if (wanted.alt) {
    return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      && event.code.toLowerCase() === `digit${wanted.key}`;
  }
  if (wanted.mod) {
    return (event.ctrlKey || event.metaKey) && !event.altKey && event.shiftKey === wanted.shift
      && event.key.toLowerCase() === wanted.key;
  }
  // Brackets are typed with AltGr on many keyboards, which reads as Ctrl and Alt.
  const third = event.getModifierState?.('AltGraph') === true;
  const free = third || (!event.ctrlKey && !event.altKey && !event.metaKey);
  const shift = wanted.key.length === 1 || event.shiftKey === wanted.shift;
  return free && shift && event.key.toLowerCase() === wanted.key;
}

const names: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt',
  enter: 'Enter', escape: 'Esc' };

/**
 * Keys as they stand on a keyboard.
 * @example showKeys('mod+shift+Z', false) // ['Ctrl', 'Shift', 'Z']
 */
export function showKeys(keys: Keys, mac = isMac()): readonly string[] {
  return keys.split('+').map((part) => {
    const name = part.toLowerCase();
    if (mac && name === 'mod') return '⌘';
    if (mac && name === 'alt') return '⌥';
    return names[name] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

const textTypes = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', '']);

/** Whether a key pressed here enters text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA') return true;
  return target instanceof HTMLInputElement && !target.readOnly && textTypes.has(target.type);
}
