import { readOwnModel, trimConfig } from '../../../shared/plan/entries/own-entries.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';

function run(file: ImportFile, args: Args): ImportAnswer {
  const bytes = file.bytes();
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  const name = optionOf(args, 'name') ?? file.name.replace(/\.json$/, '');
  const model = readOwnModel(text, 'own', name);
  if (!model.ok)
    return refuse({ line: null, reason: `${model.error.code} ${model.error.key}`.trim() });
  const { paramsTotal, paramsActive } = model.value;
  const config = trimConfig(text);
  return ok({
    json: { name, totalB: paramsTotal / 1e9, activeB: paramsActive / 1e9 },
    lines: [`${name}: ${(paramsTotal / 1e9).toFixed(2)} B parameters`],
    records: () => (config === null ? refuse('the configuration is too long to keep')
      : ok([{ kind: 'customModel', key: 'own-model', values: { name, config } }])),
  });
}

/** A model from the `config.json` of its repository. */
export const importModel: ImportKind = {
  kind: 'model', summary: 'the config.json of a model on Hugging Face', run,
};
