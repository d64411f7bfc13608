import { isoDate } from '../../lifecycle/day.ts';
import { monthlyTokens, weekShape } from '../../lifecycle/load-profile.ts';
import { defaultLoadOptions, parseLoadSeries } from '../../lifecycle/load-series.ts';
import type { LoadProblem, LoadRepair, LoadSeries } from '../../lifecycle/load-series-types.ts';
import { printNumberList } from '../../project/number-list.ts';
import type { RecordBody } from '../../project/record.ts';
import { ok, refuse, unreachable, type Result } from '../../units/result.ts';

/** Months a plan can hold; a longer curve keeps its first. */
const mostMonths = 360;

/** Whose demand a curve is, and how long its requests are. */
export interface LoadTarget {
  readonly traffic: string;
  readonly isl: number;
  readonly osl: number;
  /** Hours added to the file's times to get local time, -12..14. */
  readonly zoneHours: number;
}

/**
 * A load file as a record of the project: tokens per month and the shape of a week, so
 * that it is kept, copied and undone like any input. Requests become tokens by the
 * class's mean lengths.
 * @param file name of the file, for the list of assumptions
 * @returns the record and what was repaired, or every problem with its line
 * @example importLoad('time,tokens\n2026-01,5\n2026-02,7', 'load.csv', target).value.body.values['tokensPerMonth'] // '5 7'
 */
export function importLoad(
  text: string, file: string, { traffic, isl, osl, zoneHours }: LoadTarget,
): Result<{
  readonly body: RecordBody; readonly repairs: readonly LoadRepair[]
}, readonly LoadProblem[]> {
  const read = parseLoadSeries(text, defaultLoadOptions);
  if (!read.ok) return refuse(read.error);
  const series = read.value;
  const months = monthlyTokens(series, isl + osl);
  const shape = weekShape(series, zoneHours);
  return ok({
    repairs: series.repairs,
    body: {
      values: {
        name: file.replace(/\.[^.]*$/u, '').slice(0, 120) || 'Load curve', traffic,
        inUse: true, origin: describeOrigin(file, series).slice(0, 400),
        tokensPerMonth: printNumberList(months.slice(0, mostMonths)),
        weekShape: shape === null ? '' : printNumberList(shape),
      },
    },
  });
}

function describeOrigin(file: string, series: LoadSeries): string {
  const { startSeconds, stepSeconds, values, zoned, repairs, unit } = series;
  const step = stepSeconds === null ? 'months'
    : stepSeconds % 3600 === 0 ? `steps of ${stepSeconds / 3600} h`
    : `steps of ${stepSeconds} s`;
  const zone = stepSeconds === null ? '' : zoned ? ', times in UTC' : ', times without a zone';
  const repaired = repairs.length === 0 ? '' : `; ${summariseRepairs(repairs).join('; ')}`;
  return `${file}: ${values.length} ${step} of ${unit} from ${isoDate(Math.floor(startSeconds / 86_400))}${zone}${repaired}`;
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** What was changed to make a file usable, one sentence per kind of change. */
export function summariseRepairs(repairs: readonly LoadRepair[]): readonly string[] {
  const total = (code: LoadRepair['code']): number =>
    repairs.filter((r) => r.code === code).reduce((sum, r) => sum + r.count, 0);
  const first = (code: LoadRepair['code']): number =>
    repairs.find((r) => r.code === code)?.line ?? 0;
  return [
    ...(total('sorted') === 0 ? []
      : [`lines were put in order of time (first out of order: line ${first('sorted')})`]),
    ...(total('duplicate-summed') === 0 ? []
      : [
        `${counted(total('duplicate-summed'), 'line')} of a time already given added to it (first: line ${first('duplicate-summed')})`,
      ]),
    ...(total('gap-filled') === 0 ? []
      : [
        `${counted(total('gap-filled'), 'missing step')} filled by straight lines (first: before line ${first('gap-filled')})`,
      ]),
    ...(total('empty-lines') === 0 ? []
      : [`${counted(total('empty-lines'), 'empty line')} left out`]),
  ];
}

/** Why a load file is refused, naming its line and what would be read. */
export function explainLoad({ code, line, found }: LoadProblem): string {
  const at = line === 0 ? '' : `line ${line}: `;
  switch (code) {
    case 'empty': return 'the file holds nothing';
    case 'too-large':
      return `the file is too long (${found}); half a century of hours is the most`;
    case 'no-columns':
      return `${at}no columns of time and of tokens or requests were found in “${found}”; head them time and tokens`;
    case 'bad-time':
      return `${at}“${found}” has no time that can be read; write 2026-01-31 14:00, with Z or an offset if the zone matters`;
    case 'not-a-number':
      return `${at}“${found}” holds no plain number; leave out units and marks that group digits`;
    case 'negative': return `${at}“${found}” is negative; a load is 0 or more`;
    case 'duplicate': return `${at}${found} is given twice`;
    case 'gap': return `${at}there is a gap of ${found}`;
    case 'unsorted': return `${at}${found} comes after a later time`;
    case 'mixed-zones':
      return `${at}some times name a zone and some do not; write all of them one way`;
    case 'uneven-step': return `${at}${found} does not fall on the file’s even steps`;
    case 'too-short': return `only ${found}; at least two times are needed`;
    case 'gap-too-long':
      return `${at}a gap of ${found} is too long to fill; give the missing values`;
    default: return unreachable(code, 'explainLoad');
  }
}
