import type { EngineConstants } from './constants.ts';
import type { Layout } from './decode.ts';
import { skewedLoad } from './experts.ts';
import type { Machine } from './machine.ts';
import type { ModelShape } from './shape.ts';

/** Experts are dispatched in fp8 and combined in bf16: bytes per hidden element, both ways. */
const DISPATCH_AND_COMBINE_BYTES = 3;
const ACTIVATION_BYTES = 2;
/** Nodes a token's experts may lie in (node-limited routing of the DeepSeek models). */
const ROUTED_NODES = 4;
/** Neighbours an accelerator of a full mesh is wired to: the mesh has eight members. */
const MESH_LINKS = 7;
/** Ranks the fixed time of an all-reduce is stated for. */
const REFERENCE_RANKS = 4;

/**
 * One-way rate among `n` ranks: a switch gives all of it, a full mesh only the wires to
 * those n-1.
 */
function scaleUpRate({ scaleUp: { rate, kind } }: Machine, n: number): number {
  return kind === 'full-mesh' ? (rate * Math.max(1, Math.min(n - 1, MESH_LINKS)))
    / MESH_LINKS : rate;
}

/**
 * Rate of an exchange of all with all: on a torus every message takes 3/4 of its side in
 * hops, each using links others need (three dimensions, uniform traffic).
 */
function exchangeRate(machine: Machine, n: number): number {
  const rate = scaleUpRate(machine, n);
  return machine.scaleUp.kind === 'torus' ? rate / Math.max(1, 0.75 * Math.cbrt(n)) : rate;
}

/**
 * The bytes' part of an all-reduce: inside each domain first, so that a NIC carries its rank's
 * share only.
 */
function transferSeconds(
  machine: Machine, bytes: number, n: number, eta: number, etaNic: number,
): number {
  if (n <= 1) return 0;
  const inside = Math.min(n, machine.scaleUp.domain);
  const groups = Math.ceil(n / inside);
  const up = inside > 1 ? (2 * ((inside - 1) / inside) * bytes)
    / (scaleUpRate(machine, inside) * eta) : 0;
  if (groups === 1) return up;
  return up + (2 * ((groups - 1) / groups) * (bytes / inside)) / (machine.scaleOut.rate * etaNic);
}

/** Latency of the slowest hop among n ranks, there and back across the network. */
function hopLatency({ scaleUp, scaleOut }: Machine, n: number): number {
  return n > scaleUp.domain ? Math.max(scaleUp.latency, 2 * scaleOut.latency) : scaleUp.latency;
}

/** The fixed part of an all-reduce. */
function reduceLatency(machine: Machine, k: EngineConstants, n: number): number {
  if (n <= 1) return 0;
  const inside = Math.min(n, machine.scaleUp.domain);
  const across = n > inside ? k.networkReduceUs * 1e-6 * Math.log2(2 * n / inside) : 0;
  return k.allReduceUs * 1e-6 * (n / REFERENCE_RANKS) ** k.allReduceGrowth
    + hopLatency(machine, n) + across;
}

/**
 * All-reduce of `bytes` over n ranks in decode, seconds: `alpha (n/4)^g + 2(n-1)/n
 * bytes/rate`.
 */
export function allReduceSeconds(
  machine: Machine, k: EngineConstants, bytes: number, n: number,
): number {
  return reduceLatency(machine, k, n)
    + transferSeconds(machine, bytes, n, k.etaLink, k.etaNic);
}

/**
 * Distinct ranks a token's k experts lie on among e: `e (1 - (1 - 1/e)^k)`.
 * @example distinctRanks(8, 8).toFixed(2) // '5.25'
 */
export function distinctRanks(e: number, activeExperts: number): number {
  return e * (1 - (1 - 1 / e) ** activeExperts);
}

/**
 * Bytes' time of dispatch and combine of one MoE layer, seconds, for `tokens` tokens on
 * each rank. All of it crosses the scale-up fabric; what leaves the domain also crosses
 * the NIC, once per node.
 */
function exchangeSeconds(
  machine: Machine, shape: ModelShape, tokens: number, n: number, eta: number, etaNic: number,
): number {
  const { domain } = machine.scaleUp;
  const perRank = tokens * shape.hidden * DISPATCH_AND_COMBINE_BYTES;
  const remote = (distinctRanks(n, shape.activeExperts) * (n - 1)) / n;
  const up = (perRank * remote) / (exchangeRate(machine, Math.min(n, domain)) * eta);
  if (n <= domain) return up;
  const outside = 1 - domain / n;
  const nodes =
    Math.min(ROUTED_NODES, distinctRanks(n / domain, shape.activeExperts)) * outside;
  return Math.max(up, (perRank * nodes) / (machine.scaleOut.rate * etaNic));
}

/** Latency of a dispatch and combine, seconds. */
const exchangeLatency = (machine: Machine, k: EngineConstants, n: number): number =>
  (k.allToAllUs + (n > machine.scaleUp.domain ? k.networkExchangeUs : 0)) * 1e-6
    + 2 * hopLatency(machine, n);

/**
 * Collectives of one decode step, seconds: two all-reduces per layer over the
 * tensor-parallel ranks; with attention data parallelism each MoE layer's second one
 * becomes a dispatch and combine.
 *
 * @param tokens on one attention rank
 */
export function communicationSeconds(
  machine: Machine, k: EngineConstants, shape: ModelShape, tokens: number, { t, d }: Layout,
): number {
  const reduce = allReduceSeconds(machine, k, tokens * shape.hidden * ACTIVATION_BYTES, t);
  if (d <= 1 || shape.moeLayers === 0) return 2 * shape.layers * reduce;
  const n = t * d;
  const exchange = exchangeLatency(machine, k, n)
    + exchangeSeconds(machine, shape, tokens / t, n, k.etaLink, k.etaNic)
      * skewedLoad(shape.experts, n, k.expertSkew);
  return (2 * shape.layers - shape.moeLayers) * reduce + shape.moeLayers * exchange;
}

/**
 * Collectives of one prompt of `tokens`, spread over the instance, seconds; latencies vanish in
 * prefill.
 */
export function prefillCommunicationSeconds(
  machine: Machine, k: EngineConstants, shape: ModelShape, tokens: number, { t, d }: Layout,
): number {
  const bytes = tokens * shape.hidden * ACTIVATION_BYTES;
  const eta = k.etaLinkPrefill;
  const reduce = (2 * shape.layers * transferSeconds(machine, bytes, t, eta, k.etaNic)) / d;
  if (d <= 1 || shape.moeLayers === 0) return reduce;
  return reduce + shape.moeLayers * exchangeSeconds(machine, shape, tokens / (t * d),
    t * d, eta, k.etaNic) * skewedLoad(shape.experts, t * d, k.expertSkew);
}
