import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a release hands out: installers, packages, the feed that updates read, and the
 * bill of materials.
 */
const handedOut = /\.(?:exe|dmg|zip|AppImage|deb|tar\.gz|blockmap|yml|cdx\.json)$/;
const builderNotes = /^builder-/;

/**
 * The lines of SHA256SUMS for the files of a folder that are handed out, by name, as
 * `sha256sum --check` reads them.
 * @throws Error when there is nothing to hand out
 */
export function listChecksums(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && handedOut.test(entry.name)
      && !builderNotes.test(entry.name))
    .map(({ name }) => name)
    .toSorted();
  if (names.length === 0) throw new Error(`${folder} holds nothing to hand out`);
  return names
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
}

if (import.meta.main) {
  const [folder = 'release', file = 'SHA256SUMS'] = process.argv.slice(2);
  writeFileSync(join(folder, file), listChecksums(folder));
}
