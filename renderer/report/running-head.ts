import { cutText } from '../../shared/report/letters.ts';
import { longDate } from '../../shared/report/date.ts';
import type { Report } from '../../shared/report/types.ts';

/**
 * A CSS string: quotes, backslashes and line breaks escaped, so that no name can close it.
 * @example cssString('a "b"') // '"a \\22 b\\22 "'
 */
export function cssString(text: string): string {
  const escape = (letter: string): string => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `;
  return `"${text.replaceAll(/["\\\n\r\f<>]/gu, escape)}"`;
}

const quiet =
  "color: #586673; font: 7pt Inter, 'Inter Variable', sans-serif; white-space: pre;";

/** Longest name in a running head and longest line in the foot, in letters. */
const headLength = 90;
const footLength = 70;

/**
 * A name cut to a length, kept from turning the words around it when it is written from
 * right to left.
 */
const isolated = (name: string, most: number): string =>
  `\u2068${cutText(name, most, () => '…')}\u2069`;

/** Head and foot of printed pages: what the file's own style sheet cannot know. */
export function runningHead({ project, title, planHash, brand, date, paper }: Report): string {
  const box = (place: string, text: string): string =>
    `@${place} { ${quiet} content: ${cssString(text)}; }`;
  return [
    '@page {',
    `size: ${paper.id === 'letter' ? 'letter' : 'A4'};`,
    box('top-left', `${isolated(project, headLength)}  ·  ${title}${date === '' ? '' : `  ·  ${longDate(date)}`}`),
    box('bottom-left', `AI Factory Planner  ·  Plan ${planHash.slice(0, 12)}`),
    ...(brand.confidentiality === '' ? []
      : [box('bottom-center', isolated(brand.confidentiality, footLength))]),
    '}',
    '@page :first { @top-left { content: none; } }',
  ].join('\n');
}
