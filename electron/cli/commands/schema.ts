import { z } from 'zod';
import { planJsonSchema } from '../../../shared/plan/figures/json-schema.ts';
import { recordSchema } from '../../../shared/project/validate.ts';
import type { Args, ArgSpec } from '../args.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';

export const schemaSpec: ArgSpec = { positional: ['plan|project'], required: 1,
  flags: ['json'], options: [] };

const schemas = { plan: planJsonSchema, project: z.array(recordSchema) } as const;

/** `schema`: the JSON Schema of an exported plan, or of the records of a project. */
export function runSchema(args: Args, output: Output): ExitCode {
  const name = args.positional[0] ?? '';
  const schema = name === 'plan' || name === 'project' ? schemas[name] : undefined;
  if (schema === undefined) {
    output.err(`there is no schema "${name}"; known: plan, project`);
    return exitCodes.usage;
  }
  output.out(JSON.stringify(z.toJSONSchema(schema), null, 2));
  return exitCodes.done;
}
