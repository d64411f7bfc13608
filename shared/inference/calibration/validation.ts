import type { Outcome } from './cross-validation.ts';
import { leaveOut, predictSamples } from './cross-validation.ts';
import type { Fit } from './fit.ts';
import { groupBy } from './group.ts';
import { isServing } from './record.ts';
import type { Sample } from './sample.ts';
import type { ErrorStatistics } from './statistics.ts';
import { summariseRatios } from './statistics.ts';

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
}

function errorsOf(group: string, outcomes: readonly Outcome[]): GroupErrors | null {
  const throughput = summariseRatios(outcomes.map((outcome) => outcome.throughputRatio));
  if (throughput === null) return null;
  return {
    group, rows: outcomes.length, throughput,
    tpot: summariseRatios(outcomes.flatMap((outcome) => outcome.tpotRatio ?? [])),
  };
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

function crossValidate(
  samples: readonly Sample[], fit: Fit, title: string, groupOf: (sample: Sample) => string,
) {
  const outcomes = leaveOut(samples, groupOf, fit).filter(({ sample }) => isServing(sample));
  return [
    tableOf(`${title}, all`, outcomes, modeOf), tableOf(`${title}, each`, outcomes.filter(
      ({ sample }) => sample.point.mode === 'agg'), groupOf),
  ];
}

/**
 * Errors of a fit on the rows it was fitted to, and on rows, accelerators and models it
 * has not seen.
 */
export function validateFit(samples: readonly Sample[], fit: Fit): Validation {
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
    crossValidation: [
      ...crossValidate(samples, fit, 'Leaving out a fifth of the rows', foldOf),
      ...crossValidate(samples, fit, 'Leaving out an accelerator',
        ({ point }) => point.acceleratorId),
      ...crossValidate(samples, fit, 'Leaving out a model', ({ point }) => point.modelId),
    ],
  };
}
