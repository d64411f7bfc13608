import { z } from 'zod';
import { checkFile } from '../../db/check.ts';
import { openProject } from '../../db/open.ts';
import type { ProjectStore } from '../../db/store.ts';
import { explainFile } from '../../electron/cli/problems.ts';
import type { FileProblem } from '../../shared/backend.ts';
import { answerProbe, type Finding } from './answering.ts';

const questionSchema = z.object({ act: z.enum(['check', 'open']), path: z.string() });

const refused = (problem: FileProblem): Finding => {
  const text = explainFile(problem);
  return {
    outcome: problem.code,
    text,
    faults: text.length > problem.path.length + 20 ? [] : ['no explanation'],
  };
};

/** Reads everything a person can reach in an open project. */
function readAll(store: ProjectStore): void {
  store.document();
  store.history();
  for (const { id } of store.journal(200)) store.journalEntry(id);
  for (const { id } of store.snapshots.list()) store.snapshots.read(id);
  for (const { id } of store.attachments.list()) store.attachments.read(id);
  for (let steps = 0; steps < 5 && store.history().undo !== null; steps++)
    if (!store.undo().ok) break;
}

answerProbe((question) => {
  const { act, path } = questionSchema.parse(question);
  if (act === 'check') {
    const checked = checkFile(path);
    return checked.ok ? { outcome: 'ok', text: '', faults: [] } : refused(checked.error);
  }
  const opened = openProject(path, {
    mode: 'write',
    backupPath: (from) => `${path}.v${from}`,
  });
  if (!opened.ok) return refused(opened.error);
  try {
    readAll(opened.value);
    return { outcome: 'ok', text: '', faults: [] };
  } finally {
    opened.value.close();
  }
});
