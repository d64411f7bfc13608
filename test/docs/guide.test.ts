import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../renderer/text/markdown.ts';
import { guidePages } from '../../renderer/text/guide-pages.ts';
import { root } from '../architecture/source.ts';
import { printNow, quotedIn, unmarkedIn } from './guide-figures.ts';

const folder = join(root, 'docs', 'guide');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const stories = ['architect.md', 'consultant.md', 'neocloud.md', 'enterprise.md', 'executive.md'];
const pictures = readdirSync(join(folder, 'pictures'));

describe('the reader of markers', () => {
  it('finds what is quoted and where the program has it', () => {
    expect(quotedIn('is **$1 M**<!-- figure: a --scenario "B C" d.e -->, **bold**'))
      .toEqual([{ printed: '$1 M', words: ['a', '--scenario', 'B C', 'd.e'] }]);
  });

  it('sees money and shares that are not marked', () => {
    expect(unmarkedIn('**$1 M**<!-- figure: a b --> beside $2.50 and 3 %, not `--set a=4%`'))
      .toEqual(['$2.50', '3 %']);
  });
});

describe.each(stories)('docs/guide/%s', (file) => {
  const page = read(file);

  it('quotes what the program computes now', () => {
    const quoted = quotedIn(page);
    expect(quoted.length).toBeGreaterThanOrEqual(10);
    const now = quoted.map((each) => `${each.words.join(' ')}: ${printNow(each)}`);
    expect(quoted.map(({ printed, words }) => `${words.join(' ')}: ${printed}`)).toEqual(now);
  });

  it('says of every amount where it is from, and names a command', () => {
    expect(unmarkedIn(page)).toEqual([]);
    expect(page).toMatch(/npm run -s aifp -- /u);
  });

  it('is read in five minutes', () => {
    const words = page.replaceAll(/<!--[\s\S]*?-->|```[\s\S]*?```/gu, '').split(/\s+/u).length;
    expect(words).toBeGreaterThan(500);
    expect(words).toBeLessThan(950);
  });

  it('shows two or three pictures at most, with words for who cannot see them', () => {
    const shown = readMarkdown(page).flatMap((block) => (block.kind === 'image' ? [block] : []));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(3);
    expect(shown.filter(({ src, alt }) => alt.length < 20 || !existsSync(join(folder, src))))
      .toEqual([]);
  });
});

describe('the guide as a whole', () => {
  it('is what Help shows', () => {
    expect(guidePages.map(({ file }) => file).toSorted())
      .toEqual(readdirSync(folder).filter((file) => file.endsWith('.md')).toSorted());
  });

  it('links only to its own pages, each of which exists', () => {
    const links = guidePages.flatMap(({ text }) =>
      [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/gu)].map(([, href]) => href ?? ''));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !existsSync(join(folder, href)))).toEqual([]);
  });

  it('has light pictures, all of them shown somewhere', () => {
    const sizes = pictures.map((name) => statSync(join(folder, 'pictures', name)).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(120 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1.2 * 1024 * 1024);
    const all = guidePages.map(({ text }) => text).join('\n');
    expect(pictures.filter((name) => !all.includes(`pictures/${name}`))).toEqual([]);
  });
});
