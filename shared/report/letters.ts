const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in letters as people count them: an emoji or an accented letter is one. */
export const lettersOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/**
 * A text cut to a number of letters.
 * @param tail put behind a text that was cut, given how many letters it had
 * @example cutText('abcdef', 3, () => '…') // 'abc…'
 */
export function cutText(
  text: string, most: number,
  tail: (letters: number) => string = (n) => `… (${n} characters)`,
): string {
  if (text.length <= most) return text;
  const letters = lettersOf(text);
  return letters.length <= most ? text
    : `${letters.slice(0, most).join('')}${tail(letters.length)}`;
}

/**
 * Letters written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their
 * presentation forms.
 */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * A name for the middle of a sentence: one written from right to left is isolated
 * (Unicode FSI and PDI), so that it does not turn the words around it.
 * @example isolate('Base') // 'Base'
 */
export const isolate = (name: string): string =>
  (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);
