import type { MeasuredPoint } from '../../catalog/types.ts';
import { groupDigits, note, shareText, type Note } from '../report.ts';
import type { Settled } from './settle.ts';

/** Runs told one by one; more are counted. */
const told = 20;

const shown = (value: number): string =>
  (value >= 1000 ? groupDigits(value) : String(Number(value.toPrecision(4))));

/** What one run was and came to, each part left out where nobody says it. */
interface Facts {
  readonly model: string | null;
  readonly system: string | null;
  readonly precision: string | null;
  readonly layout: string | null;
  readonly isl: number | null;
  readonly osl: number | null;
  readonly users: number | null;
  readonly output: string | null;
  readonly ttftMs: number | null;
  readonly tpotMs: number | null;
  readonly success: number | null;
}

function sentence(facts: Facts): string {
  const { model, system, precision, layout, isl, osl, users, output, ttftMs, tpotMs,
    success } = facts;
  const what = [
    `${model ?? 'model not named'}${system === null ? '' : ` on ${system}`}`,
    ...(precision === null ? [] : [precision]), ...(layout === null ? [] : [layout]),
    ...(isl === null
      || osl === null ? [] : [`${groupDigits(isl)} in and ${groupDigits(osl)} out`]),
    ...(users === null ? [] : [`${shown(users)} users`]),
  ].join(', ');
  const figures = [
    ...(output === null ? [] : [output]),
    ...(ttftMs === null ? [] : [`first token after ${shown(ttftMs)} ms`]),
    ...(tpotMs === null ? [] : [`${shown(tpotMs)} ms a token`]),
    ...(success === null ? [] : [`${shareText(success)} of requests succeeded`]),
  ].join(', ');
  return figures === '' ? what : `${what}: ${figures}`;
}

function outputOf({ reading, point }: Settled): string | null {
  const each = point?.outputTokPerSecPerAccelerator ?? reading.outputPerAccelerator;
  if (each !== null) return `${shown(each)} output tok/s per accelerator`;
  if (reading.outputTokPerSec !== null) return `${shown(reading.outputTokPerSec)} output tok/s`;
  return reading.totalTokPerSec === null ? null : `${shown(reading.totalTokPerSec)} tok/s in and out`;
}

/** A run in words. */
export function runWords(run: Settled): string {
  const { reading, named, users, successShare, point } = run;
  const { tp, pp, mode } = reading;
  const width = point === null ? tp : point.attentionDp !== null && point.attentionDp > 1
    ? null : point.tp;
  const layout = [
    ...(width === null ? [] : [`tp ${width}`]), ...(pp === null
      || pp === 1 ? [] : [`pp ${pp}`]),
    ...(point?.attentionDp != null
      && point.attentionDp > 1 ? [`attention dp ${point.attentionDp}`] : []),
    ...(mode === 'disagg' ? ['prefill apart'] : []),
    ...(reading.speculative === true ? ['with draft tokens'] : [])].join(' ');
  const statistic = reading.statistic === 'mean';
  return sentence({ model: named.modelId ?? reading.models[0] ?? point?.modelId ?? null,
    system: named.acceleratorId ?? reading.system ?? point?.acceleratorId ?? null,
    precision: named.precision ?? point?.precision ?? null,
      layout: layout === '' ? null : layout,
    isl: reading.isl, osl: reading.osl, users, output: outputOf(run),
    ttftMs: statistic ? reading.ttftMs : null, tpotMs: statistic ? reading.tpotMs : null,
    success: successShare });
}

/** A line of a table in words. */
export const pointWords = (point: MeasuredPoint): string => sentence({
  model: point.modelId, system: point.acceleratorId, precision: point.precision,
  layout: point.attentionDp !== null
    && point.attentionDp > 1 ? `attention dp ${point.attentionDp}`
    : point.tp === null ? null : `tp ${point.tp}`,
  isl: point.isl, osl: point.osl, users: point.concurrency,
  output: `${shown(point.outputTokPerSecPerAccelerator)} output tok/s per accelerator`,
  ttftMs: point.ttftMeanMs, tpotMs: point.tpotMeanMs, success: null });

/** What each of the first runs was; the others are counted. */
export function runNotes(
  runs: readonly { readonly line: number; readonly words: string }[],
): readonly Note[] {
  const rest = runs.length - told;
  return [...runs.slice(0, told).map(({ line, words }) => note('run', words, { line })),
    ...(rest > 0 ? [note('runs', `and ${groupDigits(rest)} more`,
      { count: rest })] : [])];
}
