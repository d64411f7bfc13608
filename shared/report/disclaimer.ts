import type { ReportKind } from '../backend.ts';
import { flow, small } from './blocks.ts';
import { lettersOf } from './letters.ts';
import type { Section } from './types.ts';

/**
 * A disclaimer up to this length stands at the foot of a brief's last page; a longer one
 * has a section of its own.
 */
const footLength = 400;

/** Letters of one block: a longer paragraph could be taller than a page. */
const blockLength = 1200;

/**
 * A text cut into pieces at line breaks, and at spaces where a line is longer than a page
 * takes.
 * @example paragraphsOf('one\n\ntwo') // ['one', 'two']
 */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n+/u).map((line) => line.trim()).filter((line) => line !== '')
    .flatMap((line) => {
      const pieces: string[] = [];
      let rest = lettersOf(line);
      while (rest.length > blockLength) {
        const space = rest.lastIndexOf(' ', blockLength);
        const at = space > blockLength / 2 ? space : blockLength;
        pieces.push(rest.slice(0, at).join(''));
        rest = rest.slice(space === at ? at + 1 : at);
      }
      return [...pieces, rest.join('')];
    });
}

/** The sections with the disclaimer behind them. */
export function withDisclaimer(
  sections: readonly Section[], kind: ReportKind, disclaimer: string,
): readonly Section[] {
  const last = sections.at(-1);
  if (disclaimer === '' || last === undefined) return sections;
  const blocks = paragraphsOf(disclaimer).map(small);
  if (kind === 'executive' && disclaimer.length <= footLength)
    return [...sections.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks] }];
  return [...sections, flow('disclaimer', 'Disclaimer', blocks)];
}
