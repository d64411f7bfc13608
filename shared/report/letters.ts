const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in letters as people count them: an emoji or an accented letter is one. */
export const lettersOf = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/**
 * A text cut to a number of letters.
 * @param tail put behind a text that was cut, given how many letters it had
 * @example cutText('abcdef', 3, () => '…') // 'abc…'
 */
export function cutText(text: string, most: number, tail: (letters: number) => string = (n) => `… (${n} characters)`): string {
  if (text.length <= most) return text;
  const letters = lettersOf(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('')}${tail(letters.length)}`;
}
