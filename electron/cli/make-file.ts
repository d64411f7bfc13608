import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createProject } from '../../db/create.ts';
import { toFileProblem } from '../../db/problem.ts';
import type { FileProblem } from '../../shared/backend.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { whyBadName } from '../backend/paths.ts';
import { appVersion } from './version.ts';

/**
 * A project file of records. Folders on the way are made; an existing file is never
 * replaced, and nothing is made, not even a folder, under a name that could not be handed
 * on.
 */
export function makeFile(
  path: string, records: readonly ProjectRecord[],
): Result<null, FileProblem> {
  const why = whyBadName(basename(path));
  if (why !== null) return refuse({ code: 'bad-name', path, why });
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
  return createProject(path,
    { records, projectId: randomUUID(), appVersion, nowMs: Date.now() });
}
