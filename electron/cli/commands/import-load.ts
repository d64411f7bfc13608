import { statSync } from 'node:fs';
import { createLoadReader } from '../../../shared/import/load/read-load.ts';
import type { LoadOptions, ReadLoad } from '../../../shared/import/load/types.ts';
import type { ImportReport } from '../../../shared/import/report.ts';
import { loadValues } from '../../../shared/plan/entries/load-curve.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args } from '../args.ts';
import { feedFile } from '../file-hash.ts';
import type { ImportAnswer, ImportFile, ImportKind } from '../import-kind.ts';
import type { Stop } from '../load.ts';
import { exitCodes } from '../output.ts';
import { notUnderstood, reportJson, reportLines } from '../report-lines.ts';

const choices = {
  dates: ['us', 'eu'], times: ['excel', 's', 'ms', 'us', 'ns', 'min', 'h'],
  decimal: ['comma', 'point'], hours: ['begin', 'end'], values: ['amount', 'rate', 'counter'],
} as const satisfies Record<string, readonly string[]>;

function optionsOf(args: Args): Result<LoadOptions, Stop> {
  const options: Record<string, string> = {};
  for (const [name, known] of Object.entries(choices)) {
    const word = optionOf(args, name);
    if (word === undefined) continue;
    if (!known.some((each) => each === word))
      return refuse({ exit: exitCodes.usage,
        text: `--${name}: "${word}" is not one of ${known.join(', ')}` });
    options[name] = word;
  }
  return ok(options);
}

/** Files below this are read before anybody looks for progress, bytes. */
const progressFrom = 64 * 1024 * 1024;

/** Shares of a long file already said, on the error stream, at most every ten per cent. */
function progress(path: string): (end: number) => void {
  let size = 0;
  try {
    ({ size } = statSync(path));
  } catch { /* The reader says what is wrong with the file. */ }
  let said = 0;
  return (end) => {
    const tenths = Math.floor((end / size) * 10);
    if (size < progressFrom || tenths <= said) return;
    said = tenths;
    process.stderr.write(`read ${tenths * 10} %\n`);
  };
}

/** Reads the file in pieces; an interrupt ends it, and nothing is kept. */
async function readPieces(path: string, options: LoadOptions) {
  const reader = createLoadReader(options);
  const tell = progress(path);
  let isCancelled = false;
  const cancel = (): void => { isCancelled = true; };
  process.once('SIGINT', cancel);
  try {
    const fed = await feedFile(path, (piece, end) => {
      reader.push(piece);
      tell(end);
      return !isCancelled && !reader.isFull();
    });
    if (!fed.ok) return fed;
    if (isCancelled) return refuse({ exit: exitCodes.failed, text: 'cancelled; nothing was kept' });
    return ok({ outcome: reader.end(), sha256: fed.value.sha256 });
  } finally {
    process.removeListener('SIGINT', cancel);
  }
}

function jsonOf(load: ReadLoad, report: ImportReport, file: string, sha256: string) {
  const { series, tokensTotal, tokensIn, tokensOut, requests, from, to, columns, rows } = load;
  return { steps: series.values.length,
    stepMinutes: series.stepSeconds === null ? null : series.stepSeconds / 60,
    unit: series.unit, tokensTotal, tokensIn, tokensOut, requests, rows, from, to,
    ...reportJson(report), columns, source: { file, sha256 } };
}

async function run(file: ImportFile, args: Args): Promise<ImportAnswer> {
  const options = optionsOf(args);
  if (!options.ok) return options;
  const read = await readPieces(file.path, options.value);
  if (!read.ok) return read;
  const { outcome, sha256 } = read.value;
  if (!outcome.ok) return refuse(notUnderstood(outcome.error));
  const { value, report } = outcome.value;
  return ok({
    json: jsonOf(value, report, file.name, sha256), lines: reportLines(report),
    records: (document, scenarioId) => {
      const inputs = resolveScenario(document, scenarioId);
      if (!inputs.ok) return refuse('the scenario cannot be read');
      const { traffic } = inputs.value;
      const wanted = optionOf(args, 'traffic') ?? traffic[0]?.key;
      const target = traffic.find(({ key }) => key === wanted);
      if (target === undefined)
        return refuse(`--traffic: there is no traffic class "${wanted ?? ''}"; known: ${traffic.map(({ key }) => key).join(', ')}`);
      const { isl, osl } = target.values;
      const values = loadValues(value, report, file.name,
        { traffic: target.key, isl, osl, zoneHours: Number(optionOf(args, 'zone-hours') ?? 0) }, sha256);
      return ok([{ kind: 'loadSeries', key: 'load', values: { ...values, name: optionOf(args, 'name')
        ?? values['name'] ?? '' } }]);
    },
  });
}

/** A load curve, a request log, a usage export or a trace. */
export const importLoad: ImportKind = {
  kind: 'load', summary: 'a load curve, request log, usage export or trace',
  options: [...Object.keys(choices), 'traffic', 'zone-hours'], run,
};
