import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProject } from '../../db/create.ts';
import { openProject } from '../../db/open.ts';
import { findTemplate } from '../../shared/project/templates.ts';
import { time, type Timing } from './report.ts';

/** Opening a project file for writing, lock and integrity check included. */
export async function timeFile(): Promise<readonly Timing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-bench-'));
  try {
    const path = join(folder, 'bench.aifp');
    const records = findTemplate('gb300-100mw')?.records ?? [];
    const made = createProject(path,
      { records, projectId: 'bench', appVersion: 'bench', nowMs: 0 });
    if (!made.ok) throw new Error(made.error.code);
    return [await time('opening a project file', 40, () => {
      const opened = openProject(path, { mode: 'write', backupPath: () => `${path}.bak` });
      if (!opened.ok) throw new Error(opened.error.code);
      opened.value.close();
    })];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
