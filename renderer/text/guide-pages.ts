import architect from '../../docs/guide/architect.md?raw';
import consultant from '../../docs/guide/consultant.md?raw';
import enterprise from '../../docs/guide/enterprise.md?raw';
import executive from '../../docs/guide/executive.md?raw';
import glossary from '../../docs/guide/glossary.md?raw';
import neocloud from '../../docs/guide/neocloud.md?raw';
import index from '../../docs/guide/README.md?raw';
import { wordsOf } from './markdown.ts';

/** A page of the guide as it stands in docs/guide. */
export interface GuidePage {
  /** Its file, by which pages link to one another. */
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

const page = (file: string, text: string): GuidePage =>
  ({ file, title: /^# (.*)$/mu.exec(text)?.[1] ?? file, text });

/** All pages, in the order in which they are listed. */
export const guidePages: readonly GuidePage[] = [
  page('README.md', index), page('architect.md', architect), page('consultant.md', consultant),
  page('neocloud.md', neocloud), page('enterprise.md', enterprise),
  page('executive.md', executive), page('glossary.md', glossary),
];

/** A page that holds every word looked for, and the line that says most of them. */
export interface GuideHit {
  readonly page: GuidePage;
  /** Null where nothing is looked for, or the title says it. */
  readonly line: string | null;
}

/**
 * Pages by what they say; all of them for no words.
 * @example findPages('dscr').map(({ page }) => page.file) // ['glossary.md']
 */
export function findPages(query: string): readonly GuideHit[] {
  const words = query.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  return guidePages.flatMap((each): readonly GuideHit[] => {
    const [title = '', ...lines] = wordsOf(each.text);
    const all = [title, ...lines].join('\n').toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    const count = (line: string): number =>
      words.filter((word) => line.toLowerCase().includes(word)).length;
    const best = lines.toSorted((a, b) => count(b) - count(a))[0] ?? '';
    const inTitle = count(title) === words.length;
    return [{ page: each, line: inTitle ? null : shorten(best, words[0] ?? '') }];
  });
}

const longest = 90;

/** The part of a line around a word. */
function shorten(line: string, word: string): string {
  if (line.length <= longest) return line;
  const at = Math.max(0, line.toLowerCase().indexOf(word) - 30);
  return `${at > 0 ? '…' : ''}${line.slice(at, at + longest)}…`;
}
