import { join, resolve } from 'node:path';
import { pressPages } from './press-pages.ts';

const root = resolve(import.meta.dirname, '..', '..');

/**
 * Called by electron-builder before it gathers files: what is packed but not built as it is packed.
 * @throws Error when there is no build to pack
 */
export function beforePack(): void {
  pressPages(join(root, 'out', 'renderer'), join(root, 'out', 'packed', 'renderer'));
}
