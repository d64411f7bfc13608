import type { Row } from '../../inference/point-row.ts';
import { blank, namesOf, type Reading } from './reading.ts';

/** A cell as a number; null when empty or no number. */
const numberIn = (row: Row, ...columns: readonly string[]): number | null => {
  const text = columns.map((column) => row[column]?.trim() ?? '').find((cell) => cell !== '');
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

const textIn = (row: Row, column: string): string | null => row[column]?.trim() || null;

/** Whether a table is that of aiconfigurator, which computes what it states. */
export const isAiconfigurator = (columns: readonly string[]): boolean =>
  columns.includes('tokens/s/gpu') && columns.includes('tokens/s/user');

/** A line of aiconfigurator: a prediction of another program. */
export function readAiconfigurator(row: Row): Reading {
  const apart = numberIn(row, '(p)tp') !== null;
  const tp = numberIn(row, 'tp', '(d)tp');
  const total = numberIn(row, 'num_total_gpus');
  const dp = numberIn(row, 'dp', '(d)dp');
  return {
    ...blank, kind: 'prediction', format: 'aiconfigurator', mode: apart ? 'disagg' : 'agg',
    models: namesOf(row['model'] ?? ''), system: textIn(row, 'system') ?? textIn(row, '(d)system'),
    framework: textIn(row, 'backend') ?? textIn(row, '(d)backend'),
    frameworkVersion: textIn(row, 'version') ?? textIn(row, '(d)version'),
    precision: textIn(row, 'gemm') ?? textIn(row, '(d)gemm'), tp,
    pp: numberIn(row, 'pp', '(d)pp'), dpAttention: (dp ?? 1) > 1,
    ep: numberIn(row, 'moe_ep', '(d)moe_ep'), accelerators: total,
    isl: numberIn(row, 'isl'), osl: numberIn(row, 'osl'),
    concurrency: numberIn(row, 'concurrency'), requestsPerSec: numberIn(row, 'request_rate'),
    ttftMs: numberIn(row, 'ttft'), tpotMs: numberIn(row, 'tpot'),
    e2eMs: numberIn(row, 'request_latency'), outputPerAccelerator: numberIn(row, 'tokens/s/gpu'),
    outputTokPerSec: perAll(numberIn(row, 'tokens/s/gpu'), total),
  };
}

const perAll = (each: number | null, count: number | null): number | null =>
  (each === null || count === null ? null : each * count);

/** Whether a text looks like the summary of MLPerf's load generator. */
export const isMlperfSummary = (text: string): boolean => /^MLPerf Results Summary/mu.test(text);

/** The summary of MLPerf's load generator: a throughput of output tokens of a whole system. */
export function readMlperfSummary(text: string): Reading {
  const value = (pattern: RegExp): string | null => {
    const line = text.split(/\r?\n/u).find((each) => pattern.test(each));
    return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim();
  };
  const number = (pattern: RegExp): number | null => {
    const found = value(pattern);
    return found === null || found === '' || !Number.isFinite(Number(found)) ? null : Number(found);
  };
  const verdict = value(/^Result is\s*:/u);
  const isServer = value(/^Scenario\s*:/u) !== 'Offline';
  const ns = (pattern: RegExp): number | null => {
    const found = number(pattern);
    return found === null ? null : found * 1e-6;
  };
  return {
    ...blank, kind: isServer ? 'measurement' : 'offline',
    format: `MLPerf summary ${value(/^Scenario\s*:/u) ?? ''}`.trim(),
    requestsPerSec: number(/^(Completed samples|Samples) per second\s*:/u),
    outputTokPerSec: number(/^(Completed tokens|Tokens) per second\s*:/u),
    ttftMs: ns(/^Mean First Token latency \(ns\)\s*:/u),
    tpotMs: ns(/^Mean Time per Output Token \(ns\)\s*:/u),
    invalid: verdict === null ? 'no verdict' : verdict === 'VALID' ? null : verdict,
  };
}
