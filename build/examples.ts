import { mkdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { templates } from '../shared/project/templates.ts';

/**
 * `npm run examples`: makes the project files in examples/ anew, with the command line a
 * person would use.
 */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'examples');

mkdirSync(folder, { recursive: true });
for (const { id } of templates) {
  const file = join(folder, `${id}.aifp`);
  rmSync(file, { force: true });
  const { status } = spawnSync(process.execPath,
    [join(root, 'build', 'aifp.mjs'), 'new', file, '--template', id],
    { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`making ${id} ended with ${status}`);
}
