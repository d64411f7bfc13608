import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ModelReport } from '../../../shared/inference/import/models/report.ts';
import { modelRows } from '../../../shared/inference/import/models/words.ts';
import { sourceOf } from '../../../shared/plan/entries/own-models.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';
import { contextOption, readModelFile } from '../model-file.ts';
import { exitCodes, table } from '../output.ts';

/** What was read, for a person. */
function linesOf(report: ModelReport): readonly string[] {
  const builtIn = report.builtIn === null ? null : builtInCatalog.models[report.builtIn];
  return [
    table([
      ...modelRows(report),
      ['built in', builtIn == null ? 'no entry of the same model'
        : `${builtIn.name} (${builtIn.id}) is the same model and has its measurements`],
    ]),
    ...report.notices.map((notice) => `note: ${notice}`),
    ...(report.notRead.length === 0 ? []
      : [`left out, as not known and of no effect on sizes: ${report.notRead.join(', ')}`]),
  ];
}

/** A key a record may have, from a name. */
const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')
  .replaceAll(/^-|-$/gu, '').slice(0, 40) || 'own';

function run(file: ImportFile, args: Args): ImportAnswer {
  const context = contextOption(args);
  if (!context.ok) return refuse({ exit: exitCodes.usage, text: context.error });
  const bytesOfFile = file.bytes();
  if (!bytesOfFile.ok) return bytesOfFile;
  const read = readModelFile(bytesOfFile.value, file.name, optionOf(args, 'name'),
    context.value);
  if (!read.ok) {
    const { line, reason, asksContext } = read.error;
    return refuse({ line, reason: asksContext ? `${reason}, or with --context` : reason });
  }
  const { report, config } = read.value;
  return ok({
    json: report, lines: linesOf(report),
    records: () => (config === null
      ? refuse('the configuration is longer than a record holds; nothing was written')
      : ok([{ kind: 'customModel', key: `own-${keyOf(report.name)}`,
        values: { name: report.name, config },
        notes: { config: { source: sourceOf(file.name, bytesOfFile.value) } } }])),
  });
}

/** A model from the `config.json` of its repository. */
export const importModel: ImportKind = {
  kind: 'model', summary: 'the config.json of a model on Hugging Face', options: ['context'],
  run,
};
