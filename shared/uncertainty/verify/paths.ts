import type { Arguments } from '../../economics/verify/arguments.ts';
import { rowAt, upTo } from '../numerics/at.ts';
import { transpose } from '../numerics/matrix.ts';
import {
  availabilityAt, createEvents, eventFigures, type Events,
} from '../processes/events.ts';
import { createPath } from '../processes/path.ts';
import {
  processMoments, processProblem, processQuantile, reversion, type Gbm, type JumpDiffusion,
  type Ou, type Process,
} from '../processes/process.ts';
import { percentileOfSorted } from '../statistics/percentile.ts';
import { meanAndSquares } from '../statistics/summary.ts';
import { projectToy, projectToyEstimate } from './project.ts';
import { distribution, drawing, perRun, word, type RiskFunction, type RiskFunctions } from './read.ts';

const gbm = (args: Arguments): Gbm => ({ type: 'gbm', s0: args.number('s0'),
  mu: args.number('mu'), sigma: args.number('sigma') });
const ou = (args: Arguments): Ou => ({ type: 'ou', x0: args.number('x0'),
  theta: args.number('theta'), kappa: args.number('kappa'), sigma: args.number('sigma') });
const jumps = (args: Arguments): JumpDiffusion => ({ ...gbm(args), type: 'jump_diffusion',
  jumpRate: args.number('jump_rate'), jumpMean: args.number('jump_mean'),
  jumpSd: args.number('jump_sd') });

function possible<T extends Process>(process: T): T {
  const problem = processProblem(process);
  if (problem !== null) throw new RangeError(problem);
  return process;
}

const priced = (read: (args: Arguments) => Gbm | JumpDiffusion): RiskFunction => (args) => {
  const [process, t] = [possible(read(args)), args.number('t')];
  const { mean, variance } = processMoments(process, t);
  return { mean, variance,
    quantiles: args.numbers('p', []).map((p) => processQuantile(process, t, p)) };
};

const processes = { gbm, ou, jump_diffusion: jumps };

const simulate: RiskFunction = (args) => {
  const given = args.record('process');
  const process = processes[word(given, 'type', ['gbm', 'ou', 'jump_diffusion'])](given);
  const times = args.numbers('times');
  const path = createPath(process, times);
  const { count, fill } = drawing(args, path.dimensions);
  const out = new Float64Array(times.length);
  const columns = transpose(perRun(count, path.dimensions, fill, (run) => {
    path.fill(run, 0, out);
    return [...out];
  }));
  const figures = upTo(times.length).map((k) => meanAndSquares(rowAt(columns, k)));
  return { mean: figures.map(({ mean }) => mean),
    sd: figures.map(({ squares }) => (count > 1 ? Math.sqrt(squares / (count - 1)) : null)) };
};

const eventsOf = (args: Arguments): Events => ({ rate: args.number('rate'),
  horizon: args.number('horizon'), severity: distribution(args, 'severity') });

const simulateEvents: RiskFunction = (args) => {
  const maker = createEvents(eventsOf(args));
  const { count, fill } = drawing(args, maker.dimensions);
  const runs = perRun(count, maker.dimensions, fill, (run) => maker.draw(run, 0));
  const spread = (values: readonly number[]): { mean: number; sd: number | null } => {
    const { mean, squares } = meanAndSquares(values);
    return { mean, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : null };
  };
  const counts = spread(runs.map((run) => run.count));
  const totals = spread(runs.map((run) => run.total));
  const share = (events: number): number =>
    runs.filter((run) => run.count === events).length / count;
  const firsts = Float64Array.from(runs, ({ first }) => first).sort();
  return { mean_count: counts.mean, sd_count: counts.sd, p_none: share(0),
    p_counts: [0, 1, 2, 3].map(share), mean_total: totals.mean, sd_total: totals.sd,
    first_event_p50: percentileOfSorted(firsts, 0.5) };
};

/** Processes in time, events, availability, and a project that stands on them. */
export const pathFunctions: RiskFunctions = {
  PROJECT_TOY: projectToy,
  PROJECT_TOY_ESTIMATE: projectToyEstimate,
  GBM: priced(gbm),
  JUMP_DIFFUSION: priced(jumps),
  OU: (args) => {
    const [process, t] = [possible(ou(args)), args.number('t')];
    const { mean, variance } = processMoments(process, t);
    const { ar1, stepSd, stationarySd, halfLife, expMean } = reversion(process, t);
    return { mean, variance, ar1, step_sd: stepSd, stationary_sd: stationarySd,
      half_life: halfLife, exp_mean: expMean };
  },
  PROCESS_SIMULATE: simulate,
  POISSON_EVENTS: (args) => {
    const { meanCount, sdCount, noneShare, countShares, meanTotal, sdTotal, firstEventP50 } =
      eventFigures(eventsOf(args));
    return { mean_count: meanCount, sd_count: sdCount, p_none: noneShare,
      p_counts: countShares, mean_total: meanTotal, sd_total: sdTotal,
      first_event_p50: firstEventP50 };
  },
  EVENTS_SIMULATE: simulateEvents,
  AVAILABILITY: (args) => {
    const { steadyState, atT } = availabilityAt({ mtbf: args.number('mtbf'),
      mttr: args.number('mttr'), t: args.number('t') });
    return { steady_state: steadyState, at_t: atT };
  },
};
