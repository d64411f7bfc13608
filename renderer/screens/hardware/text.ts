import type { Refusal } from '../../../shared/inference/types.ts';

/** Words of the Hardware screen. */
export const hardwareText = {
  noRacks: 'No rack group is picked, or the plan cannot be made: see the limits.',
  hint:
    'Full marks are measured, diamonds interpolated, rings modelled. ' +
    'Faint marks miss the first token. Click a mark, or drag the chosen point, to hold the racks to it.',
  refused: ({ what, nearestFix }: Refusal) => `${what}. ${nearestFix}`,
  batchHint:
    'Cost per accelerator-hour is the plan’s mean over all racks; it and the use of capacity are held as ' +
    'they are, so what changes along the curve is the throughput alone. The group bears the hours of its racks.',
  noCost: (reason: string) => `No cost: ${reason}.`,
  held: 'Hold to a serving point',
  released: 'Let the frontier choose the serving point',
  release: 'Let the frontier choose again',
  slider: 'Serving point along the frontier',
  beside: 'beside the frontier',
  towardsThroughput: 'More per accelerator',
  towardsSpeed: 'Faster per user',
  compare: 'Compare with',
  comparing: 'Computing other systems …',
  compareFailed: (detail: string) => `Other systems could not be computed: ${detail}`,
  rivalRefused: (name: string, { what, nearestFix }: Refusal) =>
    `${name}: ${what}. ${nearestFix}`,
  rivalName: (name: string, precision: string, framework: string) =>
    `${name} (${precision.toUpperCase()}, ${framework})`,
  point: 'Serving point',
  configuration: 'Configuration',
  framework: 'Framework',
  instance: 'Accelerators of one instance',
  speed: 'Speed per user',
  output: 'Output per accelerator',
  total: 'Input and output per accelerator',
  tpot: 'Time per output token',
  ttft: 'Time to first token',
  ttftRange: (low: string, high: string) => `${low} to ${high}`,
  prefill: 'Time spent on prompts',
  origin: 'Origin',
  nearest: 'Nearest measurement',
  none: 'none of this model and system',
};

/** Words of the comparison by cost. */
export const crossoverText = {
  title: 'Cheapest system for this traffic',
  by: 'Compare by',
  bySpeed: 'Speed per user',
  byFirstToken: 'First token',
  hourly: 'Cost of an accelerator-hour',
  choices: { hyperscaler: 'Hyperscaler', neocloud: 'Neocloud', rental: '3-year rental',
    plan: 'This plan' },
  axis: {
    speed: { title: 'Cost by speed per user', name: 'Speed each user sees' },
    'first-token': { title: 'Cost by wait for the first token', name: 'First token within' },
  },
  basis:
    'Cost of a million output tokens at the full load of each system: its all-in hourly cost per accelerator '
      +
    '(SemiAnalysis InferenceX tiers of the catalogue) over the tokens of an hour. Input tokens are not counted, '
      +
    'and this plan’s own costs play no part.',
  ownWorking: 'Computing the plan with each system',
  ownBasis:
    'Cost of a million output tokens at the full load of each system: what an accelerator-hour costs in this plan, '
      +
    'with every rack of that system, over the tokens of an hour. Input tokens are not counted.',
  left: (name: string, reason: string) => `Left out: ${name}, ${reason}`,
} as const;

interface Answer {
  readonly accelerators: string;
  readonly replicas: string;
  readonly configuration: string;
  readonly each: string;
  readonly peak: string;
  readonly installed: string;
}

/** Words of what the demand needs. */
export const demandText = {
  title: 'Accelerators this demand needs',
  answer: (a: Answer) =>
    `At least ${a.accelerators} accelerators: ${a.replicas} replicas of ${a.each}, ${a.configuration}. `
      +
    `They serve ${a.peak} of output in the busiest hour within the service level; ${a.installed} are installed.`,
  caption: 'As demand falls, each way of serving sized for the whole demand',
  columns: [
    'Serving',
    'Demand',
    'Accelerators awake',
    'Speed per user, tok/s',
    'IT power, kW',
    'Cost of awake hours, $/M tokens',
    'Cost of all hours, $/M tokens',
  ],
  ways: {
    'agg-fixed': 'Aggregated, all awake',
    'agg-scaled': 'Aggregated, replicas sleep',
    'disagg-scaled': 'Disaggregated, workers sleep',
    'disagg-fixed': 'Disaggregated, all awake',
  },
  note:
    'Costs per million output tokens at the cost of an accelerator-hour chosen above. Arrivals are taken as steady within the '
      +
    'hour: random arrivals need headroom, which public measurements do not settle. Failures and spares come on top.',
} as const;

/** Words of models and measurements of the user's own. */
export const ownText = {
  title: 'Own models and measurements',
  help: (system: string, model: string) =>
    'A model is read from the config.json of its repository, measurements from the results of vLLM, SGLang, AIPerf, '
      +
    'GenAI-Perf, InferenceX, guidellm, trtllm-bench or a CSV table. What a file holds is shown before anything '
      +
    `of it is kept; where it does not name its server, ${system} with ${model} as this rack group runs it is proposed.`,
  chooseModel: 'Read a config.json …',
  chooseBenchmark: 'Read a benchmark …',
} as const;
