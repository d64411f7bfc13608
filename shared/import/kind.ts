import { isPerfCsv } from './benchmark/perf.ts';
import { isTable } from './benchmark/table.ts';
import { isAiconfigurator, isMlperfSummary } from './benchmark/tables.ts';
import { trtllmConsole } from './benchmark/trtllm.ts';
import { consoleResult } from './benchmark/vllm.ts';
import { isInventory } from './device/inventory.ts';
import { columnKind } from './load/columns.ts';
import { separatorOf, splitCells } from './load/cells.ts';
import { isEpw } from './weather/epw.ts';
import { isPsm, isPvgis, isTmy3 } from './weather/tables.ts';

/** Kinds of files from elsewhere, by the word the command line has for each. */
export type FileKind = 'model' | 'benchmark' | 'load' | 'weather' | 'device' | 'rack' | 'tariff';

/** Keys that only files of one kind have, the most telling first. */
const signatures: readonly (readonly [FileKind, RegExp])[] = [
  ['tariff', /"(energyratestructure|demandratestructure|flatdemandstructure)"\s*:/u],
  ['weather', /"tmy_hourly"\s*:/u],
  ['benchmark', /"(output_throughput|output_token_throughput|output_tput_per_gpu|tput_per_gpu|system_output_throughput_tok_s|inter_token_latency_ms|elapsed_time|(?:mean|median)_(?:ttft|tpot)_ms)"\s*:/u],
  ['model', /"(model_type|architectures|num_hidden_layers|text_config|n_layer)"\s*:/u],
];

const ofJson = (head: string): FileKind | null =>
  signatures.find(([, pattern]) => pattern.test(head))?.[0]
    ?? (/"(time|timestamp|created|created_at|start_time|resultType|arrival_time|ts|date)"\s*:/u.test(head)
      ? 'load' : null);

/** A table by the names of its columns. */
function ofTable(first: string): FileKind | null {
  const separator = separatorOf(first);
  if (separator === null) return null;
  const names = splitCells(first, separator);
  if (isAiconfigurator(names) || isTable(names))
    return 'benchmark';
  const kinds = names.map((name) => columnKind(name).kind);
  const hasTime = kinds.some((kind) => ['time', 'date', 'offset', 'year', 'month', 'hour', 'day',
    'end'].includes(kind));
  if (hasTime && kinds.includes('amount')) return 'load';
  return names.length === 2 && names.every((name) => /\d/u.test(name)) ? 'load' : null;
}

/**
 * What a file is, by its content alone: names and endings are not asked.
 * @param head the first part of the file as text, some hundred kilobytes
 * @returns null where nothing tells
 * @example recogniseKind('manufacturer: Acme\nmodel: X\nslug: x') // 'device'
 */
export function recogniseKind(head: string): FileKind | null {
  const text = head.replace(/^\uFEFF/u, '');
  if (trtllmConsole(text) !== null) return 'benchmark';
  if (/^\s*[[{]/u.test(text)) return ofJson(text);
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const [first = '', second = ''] = lines;
  if (isEpw(first) || isPsm(first) || isPvgis(first) || isTmy3(second)) return 'weather';
  if (isMlperfSummary(text) || isPerfCsv(text) || consoleResult(text) !== null) return 'benchmark';
  if (/^\s*manufacturer:\s/mu.test(text) && /^\s*model:\s/mu.test(text))
    return /^form_factor:\s/mu.test(text) ? 'rack' : 'device';
  if (isInventory(text)) return 'device';
  return ofTable(lines.find((line) => !/^(#|\/\/|sep=)/iu.test(line)) ?? '');
}
