import type { Outcome } from './cross-validation.ts';
import { leaveOut, predictSamples } from './cross-validation.ts';
import type { Fit } from './fit.ts';
import {
  coverageOf, insideOf, stateErrors, unknownAmong, type StatedErrors,
} from './error-cells.ts';
import { groupBy } from './group.ts';
import type { PhaseSample } from './phase.ts';
import { isServing } from './max-load.ts';
import type { Sample } from './sample.ts';
import type { ErrorStatistics } from './statistics.ts';
import { summariseRatios } from './statistics.ts';
import { rangeTtft, ttftCoverage, type TtftRanges } from './ttft-range.ts';

/** Errors of one group of measurements. */
export interface GroupErrors {
  readonly group: string;
  readonly rows: number;
  readonly throughput: ErrorStatistics;
  readonly tpot: ErrorStatistics | null;
}

export interface ErrorTable {
  readonly title: string;
  readonly groups: readonly GroupErrors[];
}

/** Everything the validation page states, before it is put into words. */
export interface Validation {
  readonly outcomes: readonly Outcome[];
  readonly overall: ErrorTable;
  readonly tables: readonly ErrorTable[];
  readonly crossValidation: readonly ErrorTable[];
  /** What error to state, and how many of the rows left out lie within it. */
  readonly errors: StatedErrors;
  readonly ttft: TtftRanges;
  /** Every model on every accelerator under every engine. */
  readonly matrix: readonly MatrixRow[];
  readonly coverage: readonly Coverage[];
  /** The same of first tokens and the range printed beside them. */
  readonly ttftCoverage: readonly Coverage[];
}

/** Rows left out in one way: how many lay within the error stated without them. */
export interface Coverage {
  readonly title: string;
  readonly rows: number;
  readonly inside: number;
}

function errorsOf(group: string, outcomes: readonly Outcome[]): GroupErrors | null {
  const throughput = summariseRatios(outcomes.map((outcome) => outcome.throughputRatio));
  if (throughput === null) return null;
  return {
    group, rows: outcomes.length, throughput,
    tpot: summariseRatios(outcomes.flatMap((outcome) => outcome.tpotRatio ?? [])),
  };
}

/** One model on one accelerator under one engine: errors of its rows as left out of the fit. */
export interface MatrixRow extends GroupErrors {
  readonly model: string;
  readonly accelerator: string;
  readonly engine: string;
  readonly ttft: ErrorStatistics | null;
  /** Share of rows within the error stated for them, 0..1. */
  readonly inside: number | null;
}

function matrixOf(outcomes: readonly Outcome[], errors: StatedErrors): readonly MatrixRow[] {
  const groups = groupBy(outcomes, ({ sample: { point, backend } }) =>
    `${point.modelId} ${point.acceleratorId} ${backend}`);
  const known = unknownAmong(outcomes.map(({ sample }) => sample));
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap(([group, members]) => {
      const found = errorsOf(group, members);
      if (found === null) return [];
      const [model = '', accelerator = '', engine = ''] = group.split(' ');
      return [{
        ...found, model, accelerator, engine,
        ttft: summariseRatios(members.flatMap(({ ttftRatio }) => ttftRatio ?? [])),
        inside: coverageOf(errors, members, known),
      }];
    });
}

