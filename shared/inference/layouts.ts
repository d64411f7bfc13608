import { ok } from '../units/result.ts';
import type { Layout } from './decode.ts';
import { kvBytesPerSequence, kvRoomBytes, maxSequences } from './memory.ts';
import { refuseWith } from './refusal.ts';
import type { Resolved } from './resolve.ts';
import type { Bench } from './serving.ts';
import type { Answer, FixedConfiguration } from './types.ts';

/** A layout and the sequences each of its attention ranks can hold. */
export interface FittingLayout extends Layout {
  readonly slotsPerRank: number;
}

/** Widths of an instance worth looking at: powers of two, and the whole of a 72-wide domain. */
const widths: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 72, 128, 144, 256];
/** Attention is not cut finer than this unless asked: no published deployment goes beyond. */
const WIDEST_TENSOR = 16;

/** Sizes of the instance to try: the one fixed widths add up to, or all worth looking at. */
function instanceSizes(
  { tp, attentionDp, decodeAccelerators, decodeWorkers = 1 }: FixedConfiguration,
): readonly number[] {
  if (tp !== undefined && attentionDp !== undefined) return [tp * attentionDp];
  if (decodeAccelerators !== undefined) return [decodeAccelerators / decodeWorkers];
  return tp === undefined ? widths : widths.map((d) => tp * d);
}

function tensorWidths(
  { shape, machine }: Bench, n: number, { tp, attentionDp }: FixedConfiguration,
): readonly number[] {
  const widest = Math.min(WIDEST_TENSOR, machine.scaleUp.domain);
  const candidates = tp === undefined
    ? widths.filter((t) => t <= widest && shape.heads % t === 0) : [tp];
  return candidates.filter(
    (t) => n % t === 0 && (attentionDp === undefined || n / t === attentionDp),
  );
}

/**
 * Experts each cut over the instance, or dealt out whole; with data-parallel attention they are
 * dealt out.
 */
function expertWidths(
  { shape }: Bench, n: number, d: number, { ep, moeTp }: FixedConfiguration,
): readonly number[] {
  if (ep !== undefined) return ep <= n ? [ep] : [];
  if (moeTp !== undefined) return n % moeTp === 0 ? [n / moeTp] : [];
  if (shape.moeLayers === 0 || n === 1) return [1];
  return d > 1 ? [n] : [1, n];
}

/** Every layout of at most `most` accelerators that the fixed widths leave open. */
export function listLayouts(
  bench: Bench, most: number, fixed: FixedConfiguration = {},
): readonly Layout[] {
  return instanceSizes(fixed).filter((n) => n <= most).flatMap((n) =>
    tensorWidths(bench, n, fixed).flatMap((t) =>
      expertWidths(bench, n, n / t, fixed).map((e) => ({ t, d: n / t, e }))));
}

const slotsOf = ({ shape, machine, traffic }: Bench, { t, d }: Layout): number =>
  maxSequences(shape, machine, traffic.isl, traffic.osl, t * d, t);

/** The layouts that hold at least one sequence per rank, with how many. */
export function keepFitting(
  bench: Bench, layouts: readonly Layout[],
): readonly FittingLayout[] {
  return layouts.map((layout) => ({ ...layout, slotsPerRank: slotsOf(bench, layout) }))
    .filter((layout) => layout.slotsPerRank >= 1);
}

/** GB one rank lacks for its weights and a single sequence. */
function shortfallGb({ shape, machine, traffic }: Bench, { t, d }: Layout): number {
  const length = traffic.isl + traffic.osl / (shape.memory.wholeLength ? 1 : 2);
  const need = kvBytesPerSequence(shape, length, t);
  return (need - kvRoomBytes(shape, machine, t * d, t)) / 1e9;
}

/**
 * Fitting layouts of a request, or `does-not-fit` with the shortfall and the smallest width
 * that holds it.
 */
export function fitLayouts({ request, bench }: Resolved): Answer<readonly FittingLayout[]> {
  const most = request.maxAcceleratorsPerInstance;
  const all = listLayouts(bench, most, request.fixed);
  if (all.length === 0) {
    return refuseWith('bad-parallelism', 'no layout of these widths', {
      limit: most, value: Math.min(...instanceSizes(request.fixed ?? {})),
      fix:
        `Use at most ${most} accelerators, tensor width times data-parallel width being all of them.`,
    });
  }
  const fitting = keepFitting(bench, all);
  if (fitting.length > 0) return ok(fitting);
  const short = Math.min(...all.map((layout) => shortfallGb(bench, layout)));
  const nearest = keepFitting(bench, listLayouts(bench, Infinity))[0];
  return refuseWith('does-not-fit',
    `${request.model.name} at ${request.precision} on ${request.accelerator.name}`, {
    value: short, limit: bench.machine.capacityBytes / 1e9, unit: 'GB',
    fix: nearest === undefined ? 'Choose a lower precision or shorter lengths.'
      : `Use ${nearest.t * nearest.d} accelerators per instance (tensor width ${nearest.t}).`,
  });
}
