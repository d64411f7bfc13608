import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import { acceleratorIdOf, modelIdOf, precisionOf } from '../../inference/names.ts';
import type { Reading } from './reading.ts';
import type { ImportContext } from './context.ts';

/** Names of a reading as the catalogue has them; null where nobody names one. */
export interface Named {
  readonly modelId: string | null;
  readonly acceleratorId: string | null;
  readonly precision: string | null;
}

/** A precision a checkpoint's name carries. */
function precisionInName(names: readonly string[]): string | null {
  const found = names.map((name) =>
    /(nvfp4|mxfp4|fp4|fp8|int4|int8|awq|gptq|w4a16|w4a8|w8a8|bf16|fp16)(?![a-z0-9])/iu.exec(name)?.[1]);
  const word = found.find((each) => each !== undefined);
  if (word === undefined) return null;
  return /awq|gptq/iu.test(word) ? 'int4' : word;
}

/** The first of several names the catalogue knows; a name of other blocks ends the search. */
function modelOf(names: readonly string[], catalog: Catalog): string | null {
  for (const name of names) {
    const id = modelIdOf(name, catalog);
    if (id !== null) return id;
    if (/distill/iu.test(name)) return null;
  }
  return null;
}

/** What the file itself names. */
export const namedByFile = (reading: Reading, catalog: Catalog): Named => ({
  modelId: modelOf(reading.models, catalog),
  acceleratorId: reading.system === null ? null : acceleratorIdOf(reading.system, catalog),
  precision: reading.precision ?? precisionInName(reading.models),
});

/** A name of the form owner/model, as repositories have it: it means one model. */
const isRepository = (name: string): boolean => /^[\w.-]+\/[\w.-]+$/u.test(name);

const said = (what: string, file: string, person: string): string =>
  `the file is of ${what} ${file}, not ${person}`;

function modelContradiction(
  reading: Reading, { modelId }: Named, told: string, catalog: Catalog,
): string | null {
  const [name = ''] = reading.models;
  const toldId = modelIdOf(told, catalog) ?? told;
  if (modelId !== null)
    return modelId === toldId ? null : said('model', `${name} (${modelId})`, toldId);
  const isOwn = toldId.startsWith('own');
  return !isOwn && isRepository(name) ? said('model', name, toldId) : null;
}

function layoutContradiction(reading: Reading, context: ImportContext): string | null {
  if (reading.tp === null || context.tp === null) return null;
  const [file, told] = [reading.tp, context.tp * (context.attentionDp ?? 1)];
  return file === told || (reading.accelerators ?? file) === told ? null
    : `the file is of ${reading.accelerators ?? file} accelerators an instance (tp ${file}), not ${told}`;
}

/** Where file and person say different things, in words; null where they agree. */
export function contradiction(
  reading: Reading, named: Named, context: ImportContext, catalog: Catalog,
): string | null {
  const { gpu, model, precision } = context;
  const other = model === null ? null : modelContradiction(reading, named, model, catalog);
  if (other !== null) return other;
  const told = gpu === null ? null : acceleratorIdOf(gpu, catalog) ?? gpu;
  if (told !== null && reading.system !== null && named.acceleratorId !== told)
    return said('accelerator',
      `${reading.system}${named.acceleratorId === null ? '' : ` (${named.acceleratorId})`}`, told);
  const own = named.precision === null ? null : precisionOf(named.precision);
  if (precision !== null && own !== null && own !== precisionOf(precision))
    return said('precision', own, precision);
  return layoutContradiction(reading, context);
}

/** Where a line of a table and a person say different things, in words; null where they agree. */
export function rowContradiction(
  point: MeasuredPoint, { gpu, model, precision, insists }: ImportContext,
    catalog: Catalog,
): string | null {
  if (insists !== true) return null;
  const toldModel = model === null ? null : modelIdOf(model, catalog) ?? model;
  if (toldModel !== null && toldModel !== point.modelId)
    return said('model', point.modelId, toldModel);
  const toldGpu = gpu === null ? null : acceleratorIdOf(gpu, catalog) ?? gpu;
  if (toldGpu !== null && toldGpu !== point.acceleratorId)
    return said('accelerator', point.acceleratorId, toldGpu);
  return precision !== null && precisionOf(precision) !== point.precision
    ? said('precision', point.precision, precision) : null;
}
