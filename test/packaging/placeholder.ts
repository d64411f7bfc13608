import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bytes by which Electron's fuses are found in its executable: this text, a version, a
 * count, then one byte per fuse.
 */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/**
 * A folder shaped like an unpacked Electron for Linux, with the fuses as they come from
 * the factory. Packing needs nothing else of it, so the packaging check needs no
 * download.
 */
export function writePlaceholderElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, fuseCount]),
    Buffer.from('1'.repeat(fuseCount))]);
  writeFileSync(join(folder, 'electron'),
    Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 });
  writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', join('locales', 'en-US.pak')])
    writeFileSync(join(folder, name), '');
}

/**
 * The state of each fuse in an executable, in the order of Electron's fuse list.
 * @throws Error when the executable carries no fuses
 */
export function readFuses(executable: Buffer): readonly boolean[] {
  const at = executable.indexOf(fuseSentinel);
  if (at < 0) throw new Error('no fuse sentinel in the executable');
  const start = at + fuseSentinel.length + 2;
  const count = executable[start - 1] ?? 0;
  return [...executable.subarray(start, start + count)].map(
    (state) => state === '1'.charCodeAt(0),
  );
}
