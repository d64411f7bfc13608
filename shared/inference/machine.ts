import type { Accelerator, ModelSpec, Precision, ScaleUpKind } from '../catalog/types.ts';
import { ok } from '../units/result.ts';
import type { Links } from './links.ts';
import { refuseWith } from './refusal.ts';
import { storesFourBitExperts, storesInt4 } from './shape.ts';
import type { Answer } from './types.ts';

/** One accelerator in SI units: bytes, bytes/s, FLOP/s, seconds. */
export interface Machine {
  readonly capacityBytes: number;
  readonly hbm: number;
  readonly bf16: number;
  /** Peak at the precision the dense layers and experts run at. */
  readonly peak: number;
  readonly math: Precision;
  readonly scaleUp: {
    readonly rate: number; readonly domain: number; readonly latency: number;
    readonly kind: ScaleUpKind;
  };
  readonly scaleOut: { readonly rate: number; readonly latency: number };
}

/** INT4 weights are widened and multiplied at 16 bits (W4A16). */
const figureOf: Readonly<Record<Precision, 'bf16Tflops' | 'fp8Tflops' | 'fp4Tflops'>> = {
  bf16: 'bf16Tflops', fp8: 'fp8Tflops', fp4: 'fp4Tflops', int4: 'bf16Tflops',
};

/** Whether the catalogue states a rate of arithmetic at a precision for an accelerator. */
export const hasArithmetic = (accelerator: Accelerator, precision: Precision): boolean =>
  accelerator[figureOf[precision]] !== undefined;

/** A model with four-bit experts falls back to the fastest arithmetic the accelerator has. */
function mathPrecision(
  accelerator: Accelerator, model: ModelSpec, precision: Precision,
): Precision | null {
  if (storesInt4(model)) return 'bf16';
  if (hasArithmetic(accelerator, precision)) return precision === 'int4' ? 'bf16' : precision;
  if (precision === 'fp4' && storesFourBitExperts(model)) return 'bf16';
  return null;
}

/**
 * Data sheets count memory in binary gigabytes: an 80 GB H100 reports 85.5e9 bytes, a 192 GB
 * MI300X 206e9.
 */
const BYTES_PER_VENDOR_GB = 2 ** 30;
/** Gb/s to bytes/s. */
const BYTES_PER_GBIT = 1e9 / 8;

/**
 * Reads what the equations need from the catalogue, refusing by name what is not there.
 *
 * @returns the machine, or `figure-missing` with the figure's name
 * @example readMachine(h100, links, llama70b, 'fp4') // refused: H100 SXM5 has no FP4 arithmetic figure
 */
export function readMachine(
  accelerator: Accelerator, links: Links, model: ModelSpec, precision: Precision,
): Answer<Machine> {
  const { name, memoryGb, memoryBandwidthTbs, bf16Tflops } = accelerator;
  const missing = (figure: string, fix: string) =>
    refuseWith('figure-missing', `${name}: ${figure}`, { fix });
  if (memoryGb === undefined)
    return missing('memory capacity', 'Enter its memory in the catalogue.');
  if (memoryBandwidthTbs === undefined) {
    return missing('memory bandwidth', 'Enter its bandwidth in the catalogue.');
  }
  // Without a bf16 figure attention is taken at half the fp8 rate, as every vendor builds it.
  const half = accelerator.fp8Tflops === undefined ? undefined : accelerator.fp8Tflops.value / 2;
  const bf16 = bf16Tflops?.value ?? half;
  if (bf16 === undefined) {
    return missing('bf16 and fp8 arithmetic rate',
      'Enter a dense arithmetic rate in the catalogue.');
  }
  const math = mathPrecision(accelerator, model, precision);
  const peak = math === null ? undefined : accelerator[figureOf[math]];
  if (math === null || peak === undefined) {
    const has =
      (['fp4', 'fp8', 'bf16', 'int4'] as const).filter((p) => hasArithmetic(accelerator, p));
    return missing(`${precision} arithmetic rate`, `Choose ${has.join(' or ')}.`);
  }
  const { scaleUp, scaleOut } = links;
  return ok({
    capacityBytes: memoryGb.value * BYTES_PER_VENDOR_GB, hbm: memoryBandwidthTbs.value * 1e12,
    bf16: bf16 * 1e12, peak: peak.value * 1e12, math,
    scaleUp: {
      rate: scaleUp.oneWayGBs * 1e9, domain: Math.max(1, scaleUp.domain),
      latency: scaleUp.latencyUs * 1e-6,
      kind: scaleUp.kind,
    },
    scaleOut: {
      rate: (scaleOut.gbps * BYTES_PER_GBIT) / Math.max(1, scaleOut.oversubscription),
      latency: scaleOut.latencyUs * 1e-6,
    },
  });
}