function tableOf(
  title: string, outcomes: readonly Outcome[], nameOf: (sample: Sample) => string,
): ErrorTable {
  const groups = groupBy(outcomes, ({ sample }) => nameOf(sample));
  return {
    title,
    groups: [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .flatMap(([group, members]) => errorsOf(group, members) ?? []),
  };
}

const modeOf = ({ point }: Sample): string =>
  (point.mode === 'agg' ? 'aggregated' : 'disaggregated');

/** Sequences per accelerator, in octaves: how full the instance is. */
function loadOf({ users, accelerators }: Sample): string {
  const octave = Math.floor(Math.log2(Math.max(1, users / accelerators)) / 2) * 2;
  return `${2 ** octave} to ${2 ** (octave + 2)} users per accelerator`;
}

/** Rows are dealt into five folds in turn, by their place in the catalogue. */
const FOLDS = 5;
const foldOf = ({ point }: Sample): string =>
  `fold ${(Number(point.id.replace(/\D/g, '')) % FOLDS) + 1}`;

/** Predictions of rows by fits that had not seen their group. */
interface LeftOut {
  readonly title: string;
  readonly groupOf: (sample: Sample) => string | null;
  readonly outcomes: readonly Outcome[];
}

const tablesOf = ({ title, groupOf, outcomes }: LeftOut): readonly ErrorTable[] => [
  tableOf(`${title}, all`, outcomes, modeOf), tableOf(`${title}, each`, outcomes.filter(
    ({ sample }) => sample.point.mode === 'agg'), (sample) => groupOf(sample) ?? ''),
];

/** Rows of each group that lie within what the other groups' rows say to state. */
function coverageOfLeftOut(
  { title, groupOf, outcomes }: LeftOut,
  held: (members: readonly Outcome[], rest: readonly Outcome[]) => Omit<Coverage, 'title'>,
): Coverage {
  const groups = groupBy(outcomes, ({ sample }) => groupOf(sample) ?? '');
  let [rows, inside] = [0, 0];
  for (const [group, members] of groups) {
    const rest = outcomes.filter(({ sample }) => groupOf(sample) !== group);
    const found = held(members, rest);
    rows += found.rows;
    inside += found.inside;
  }
  return { title, rows, inside };
}

/** How many of the members lie within the errors that the rest says to state. */
function withinErrors(
  members: readonly Outcome[], rest: readonly Outcome[], others: readonly Sample[],
  errorsWithout: (rest: readonly Outcome[]) => StatedErrors,
): Omit<Coverage, 'title'> {
  // Where nothing is left to state an error by, none lies within.
  if (rest.length === 0) return { rows: members.length, inside: 0 };
  return { rows: members.length,
    inside: insideOf(errorsWithout(rest), members, unknownAmong(others)) };
}

/** Rows without a date are of no month that could be left out. */
const monthOf = ({ date }: Sample): string | null => date?.slice(0, 7) ?? null;

/** Rows left out with their month whose model had others of its engine and family. */
function ofKnownModels({ outcomes, groupOf }: LeftOut, all: readonly Sample[]): readonly Outcome[] {
  return [...groupBy(outcomes, ({ sample }) => groupOf(sample) ?? '')].flatMap(
    ([group, members]) => {
      const unknownOf = unknownAmong(all.filter((sample) => groupOf(sample) !== group));
      return members.filter(({ sample }) => !unknownOf(sample).model);
    });
}

/**
 * Errors of a fit on the rows it was fitted to, and on rows, accelerators and models it
 * has not seen.
 */
export function validateFit(
  samples: readonly Sample[], fit: Fit, phases: readonly PhaseSample[] = [],
): Validation {
  const leftOut = (title: string, groupOf: LeftOut['groupOf']): LeftOut => ({
    title, groupOf,
    outcomes: leaveOut(samples, groupOf, fit, phases).filter(({ sample }) => isServing(sample)),
  });
  const folds = leftOut('Leaving out a fifth of the rows', foldOf);
  const accelerators = leftOut('Leaving out an accelerator', ({ point }) => point.acceleratorId);
  const models = leftOut('Leaving out a model', ({ point }) => point.modelId);
  const months = leftOut('Leaving out a month', monthOf);

  // What a person measures is a campaign of its own: what to state is what a new month missed by.
  const all = samples.filter(isServing);
  const campaigns = ofKnownModels(months, all);
  const errors = stateErrors(campaigns, models.outcomes, accelerators.outcomes);
  const stated = (way: LeftOut, errorsWithout: (rest: readonly Outcome[]) => StatedErrors,
  ): Coverage => coverageOfLeftOut(way, (members, rest) => {
    const group = new Set(members.map(({ sample }) => sample));
    return withinErrors(members, rest, all.filter((sample) => !group.has(sample)), errorsWithout);
  });
  const outcomes = predictSamples(samples, fit);
  const serving = outcomes.filter(({ sample }) => isServing(sample));
  const agg = serving.filter(({ sample }) => sample.point.mode === 'agg');
  return {
    outcomes,
    overall: tableOf('All rows', outcomes,
      (sample) => (isServing(sample) ? modeOf(sample) : 'full-load tables')),
    tables: [
      tableOf('By model', agg, ({ point }) => point.modelId),
      tableOf('By accelerator', agg, ({ point }) => point.acceleratorId),
      tableOf('By framework', serving, ({ point }) => point.framework),
      tableOf('By precision', agg, ({ point }) => point.precision),
      tableOf('By load', agg, loadOf),
    ],
    crossValidation: [folds, accelerators, models, months].flatMap(tablesOf),
    errors, ttft: rangeTtft(folds.outcomes),
    matrix: matrixOf(folds.outcomes, errors),
    coverage: [
      { ...stated(folds, (rest) => stateErrors(rest, models.outcomes, accelerators.outcomes)),
        title: `${folds.title}, against the error of campaigns that were seen` },
      stated(models, (rest) => stateErrors(campaigns, rest, accelerators.outcomes)),
      stated(accelerators, (rest) => stateErrors(campaigns, models.outcomes, rest)),
      stated(months, (rest) => stateErrors(ofKnownModels({ ...months, outcomes: rest }, all),
        models.outcomes, accelerators.outcomes)),
    ],
    ttftCoverage: [folds, models, accelerators, months].map((way) =>
      coverageOfLeftOut(way, (members, rest) => ttftCoverage(rangeTtft(rest), members))),
  };
}
