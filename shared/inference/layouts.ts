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
const widths = [1, 2, 4, 8, 16, 32, 64, 72, 128, 144, 256];
/** Attention is not cut finer than this: beyond it no engine ships kernels. */
const WIDEST_TENSOR = 64;

/** Every layout of at most `most` accelerators, or the fixed one. Experts: one cut each, or whole on each rank. */
export function listLayouts(bench: Bench, most: number, fixed: FixedConfiguration = {}): readonly Layout[] {
  const { shape, machine } = bench;
  const found: Layout[] = [];
  for (const n of fixed.tp !== undefined && fixed.attentionDp !== undefined
    ? [fixed.tp * fixed.attentionDp] : widths) {
    if (n > most) continue;
    const tensor = fixed.tp === undefined ? widths : [fixed.tp];
    for (const t of tensor) {
      const d = n / t;
      if (!Number.isInteger(d) || t > Math.min(WIDEST_TENSOR, machine.scaleUp.domain) && fixed.tp === undefined) continue;
      if (fixed.attentionDp !== undefined && d !== fixed.attentionDp) continue;
      if (fixed.tp === undefined && shape.hidden % t !== 0) continue;
      const cuts = fixed.ep !== undefined ? [fixed.ep] : shape.moeLayers === 0 || n === 1 ? [1] : d > 1 ? [n] : [1, n];
      for (const e of cuts) if (e <= n) found.push({ t, d, e });
    }
  }
  return found;
}

const slotsOf = ({ shape, machine, traffic }: Bench, { t, d }: Layout): number =>
  maxSequences(shape, machine, traffic.isl, traffic.osl, t * d, t);

/** The layouts that hold at least one sequence per rank, with how many. */
export function keepFitting(bench: Bench, layouts: readonly Layout[]): readonly FittingLayout[] {
  return layouts.map((layout) => ({ ...layout, slotsPerRank: slotsOf(bench, layout) }))
    .filter((layout) => layout.slotsPerRank >= 1);
}

/** GB one rank lacks for its weights and a single sequence. */
function shortfallGb({ shape, machine, traffic }: Bench, { t, d }: Layout): number {
  const need = kvBytesPerSequence(shape, traffic.isl + traffic.osl / 2, t);
  return (need - kvRoomBytes(shape, machine, t * d, t)) / 1e9;
}

/** Fitting layouts of a request, or `does-not-fit` with the shortfall and the smallest width that holds it. */
export function fitLayouts({ request, bench }: Resolved): Answer<readonly FittingLayout[]> {
  const most = request.maxAcceleratorsPerInstance;
  const all = listLayouts(bench, most, request.fixed);
  if (all.length === 0) {
    return refuseWith('bad-parallelism', 'no layout of this width', {
      limit: most, value: (request.fixed?.tp ?? 1) * (request.fixed?.attentionDp ?? 1),
      fix: `Use at most ${most} accelerators, with tensor width times data-parallel width equal to all of them.`,
    });
  }
  const fitting = keepFitting(bench, all);
  if (fitting.length > 0) return ok(fitting);
  const short = Math.min(...all.map((layout) => shortfallGb(bench, layout)));
  const nearest = keepFitting(bench, listLayouts(bench, Infinity))[0];
  return refuseWith('does-not-fit', `${request.model.name} at ${request.precision} on ${request.accelerator.name}`, {
    value: short, limit: bench.machine.capacityBytes / 1e9, unit: 'GB',
    fix: nearest === undefined ? 'Choose a lower precision or shorter lengths.'
      : `Use ${nearest.t * nearest.d} accelerators per instance.`,
  });
}
