import { writeSync } from 'node:fs';
import { openProject } from '../../db/open.ts';

/**
 * Commits one command after another until it is killed. A number is written to standard
 * output only after the command that stores it has been acknowledged; a synchronous
 * write, so that none is lost in a buffer.
 */
const [path = '', first = '1'] = process.argv.slice(2);
const opened = openProject(path, { mode: 'write', backupPath: () => `${path}.bak` });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
for (let count = Number(first); ; count++) {
  const before = store.document()['base:finance:finance'] ?? null;
  if (before === null) throw new Error('no finance record');
  const after =
    { ...before,
      body: { values: { tenorMonths: count % 360 + 1, discountRate: count / 1_000_000 } } };
  const committed =
    store.commit({ label: String(count), changes: [{ id: before.id, before, after }] },
      count * 1000);
  if (!committed.ok) throw new Error(committed.error.code);
  writeSync(1, `${count}\n`);
}
