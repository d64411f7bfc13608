import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { findUrls } from './svg-parts.ts';
import type { ScanProblem } from './svg-scan.ts';

/** Ids a style sheet refers to, by the selector that does: `.class` or `#id`. */
export type StyleRefs = ReadonlyMap<string, readonly string[]>;

/** Text without comments, in one pass. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const start = text.indexOf('/*', at);
    if (start < 0) return [...parts, text.slice(at)].join(' ');
    parts.push(text.slice(at, start));
    const end = text.indexOf('*/', start + 2);
    if (end < 0) return parts.join(' ');
    at = end + 2;
  }
}

/**
 * The references a style sheet makes. A rule that refers to something must say to whom by
 * class or id alone: otherwise what it adds to the work of drawing cannot be counted.
 * @example readStyleRefs('.a { fill: url(#g) }') // { ok: true, value: .a refers to g }
 */
export function readStyleRefs(sheet: string): Result<StyleRefs, ScanProblem> {
  const refs = new Map<string, string[]>();
  for (const rule of withoutComments(sheet).split('}')) {
    const at = rule.indexOf('{');
    const urls = findUrls(rule.slice(at + 1)) ?? [];
    if (at < 0 || urls.length === 0) continue;
    const selectors = rule.slice(0, at).split(',').map((selector) => selector.trim());
    const simple = selectors.every((selector) => /^[.#][\w-]{1,200}$/u.test(selector))
      && !rule.includes('--');
    if (!simple)
      return refuse({ code: 'complex', detail: 'a style rule whose reach cannot be counted' });
    for (const selector of selectors) {
      const known = refs.get(selector) ?? [];
      known.push(...urls);
      refs.set(selector, known);
    }
  }
  return ok(refs);
}
