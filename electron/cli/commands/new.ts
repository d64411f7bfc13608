import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { createProject, type NewProject } from '../../../db/create.ts';
import { toFileProblem } from '../../../db/problem.ts';
import type { FileProblem } from '../../../shared/backend.ts';
import { nearestWord } from '../../../shared/project/path.ts';
import { latestDefaults } from '../../../shared/project/defaults-history.ts';
import { findTemplate, templates } from '../../../shared/project/templates.ts';
import { refuse, type Result } from '../../../shared/units/result.ts';
import { whyBadName } from '../../backend/paths.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainFile } from '../problems.ts';
import { appVersion } from '../version.ts';

export const newSpec: ArgSpec = { positional: ['file'], required: 1, flags: ['json'],
  options: ['template'] };

/**
 * `new`: a project file from a template. Folders on the way are made; an existing file is
 * never replaced.
 */
export function runNew(args: Args, output: Output): ExitCode {
  const id = optionOf(args, 'template');
  const template = id === undefined ? undefined : findTemplate(id);
  const known = templates.map((t) => t.id);
  if (template === undefined) {
    const near = id === undefined ? null : nearestWord(id, known);
    output.err(id === undefined ? `--template is needed; one of: ${known.join(', ')}`
      : `there is no template "${id}"${near === null ? '' : `; did you mean ${near}?`} (known: ${known.join(', ')})`);
    return exitCodes.usage;
  }
  const path = resolve(args.positional[0] ?? '');
  const made = makeFile(path,
    { records: template.records, projectId: randomUUID(), appVersion, nowMs: Date.now() });
  if (!made.ok) {
    output.err(explainFile(made.error));
    return exitCodes.badFile;
  }
  output.out(args.flags.has('json')
    ? JSON.stringify({ path, template: template.id, defaultsVersion: latestDefaults })
    : path);
  return exitCodes.done;
}

/** Nothing is made, not even a folder, under a name that could not be handed on. */
function makeFile(path: string, project: NewProject): Result<null, FileProblem> {
  const why = whyBadName(basename(path));
  if (why !== null) return refuse({ code: 'bad-name', path, why });
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
  return createProject(path, project);
}
