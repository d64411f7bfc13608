import type { Plugin } from 'vite';

/**
 * The older form of a font that stands behind its WOFF2 form in a font package's style
 * sheet.
 */
const fallback = /,\s*url\([^)]*\.woff\)\s*format\((["']?)woff\1\)/g;

/**
 * A font style sheet without its WOFF fallbacks.
 * @example
 * dropWoff("src: url(a.woff2), url(a.woff) format('woff');") // "src: url(a.woff2);"
 */
export const dropWoff = (css: string): string => css.replace(fallback, '');

/** Leaves out fonts no page asks for: every browser that can run the pages reads WOFF2. */
export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform: (code, id) =>
      (id.includes('@fontsource') && id.endsWith('.css') ? dropWoff(code) : null),
  };
}
