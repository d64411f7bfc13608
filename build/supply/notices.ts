import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockedPackage } from './lockfile.ts';

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * Texts of a package's own licence files; packages without one are covered by the licence
 * they state.
 */
function textsOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').trim());
}

/** Licences of data that the application carries in its own files. */
const dataLicences = ['shared/uncertainty/sampling/LICENSE.direction-numbers.txt'];

/**
 * The notices that licences ask us to pass on: each package the application carries, with
 * its licence's text, and data in its own files.
 * @param root the checkout, with its packages installed
 */
export function makeNotices(
  packages: readonly LockedPackage[],
  shipped: readonly string[],
  root: string,
): string {
  const carried = packages.filter(({ path }) => shipped.includes(path));
  const parts = carried.map(({ path, name, version, license }) => {
    const texts = textsOf(join(root, path));
    return [
      `${name} ${version}`,
      `Licence: ${license ?? 'none stated'}`,
      '',
      ...(texts.length === 0 ? ['(The package brings no licence text.)'] : texts),
    ].join('\n');
  });
  const data = dataLicences.map((path) => readFileSync(join(root, path), 'utf8').trim());
  return `AI Factory Planner contains the following software.\n\n${[...parts, ...data].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}
