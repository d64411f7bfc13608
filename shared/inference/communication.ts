import type { EngineConstants } from './constants.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/** Experts are dispatched in fp8 and combined in bf16: bytes per hidden element, both ways. */
const DISPATCH_AND_COMBINE_BYTES = 3;
const ACTIVATION_BYTES = 2;
/** Groups of nodes a token's experts may lie in (node-limited routing of the DeepSeek models). */
const ROUTED_NODES = 4;

/** One-way rate among `n` ranks: a full mesh reaches n-1 of domain-1 neighbours, a switch gives all of it. */
function scaleUpRate(machine: Machine, n: number): number {
  const { rate, domain, mesh } = machine.scaleUp;
  return mesh && domain > 1 ? (rate * Math.min(n - 1, domain - 1)) / (domain - 1) : rate;
}

/**
 * All-reduce of `bytes` over n ranks, seconds: `alpha + 2(n-1)/n bytes/rate`; the part that crosses
 * domains is reduced inside them first, so each NIC carries its rank's share only.
 */
export function allReduceSeconds(machine: Machine, k: EngineConstants, bytes: number, n: number): number {
  if (n <= 1) return 0;
  const inside = Math.min(n, machine.scaleUp.domain);
  const groups = Math.ceil(n / inside);
  const up = inside > 1
    ? k.allReduceUs * 1e-6 + (2 * ((inside - 1) / inside) * bytes) / (scaleUpRate(machine, inside) * k.etaLink) : 0;
  if (groups <= 1) return up;
  const share = bytes / inside;
  return up + k.allReduceUs * 1e-6 + 2 * machine.scaleOut.latency
    + (2 * ((groups - 1) / groups) * share) / (machine.scaleOut.rate * k.etaLink);
}

/** Distinct ranks a token's k experts lie on among e: `e (1 - (1 - 1/e)^k)`. */
export function distinctRanks(e: number, activeExperts: number): number {
  return e * (1 - (1 - 1 / e) ** activeExperts);
}

/**
 * Dispatch and combine of one MoE layer, seconds, for `tokens` tokens on each rank.
 * Bytes inside the scale-up domain run at its rate; the rest at the NIC's, once per remote node.
 */
export function exchangeSeconds(
  machine: Machine, k: EngineConstants, shape: ModelShape, tokens: number, n: number, e: number,
): number {
  if (n <= 1) return 0;
  const { domain } = machine.scaleUp;
  const remote = distinctRanks(e > 1 ? e : n, shape.activeExperts) * ((n - 1) / n);
  const perRank = tokens * shape.hidden * DISPATCH_AND_COMBINE_BYTES;
  const outside = n > domain ? 1 - domain / n : 0;
  const up = (perRank * remote * (1 - outside)) / (scaleUpRate(machine, Math.min(n, domain)) * k.etaLink);
  if (outside === 0) return k.allToAllUs * 1e-6 + up;
  const nodes = Math.min(ROUTED_NODES, distinctRanks(Math.ceil(n / domain), shape.activeExperts)) * outside;
  const out = (perRank * nodes) / (machine.scaleOut.rate * k.etaLink);
  return k.allToAllUs * 1e-6 + 2 * machine.scaleOut.latency + Math.max(up, out);
}

/** Per-layer exchange of one decode or prefill pass over `tokens` tokens per attention rank, all layers. */
export function communicationSeconds(
  machine: Machine, k: EngineConstants, shape: ModelShape, tokens: number, t: number, d: number, e: number,
): number {
  const bytes = tokens * shape.hidden * ACTIVATION_BYTES;
  const reduce = allReduceSeconds(machine, k, bytes, t);
  if (d <= 1 || shape.moeLayers === 0) return 2 * shape.layers * reduce;
  const exchange = exchangeSeconds(machine, k, shape, tokens / t, t * d, e);
  return (2 * shape.layers - shape.moeLayers) * reduce + shape.moeLayers * exchange;
}
