import { costPerMtokFromHourly } from '../economics/functions/token-metrics.ts';
import type { Plan } from '../plan/types.ts';
import { ok, refuse, type Result } from '../units/result.ts';

/** Ways in which people state the cost of a million tokens of the same design. */
export const conventions = ['vendor', 'semianalysis', 'rental', 'own'] as const;
export type Convention = (typeof conventions)[number];

/** The one thing a step changes between two conventions. */
export type ReconcileKey = 'vendor' | 'service-level' | 'tier' | 'availability'
  | 'unsold-hours' | 'own-cost';

export interface ReconcileStep {
  readonly key: ReconcileKey;
  readonly label: string;
  /** Cost per million tokens, input and output, after the step. */
  readonly usdPerMtok: number;
  readonly change: number;
  /** The convention whose figure this is, if it is one. */
  readonly convention: Convention | null;
  readonly basis: string;
}

export type ReconcileProblem =
  | { readonly code: 'no-rate'; readonly accelerator: string; readonly tier: string }
  | { readonly code: 'no-serving-point'; readonly group: string }
  | { readonly code: 'no-tokens' }
  | { readonly code: 'absent'; readonly detail: string };

/**
 * A plan's accelerator-hours with what an hour costs and makes, weighted over its rack
 * groups.
 */
interface FleetHours {
  readonly hours: number;
  readonly ownRate: number;
  readonly rentRate: number;
  /**
   * Total tokens per second and accelerator at the fastest-filling point of the frontier,
   * and at the one in use.
   */
  readonly peakTokPerSec: number;
  readonly tokPerSec: number;
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Adds up the groups; each weighs by its accelerator-hours in service over the horizon. */
function fleetHours(
  { stages: { groups, servings, lifecycle } }: Plan,
): Result<FleetHours, ReconcileProblem> {
  let total = { hours: 0, ownRate: 0, rentRate: 0, peakTokPerSec: 0, tokPerSec: 0 };
  for (const group of groups) {
    const { key } = group.record;
    const months = lifecycle.groups.find((g) => g.key === key);
    const hours = months === undefined ? 0 : sum(months.reservedAcceleratorHours);
    if (hours === 0) continue;
    const { hourlyHyperscalerUsd: own, hourlyRental3yrUsd: rent, name } = group.accelerator;
    if (own === undefined)
      return refuse({ code: 'no-rate', accelerator: name, tier: 'hyperscaler owner' });
    if (rent === undefined)
      return refuse({ code: 'no-rate', accelerator: name, tier: 'three-year rental' });
    const frontier = servings.find((s) => s.record.key === key)?.frontier;
    if (group.point === null) return refuse({ code: 'no-serving-point', group: key });
    const inUse = group.point.totalTokPerSecPerAccelerator;
    const peak = frontier?.ok === true
      ? Math.max(inUse, ...frontier.value.points.map((p) => p.totalTokPerSecPerAccelerator))
      : inUse;
    total = {
      hours: total.hours + hours, ownRate: total.ownRate + hours * own.value,
      rentRate: total.rentRate + hours * rent.value,
      peakTokPerSec: total.peakTokPerSec + hours * peak,
      tokPerSec: total.tokPerSec + hours * inUse,
    };
  }
  const { hours } = total;
  if (hours === 0) return refuse({ code: 'no-tokens' });
  return ok({
    hours, ownRate: total.ownRate / hours, rentRate: total.rentRate / hours,
    peakTokPerSec: total.peakTokPerSec / hours, tokPerSec: total.tokPerSec / hours,
  });
}

/**
 * Seconds of an hour over tokens of a million: Mtok per accelerator-hour to tokens per
 * second.
 */
const tokPerSecFrom = (mtok: number, hours: number): number => (mtok * 1e6) / (hours * 3600);

/**
 * The same design under four conventions, and the single changes between them, each
 * exact: vendor (cheapest owner's rate over the frontier's highest throughput, every hour
 * sold) -> service level kept: SemiAnalysis (owner's hourly rate over throughput at the
 * promised speed) -> three-year rental rate -> failures, power cap and software level as
 * planned -> hours not sold: cloud rental -> the plan's own cost in place of rent.
 * @returns steps in that order; the first `change` is the vendor figure itself, so all
 *   changes add up to own cost. Refused where the catalogue has no hourly rate, a group
 *   does not serve, or the plan has no unit cost
 * @source hourly rates: SemiAnalysis tiers of the catalogue; own cost:
 *   `headline.costPerMTokUsd`
 * @example reconcile(plan).value.at(-1)?.usdPerMtok // the plan's cost per million tokens
 */
export function reconcile(plan: Plan): Result<readonly ReconcileStep[], ReconcileProblem> {
  const fleet = fleetHours(plan);
  if (!fleet.ok) return fleet;
  const { hours, ownRate, rentRate, peakTokPerSec, tokPerSec } = fleet.value;
  const { totalMtok, capacityMtok } = plan.stages.lifecycle.total;
  const [served, able] = [tokPerSecFrom(sum(totalMtok), hours),
    tokPerSecFrom(sum(capacityMtok), hours)];
  if (!(served > 0)) return refuse({ code: 'no-tokens' });
  const own = plan.figures['headline.costPerMTokUsd'];
  if (own?.value == null) return refuse({ code: 'absent',
    detail: own?.absent?.detail ?? 'the plan has no unit cost' });
  const levels = [
    ['vendor', 'Vendor', costPerMtokFromHourly(ownRate, peakTokPerSec), 'vendor',
      'owner’s rate, highest throughput of the frontier, every hour sold'],
    ['service-level', 'Promised speed', costPerMtokFromHourly(ownRate, tokPerSec),
      'semianalysis',
      'owner’s rate, throughput at the service level, every hour sold'],
    ['tier', 'Rent instead of ownership', costPerMtokFromHourly(rentRate, tokPerSec), null,
      'three-year rental rate'],
    ['availability', 'Failures, power cap, software level',
      costPerMtokFromHourly(rentRate, able), null,
      'capacity as planned'],
    ['unsold-hours', 'Hours not sold', costPerMtokFromHourly(rentRate, served), 'rental',
      'tokens as planned'],
    ['own-cost', 'Own cost instead of rent', own.value, 'own',
      'capital charges and operating cost of this plan'],
  ] as const;
  return ok(levels.map(([key, label, usdPerMtok, convention, basis], i) =>
    ({ key, label, usdPerMtok, change: usdPerMtok - (levels[i - 1]?.[2] ?? 0), convention,
      basis })));
}
