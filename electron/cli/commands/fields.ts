import { printCondition } from '../../../shared/project/condition.ts';
import { listFieldPaths, type FieldPath } from '../../../shared/project/path.ts';
import type { ArgSpec, Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';

export const fieldsSpec: ArgSpec = { positional: [], required: 0, flags: ['json'],
  options: [] };

/** One field as `fields --json` prints it. */
export function describeField({ path, field }: FieldPath) {
  const isNumber = field.type === 'number';
  return {
    path, label: field.label, type: field.type,
    unit: isNumber ? field.unit : null,
    min: isNumber ? field.min : null,
    max: isNumber ? field.max : null,
    ...(field.type === 'choice' ? { choices: field.choices.map((c) => c.value) } : {}),
    ...(field.type === 'reference' ? { refersTo: field.of } : {}),
    default: field.default, source: field.source, evidence: field.evidence, help: field.help,
    ...(field.activeWhen === undefined ? {} : { activeWhen: printCondition(field.activeWhen) }),
  };
}

/** `fields`: every input a plan depends on. */
export function runFields(args: Args, output: Output): ExitCode {
  const fields = listFieldPaths().map(describeField);
  if (args.flags.has('json')) output.out(JSON.stringify(fields, null, 2));
  else {
    output.out(table([
      ['PATH', 'UNIT', 'RANGE', 'DEFAULT', 'EVIDENCE', 'LABEL'],
      ...fields.map((f) => [f.path, f.unit ?? f.type,
        f.min === null ? (f.choices?.join('|') ?? '') : `${f.min}..${String(f.max)}`,
        String(f.default ?? '(computed)'), f.evidence, f.label]),
    ]));
  }
  return exitCodes.done;
}
