import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { checkPackages } from './check.ts';
import { licencePage } from './licences.ts';
import { readOwnLock } from './lockfile.ts';
import { makeSbom } from './sbom.ts';
import { listShipped } from './shipped.ts';

/**
 * `npm run sbom [-- OUT]`: checks the packages, writes the bill of materials and
 * docs/licences.md.
 */
const root = resolve(import.meta.dirname, '..', '..');
const manifest = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const packages = readOwnLock();
const problems = checkPackages(packages);
for (const problem of problems) process.stderr.write(`${problem}\n`);
const shipped = listShipped(join(root, 'out'));
const target = resolve(process.argv[2] ?? join(root, 'out', 'sbom.cdx.json'));
writeFileSync(target, `${JSON.stringify(makeSbom(packages, shipped, manifest), null, 2)}\n`);
writeFileSync(join(root, 'docs', 'licences.md'), licencePage(packages, shipped));
process.stdout.write(`${target}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
