/**
 * Licences we let in: permissive ones, the font licence, and the file-bound MPL 2.0.
 * A new one is a decision: read it, then add it here.
 */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'WTFPL',
];

/**
 * Whether a licence expression of names, AND, OR and brackets can be kept with allowed
 * licences alone: of an OR one side is enough, of an AND both are needed. Anything else
 * is not allowed.
 * @example isAllowed('(MIT OR GPL-3.0-only)') // true
 */
export function isAllowed(expression: string, allowed = allowedLicences): boolean {
  const words = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const atom = (): boolean => {
    const word = words[at++];
    if (word !== '(') return word !== undefined && allowed.includes(word);
    const inner = either();
    return words[at++] === ')' && inner;
  };
  const both = (): boolean => {
    let result = atom();
    while (words[at] === 'AND') {
      at += 1;
      result = atom() && result;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (words[at] === 'OR') {
      at += 1;
      result = both() || result;
    }
    return result;
  };
  const result = either();
  return result && at === words.length;
}
