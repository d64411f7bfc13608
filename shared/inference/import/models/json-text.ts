import { ok, refuse, type Result } from '../../../units/result.ts';

/** Where a text stops being JSON. */
export interface TextProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** Strings are matched first, so that words within them stay as they are. */
const pythonNumbers = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/gu;
const asJson: Readonly<Record<string, string>> = {
  Infinity: '1e999', '-Infinity': '-1e999', NaN: '"NaN"',
};

/** The line a message of the parser points to, or the last one. */
function lineOf(message: string, text: string): number {
  const stated = /line (\d+)/u.exec(message)?.[1];
  if (stated !== undefined) return Number(stated);
  const position = Number(/position (\d+)/u.exec(message)?.[1] ?? text.length);
  return text.slice(0, position).split('\n').length;
}

/**
 * JSON as Python writes it: a byte-order mark is passed over, `Infinity` is read as such and
 * `NaN` as a word that is no number.
 * @returns the value, or the line at which the text stops being JSON
 */
export function readJsonText(text: string): Result<unknown, TextProblem> {
  const plain = text.replace(/^\uFEFF/u, '')
    .replaceAll(pythonNumbers, (word) => asJson[word] ?? word);
  if (plain.trim() === '') return refuse({ line: 1, reason: 'the file is empty' });
  try {
    return ok<unknown>(JSON.parse(plain));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return refuse({ line: lineOf(message, plain),
      reason: 'the text is not JSON from here on; it may be cut short' });
  }
}

/**
 * The line on which a key stands first.
 * @example lineOfKey('{\n "hidden_size": 8\n}', 'hidden_size') // 2
 */
export function lineOfKey(text: string, key: string): number | null {
  const at = text.indexOf(`"${key.split('.').at(-1) ?? key}"`);
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}
