import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { importBenchmarks, type ImportedBenchmarks } from '../../../shared/import/benchmark/benchmark.ts';
import { nothingSaid, type ImportContext } from '../../../shared/import/benchmark/context.ts';
import type { Settled } from '../../../shared/import/benchmark/settle.ts';
import { textOf } from '../../../shared/import/bytes/decode.ts';
import { noteText, type ImportReport } from '../../../shared/import/report.ts';
import { splitPoints } from '../../../shared/plan/entries/own-entries.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import { sha256Of } from '../file-hash.ts';
import type { ImportAnswer, ImportFile, ImportKind, NewRecord } from '../import-kind.ts';
import type { Stop } from '../load.ts';
import { exitCodes } from '../output.ts';
import { notUnderstood, reportJson, reportLines } from '../report-lines.ts';

const words = ['model', 'system', 'precision', 'framework', 'version'] as const;
const numbers = ['tp', 'attention-dp', 'ep'] as const;

/** A system stands for its accelerator. */
const gpuOf = (word: string | undefined): string | null => {
  if (word === undefined) return null;
  return Object.hasOwn(builtInCatalog.systems, word)
    ? builtInCatalog.systems[word]?.acceleratorId ?? word : word;
};

function contextOf(args: Args): Result<ImportContext, Stop> {
  const widths: Record<string, number | null> = {};
  for (const name of numbers) {
    const word = optionOf(args, name);
    const value = word === undefined ? null : Number(word);
    if (value !== null && !(Number.isInteger(value) && value >= 1))
      return refuse({ exit: exitCodes.usage,
        text: `--${name}: expected a whole number from 1, got "${word ?? ''}"` });
    widths[name] = value;
  }
  const said = (name: string): string | null => optionOf(args, name) ?? null;
  return ok({ ...nothingSaid, insists: true, gpu: gpuOf(optionOf(args, 'system')),
    model: said('model'), precision: said('precision'), framework: said('framework'),
    frameworkVersion: said('version'), tp: widths['tp'] ?? null,
    attentionDp: widths['attention-dp'] ?? null, ep: widths['ep'] ?? null,
    speculative: args.flags.has('speculative') ? true : null });
}

/** A run as data: what the file says, what is computed of it, what is missing. */
function rowJson(line: number, run: Settled) {
  const { reading, named, users, successShare, point, unusable, missing, notes } = run;
  return { line, source: reading.format, ...reading, format: undefined,
    model: named.modelId, modelName: reading.models[0] ?? null, system: named.acceleratorId,
    systemName: reading.system, precision: named.precision, concurrency: users,
    concurrencyAsked: reading.concurrency, successShare,
    outputTokPerSecPerAccelerator: point?.outputTokPerSecPerAccelerator ?? reading.outputPerAccelerator,
    isPoint: point !== null, why: unusable, missing, notes: notes.map(noteText) };
}

const onlyOne = (values: readonly (string | null)[]): string | null => {
  const known = [...new Set(values)];
  return known.length === 1 ? known[0] ?? null : null;
};

function jsonOf({ points, refused, runs }: ImportedBenchmarks, report: ImportReport, source: object) {
  const sound = runs.filter(({ run }) => run.refusal === null);
  const soundLines = new Set(sound.filter(({ run }) => run.unusable !== null).map(({ line }) => line));
  const table = runs.length === 0 ? points.map((point) => ({ ...point, model: point.modelId,
    system: point.acceleratorId, isPoint: true })) : [];
  return {
    model: onlyOne([...sound.map(({ run }) => run.named.modelId), ...table.map(({ model }) => model)]),
    system: onlyOne([...sound.map(({ run }) => run.named.acceleratorId), ...table.map(({ system }) =>
      system)]),
    rows: [...sound.map(({ line, run }) => rowJson(line, run)), ...table],
    refused: refused.filter(({ line }) => !soundLines.has(line)),
    ...reportJson(report), source,
  };
}

/** The points as records, several where their text is long. */
const recordsOf = (points: ImportedBenchmarks['points'], name: string,
  origin: string): readonly NewRecord[] =>
  splitPoints(points).map((rows, i, all) => ({ kind: 'benchmark', key: 'benchmark', values: {
    name: (all.length > 1 ? `${name}, part ${i + 1}` : name).slice(0, 120), origin: origin.slice(0,
      400), rows } }));

function run(file: ImportFile, args: Args): ImportAnswer {
  const context = contextOf(args);
  if (!context.ok) return context;
  const bytes = file.bytes();
  if (!bytes.ok) return bytes;
  const read = importBenchmarks(textOf(bytes.value), context.value, builtInCatalog);
  if (!read.ok) return refuse(notUnderstood(read.error));
  const { value, report } = read.value;
  const isUnderstood = value.points.length > 0 || value.runs.some(({ run: each }) => each.refusal === null);
  if (!isUnderstood) return refuse(notUnderstood(value.refused.map(({ line, reason }) =>
    ({ code: 'refused', line, reason }))));
  const sha256 = sha256Of(bytes.value);
  const name = optionOf(args, 'name') ?? file.name;
  return ok({
    json: jsonOf(value, report, { file: file.name, sha256 }), lines: reportLines(report),
    records: () => (value.points.length === 0
      ? refuse(`no run of the file is a measured point: ${value.refused[0]?.reason ?? ''}`)
      : ok(recordsOf(value.points, name, `${file.name} (SHA-256 ${sha256})`))),
  });
}

/** Results of a load generator, or a table of measurements. */
export const importBenchmark: ImportKind = {
  kind: 'benchmark', summary: 'results of a load generator, or a table of measurements',
  flags: ['speculative'], options: [...words, ...numbers], run,
};
