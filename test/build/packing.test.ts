import {
  mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { pressPages } from '../../build/packing/press-pages.ts';
import { dropWoff } from '../../build/woff2-only.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-packing-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('pages for packing', () => {
  it('are copied without maps, scripts and styles pressed, and nothing of an earlier build stays', () => {
    const [from, to] = [join(folder, 'built'), join(folder, 'packed')];
    mkdirSync(join(from, 'assets'), { recursive: true });
    mkdirSync(to);
    writeFileSync(join(to, 'old.js'), 'old');
    for (const name of [
      'index.html',
      '.sources',
      'assets/a.js',
      'assets/a.js.map',
      'assets/a.css',
      'assets/a.woff2',
    ]) {
      writeFileSync(join(from, name), `${name} `.repeat(50));
    }
    expect(pressPages(from, to)).toBe(4);
    expect(readdirSync(to).toSorted()).toEqual(['assets', 'index.html']);
    expect(readdirSync(join(to, 'assets')).toSorted())
      .toEqual(['a.css.br', 'a.js.br', 'a.woff2']);
    expect(brotliDecompressSync(readFileSync(join(to, 'assets', 'a.js.br'))).toString()).toBe(
      'assets/a.js '.repeat(50),
    );
  });

  it('must have been built', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => pressPages(join(folder, 'empty'), join(folder, 'none')))
      .toThrow('npm run build');
  });
});

describe('font style sheets', () => {
  it.each([
    [
      `src: url(./f/a.woff2) format('woff2'), url(./f/a.woff) format('woff');`,
      `src: url(./f/a.woff2) format('woff2');`,
    ],
    [`src:url(a.woff2) format("woff2"),url(a.woff) format("woff")`,
      `src:url(a.woff2) format("woff2")`],
    [`src: url(a.woff2) format('woff2');`, `src: url(a.woff2) format('woff2');`],
  ])('%s', (css, kept) => {
    expect(dropWoff(css)).toBe(kept);
  });
});
