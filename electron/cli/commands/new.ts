import { resolve } from 'node:path';
import { nearestWord } from '../../../shared/project/path.ts';
import { latestDefaults } from '../../../shared/project/defaults-history.ts';
import { findTemplate, templates } from '../../../shared/project/templates.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { makeFile } from '../make-file.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainFile } from '../problems.ts';

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
  const made = makeFile(path, template.records);
  if (!made.ok) {
    output.err(explainFile(made.error));
    return exitCodes.badFile;
  }
  output.out(args.flags.has('json')
    ? JSON.stringify({ path, template: template.id, defaultsVersion: latestDefaults })
    : path);
  return exitCodes.done;
}
