import type { Site } from '../../catalog/types.ts';
import { findSwitch } from '../../catalog/lookup.ts';
import type { Limit } from '../../units/limit.ts';
import {
  compatNotices, networkFix, type Notices, type Together,
} from '../entries/compat.ts';
import { nicLimits } from '../entries/nic-limit.ts';
import { nicGbpsOf } from '../entries/nic-rate.ts';
import type { References } from '../entries/references.ts';
import type { GroupServing } from '../serving/serving.ts';
import { planNetwork } from '../site/fabric.ts';

/** What is put together, as far as it is asked whether it goes together. */
interface Parts extends Pick<Together, 'inputs' | 'catalog'> {
  readonly servings: readonly GroupServing[];
  readonly site: Site;
  /** Accelerators in service at once, at most. */
  readonly accelerators: number;
}

/** What a plan puts together; null where its switch is not in the catalogue. */
function togetherOf(parts: Parts): Together | null {
  const { inputs, catalog, servings: groups, site } = parts;
  const found = findSwitch(catalog, inputs.network.values.switchModel);
  if (!found.ok) return null;
  const references: References = { site, switchModel: found.value,
    groups: new Map(groups.map((group) => [group.record.key, group])) };
  return {
    inputs, catalog, groups, switchModel: found.value,
    points: groups[0]?.request.measured ?? null,
    nicGbps: Math.max(...groups.map(({ accelerator }) => nicGbpsOf(inputs, accelerator))),
    canBuild: (switchModel) =>
      planNetwork(inputs, { ...references, switchModel }, parts.accelerators).design !== null,
  };
}

/** Whether no network of the switch can be built. */
const isSwitch = ({ broken, where }: Limit): boolean =>
  broken && where === 'network.switchModel';

/** Limits of a network that cannot be built, with the switch that could. */
function withSwitch(limits: readonly Limit[], together: Together): readonly Limit[] {
  return limits.map((limit) => {
    if (!isSwitch(limit)) return limit;
    const fix = networkFix(together);
    return fix.length === 0 ? limit : { ...limit, fix };
  });
}

/** Whether a refusal is said already, more exactly, by a limit of what goes together. */
const isSaid = ({ code, where }: Limit, said: readonly Limit[]): boolean =>
  (code === 'figure-missing' && said.some((other) => other.code === 'precision-not-supported'
    && other.where.startsWith(`${where}.`)))
  // No switch has ports of a rate that no card has either.
  || (code === 'switch-too-slow' && said.some((other) => other.code === 'nic-too-slow'));

/** What does not go together in a plan. */
export function compatOf(parts: Parts): Notices {
  const together = togetherOf(parts);
  if (together === null) return { limits: [], warnings: [] };
  const { limits, warnings } = compatNotices(together);
  return { limits: [...limits, ...nicLimits(together)], warnings };
}

/**
 * Limits of what is built and served after those of what does not go together: without
 * those that the latter say more exactly, and with the switch that could form the network.
 */
export function withCompat(
  parts: Parts, compat: Notices, limits: readonly Limit[],
): readonly Limit[] {
  const left = limits.filter((limit) => !isSaid(limit, compat.limits));
  const together = left.some(isSwitch) ? togetherOf(parts) : null;
  return [...compat.limits, ...(together === null ? left : withSwitch(left, together))];
}
