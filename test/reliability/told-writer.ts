import { writeSync } from 'node:fs';
import { openProject } from '../../db/open.ts';

/**
 * Commits one command after another until it is killed, whatever becomes of the file.
 * After each acknowledged one it says which that was and in which file the project is: a
 * synchronous write, so that none is lost in a buffer.
 */
const [path = ''] = process.argv.slice(2);
const opened = openProject(path, { mode: 'write', backupPath: () => `${path}.bak` });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
for (let count = 1; ; count++) {
  const before = store.document()['base:finance:finance'] ?? null;
  if (before === null) throw new Error('no finance record');
  const after = { ...before, body: { values: { discountRate: count / 1_000_000 } } };
  const committed =
    store.commit({ label: String(count), changes: [{ id: before.id, before, after }] },
      count * 1000);
  if (!committed.ok) throw new Error(committed.error.code);
  writeSync(1, `${JSON.stringify({ count, path: store.path })}\n`);
}
