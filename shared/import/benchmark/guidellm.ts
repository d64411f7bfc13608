import type { JsonNode } from '../../inference/import/json-node.ts';
import { at, isNode, numberAt, textAt } from '../../inference/import/json-node.ts';
import { blank, firstOf, namesOf, rounded, type Reading } from './reading.ts';

/** Whether a parsed file looks like a report of GuideLLM. */
export const isGuideReport = (node: JsonNode): boolean => Array.isArray(node['benchmarks'])
  && node['benchmarks'].some((each) => isNode(each) && isNode(each['metrics']));

/** Mean of a metric over the requests that succeeded. */
const meanOf = (run: JsonNode, name: string): number | null =>
  firstOf(numberAt(run, 'metrics', name, 'successful', 'mean'),
    numberAt(run, 'metrics', name, 'mean'));

/** The load asked for: users at a time, or requests per second. */
function strategyOf(run: JsonNode): Pick<Reading, 'concurrency' | 'requestRate'> {
  const strategy = [['args', 'strategy'], ['config', 'strategy'], ['scheduler', 'strategy']]
    .map((path) => at(run, ...path)).find(isNode);
  const kind = textAt(strategy, 'type_') || textAt(strategy, 'type');
  if (kind === 'synchronous') return { concurrency: 1, requestRate: null };
  if (kind === 'concurrent')
    return { concurrency: firstOf(numberAt(strategy, 'streams')), requestRate: null };
  return { concurrency: firstOf(numberAt(strategy, 'max_concurrency')),
    requestRate: firstOf(numberAt(strategy, 'rate'), numberAt(strategy, 'initial_rate')) };
}

function runReading(run: JsonNode, report: JsonNode): Reading {
  const total = (key: string): number | null => {
    const places = [['metrics', 'request_totals', key], ['run_stats', 'requests_made', key],
      ['request_totals', key]];
    return places.map((path) => numberAt(run, ...path)).find((count) => count !== null) ?? null;
  };
  return {
    ...blank, ...strategyOf(run), format: 'GuideLLM',
    models: namesOf(textAt(run, 'worker', 'backend_model'), textAt(run, 'backend', 'model'),
      textAt(report, 'args', 'model'), textAt(report, 'metadata', 'model'),
      textAt(run, 'config', 'model'), textAt(run, 'config', 'backend', 'model'),
      textAt(report, 'args', 'backend', 'model')),
    isl: rounded(meanOf(run, 'prompt_token_count')), osl: rounded(meanOf(run, 'output_token_count')),
    inFlight: meanOf(run, 'request_concurrency'), requests: total('total'),
    completed: total('successful'), failed: total('errored'),
    requestsPerSec: meanOf(run, 'requests_per_second'),
    ttftMs: meanOf(run, 'time_to_first_token_ms'),
    tpotMs: meanOf(run, 'inter_token_latency_ms') ?? meanOf(run, 'time_per_output_token_ms'),
    e2eMs: secondsToMs(meanOf(run, 'request_latency')),
    outputTokPerSec: meanOf(run, 'output_tokens_per_second'),
    totalTokPerSec: meanOf(run, 'tokens_per_second'),
  };
}

const secondsToMs = (value: number | null): number | null => (value === null ? null : value * 1e3);

/** Every run of a report of GuideLLM. */
export const readGuideReport = (report: JsonNode): readonly Reading[] =>
  (Array.isArray(report['benchmarks']) ? report['benchmarks'] : [])
    .filter(isNode).map((run) => runReading(run, report));
