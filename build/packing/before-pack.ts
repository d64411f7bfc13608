import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readOwnLock } from '../supply/lockfile.ts';
import { makeNotices } from '../supply/notices.ts';
import { listShipped } from '../supply/shipped.ts';
import { pressPages } from './press-pages.ts';

const root = resolve(import.meta.dirname, '..', '..');

/**
 * Called by electron-builder before it gathers files: what is packed but not built as it
 * is packed.
 * @throws Error when there is no build to pack
 */
export function beforePack(): void {
  const out = join(root, 'out');
  pressPages(join(out, 'renderer'), join(out, 'packed', 'renderer'));
  writeFileSync(
    join(out, 'packed', 'THIRD-PARTY-NOTICES.txt'),
    makeNotices(readOwnLock(), listShipped(out), root),
  );
}
