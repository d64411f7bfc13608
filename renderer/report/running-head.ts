import type { Report } from '../../shared/report/types.ts';

/**
 * A CSS string: quotes, backslashes and line breaks escaped, so that no name can close it.
 * @example cssString('a "b"') // '"a \\22 b\\22 "'
 */
export function cssString(text: string): string {
  const escape = (letter: string): string => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `;
  return `"${text.replaceAll(/["\\\n\r\f<>]/gu, escape)}"`;
}

const quiet = "color: #586673; font: 7pt Inter, 'Inter Variable', sans-serif; white-space: pre;";

/** Longest name in a running head, in letters. */
const headLength = 90;

/** Head and foot of printed pages: what the file's own style sheet cannot know. */
export function runningHead({ project, title, planHash }: Report): string {
  const name = project.length > headLength ? `${project.slice(0, headLength)}…` : project;
  const box = (place: string, text: string): string =>
    `@${place} { ${quiet} content: ${cssString(text)}; }`;
  return [
    '@page {',
    box('top-left', `${name}  ·  ${title}`),
    box('bottom-left', `AI Factory Planner  ·  Plan ${planHash.slice(0, 12)}`),
    '}',
    '@page :first { @top-left { content: none; } }',
  ].join('\n');
}
