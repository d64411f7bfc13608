import { isAbsolute, join, relative } from 'node:path';
import { refuse, ok, type Result } from '../../shared/units/result.ts';
import { isOurPage } from './page-address.ts';

export type PageProblem = 'foreign' | 'malformed' | 'outside';

/**
 * The file behind an address of ours, always inside `root`.
 * Decoded once and then compared as a path, so that `..`, `%2e%2e`, `%2f` and backslashes
 * cannot climb out.
 * @example resolvePage('/app', 'app://planner/assets/a.js') // { ok: true, value: '/app/assets/a.js' }
 */
export function resolvePage(root: string, address: string): Result<string, PageProblem> {
  if (!isOurPage(address)) return refuse('foreign');
  const name = decode(new URL(address).pathname);
  if (name === null || name.includes('\0') || name.includes('\\')
    || /(^|\/)[A-Za-z]:/.test(name)) return refuse('malformed');
  const path = join(root, name === '/' ? 'index.html' : name);
  const inside = relative(root, path);
  if (inside === '' || inside === '..' || inside.startsWith('../')
    || inside.startsWith('..\\') || isAbsolute(inside)) {
      return refuse('outside');
    }
  return ok(path);
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
