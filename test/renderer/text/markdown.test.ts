import { describe, expect, it } from 'vitest';
import { findPages, guidePages } from '../../../renderer/text/guide-pages.ts';
import { plainText, readInline, readMarkdown, wordsOf } from '../../../renderer/text/markdown.ts';

describe('a page in Markdown', () => {
  it('is read block by block', () => {
    const page = '# Title\n\nTwo\nlines.\n\n- one\n- two\n  goes on\n\n1. first\n\n```\na  b\n```\n\n![What](pictures/a.png)\n';
    expect(readMarkdown(page)).toEqual([
      { kind: 'heading', level: 1, inside: [{ kind: 'text', text: 'Title' }] },
      { kind: 'paragraph', inside: [{ kind: 'text', text: 'Two lines.' }] },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'one' }],
        [{ kind: 'text', text: 'two goes on' }]] },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
      { kind: 'code', text: 'a  b' },
      { kind: 'image', alt: 'What', src: 'pictures/a.png' },
    ]);
  });

  it('has tables, whose cells may hold a bar', () => {
    const [table] = readMarkdown('| A | B |\n|---|:--:|\n| 1 | x \\| y |\n');
    expect(table).toEqual({ kind: 'table',
      head: [[{ kind: 'text', text: 'A' }], [{ kind: 'text', text: 'B' }]],
      rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'text', text: 'x | y' }]]] });
  });

  it('keeps markup as text and leaves comments out', () => {
    expect(readMarkdown('<b>bold</b><!-- figure: a b --> 2')).toEqual([
      { kind: 'paragraph', inside: [{ kind: 'text', text: '<b>bold</b> 2' }] }]);
  });

  it('has marks inside marks', () => {
    expect(readInline('a **b `c`** [d](e.md)')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'strong', inside: [{ kind: 'text', text: 'b ' }, { kind: 'code', text: 'c' }] },
      { kind: 'text', text: ' ' },
      { kind: 'link', href: 'e.md', inside: [{ kind: 'text', text: 'd' }] },
    ]);
    expect(plainText(readInline('a **b `c`** [d](e.md)'))).toBe('a b c d');
  });

  it('ends a block of code that is never closed with the page', () => {
    expect(readMarkdown('```\nx')).toEqual([{ kind: 'code', text: 'x' }]);
  });

  it('leaves no mark of its own in any page of the guide', () => {
    const left = guidePages.flatMap(({ file, text }) => wordsOf(text)
      .filter((line) => /\*\*|\]\(|<!--|^#/u.test(line)).map((line) => `${file}: ${line}`));
    expect(left).toEqual([]);
  });
});

describe('searching the guide', () => {
  it('lists every page for no words, and none for what is nowhere', () => {
    expect(findPages(' ')).toHaveLength(guidePages.length);
    expect(findPages('xqzzy')).toEqual([]);
  });

  it('finds pages that hold every word, and shows a line that does', () => {
    const [hit, ...others] = findPages('ppa agreement');
    expect(hit?.page.file).toBe('glossary.md');
    expect(hit?.line).toMatch(/PPA/);
    expect(others).toEqual([]);
    expect(findPages('hall plan').map(({ page }) => page.file)).toContain('architect.md');
  });
});
