import { builtInCatalog } from '../../../../shared/catalog/catalog.ts';
import { importBenchmarks } from '../../../../shared/import/benchmark/benchmark.ts';
import { nothingSaid, type ImportContext } from '../../../../shared/import/benchmark/context.ts';

/** The server the field cases were measured on. */
export const h200: ImportContext = { gpu: 'h200_sxm', model: 'llama-3.1-70b', precision: 'fp8',
  framework: 'vllm', frameworkVersion: '', tp: 8, attentionDp: 1, ep: 1, speculative: false };

/** What was read of a result file, with nothing said of the server unless given. */
export function read(text: string, context: ImportContext = nothingSaid) {
  const imported = importBenchmarks(text, context, builtInCatalog);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { value, report } = imported.value;
  return { ...value, report, runs: value.runs.map(({ run }) => run),
    codes: report.notes.map(({ code }) => code), reasons: value.refused.map(({ reason }) => reason) };
}
