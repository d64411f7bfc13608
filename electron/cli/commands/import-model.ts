import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { ModelReport } from '../../../shared/inference/import/models/report.ts';
import { sourceOf } from '../../../shared/plan/entries/own-models.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';
import { contextOption, readModelFile } from '../model-file.ts';
import { exitCodes, table } from '../output.ts';

const billions = (value: number): string => `${value.toFixed(2)} B`;
const bytes = (value: number): string => `${Math.round(value).toLocaleString('en-US')} bytes`;
const tokens = (value: number): string => `${value.toLocaleString('en-US')} tokens`;

function promiseLine({ promise, totalB, activeB }: ModelReport): string {
  if (promise === null) return 'states no size';
  const said = [...(promise.totalB === null ? [] : [`${promise.totalB} B in total`]),
    ...(promise.activeB === null ? [] : [`${promise.activeB} B active`])].join(', ');
  return promise.agrees ? `${said}: agrees`
    : `${said}: DIFFERS from the ${totalB.toFixed(2)} B and ${activeB.toFixed(2)} B read`;
}

function layersLine({ layers, windowLayers, window, stateLayers }: ModelReport): string {
  return [`${layers}`,
    ...(windowLayers === 0 ? []
      : [`${windowLayers} with a window of ${tokens(window)}`]),
    ...(stateLayers === 0 ? [] : [`${stateLayers} without a growing cache`])].join(', ');
}

/** What was read, for a person. */
function linesOf(report: ModelReport): readonly string[] {
  const builtIn = report.builtIn === null ? null : builtInCatalog.models[report.builtIn];
  return [
    table([
      ['model', report.name], ['family', report.family === '' ? 'not stated' : report.family],
      ['parameters', billions(report.totalB)],
      ['active', `${billions(report.activeB)} (without the input embedding)`],
      ['its name', promiseLine(report)],
      ['KV per token', `${bytes(report.kvBytesPerToken)} in bf16, layers that grow with context`],
      ['at 8,192', `${bytes(report.kvBytesAt['8192'])} per token, windows included`],
      ['at 131,072', `${bytes(report.kvBytesAt['131072'])} per token, windows included`],
      ...(report.stateBytes === 0 ? []
        : [['state', `${bytes(report.stateBytes)} per sequence, whatever its length`]]),
      ['layers', layersLine(report)], ['context', tokens(report.context)],
      ['weights', report.precision],
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
