import { findSwitch } from '../../catalog/lookup.ts';
import type { Limit } from '../../units/limit.ts';
import { once } from '../../units/once.ts';
import {
  compatNotices, networkFix, type Notices, type Together,
} from '../entries/compat.ts';
import { nicGbpsOf } from '../entries/nic-rate.ts';
import type { References } from '../entries/references.ts';
import { planNetwork } from '../site/fabric.ts';
import type { StageResults } from '../stages.ts';

/** What a plan puts together; null where its switch is not in the catalogue. */
function togetherOf(stages: StageResults): Together | null {
  const { inputs, catalog, servings: groups, site, accelerators } = stages;
  const found = findSwitch(catalog, inputs.network.values.switchModel);
  if (!found.ok) return null;
  const references: References = { site, switchModel: found.value,
    groups: new Map(groups.map((group) => [group.record.key, group])) };
  return {
    inputs, catalog, groups, switchModel: found.value,
    points: groups[0]?.request.measured ?? null,
    nicGbps: Math.max(...groups.map(({ accelerator }) => nicGbpsOf(inputs, accelerator))),
    canBuild: (switchModel) =>
      planNetwork(inputs, { ...references, switchModel }, accelerators).design !== null,
  };
}

/** Limits of a network that cannot be built, with the switch that could. */
function withSwitch(limits: readonly Limit[], together: Together): readonly Limit[] {
  return limits.map((limit) => {
    if (!limit.broken || limit.where !== 'network.switchModel') return limit;
    const fix = networkFix(together);
    return fix.length === 0 ? limit : { ...limit, fix };
  });
}

/** Whether a serving refusal is said already, more exactly, by a limit of what goes together. */
const isSaid = ({ code, where }: Limit, said: readonly Limit[]): boolean =>
  code === 'figure-missing' && said.some((other) => other.code === 'precision-not-supported'
    && other.where.startsWith(`${where}.`));

export interface CompatNotices extends Notices {
  /** Serving limits without those that are said more exactly. */
  readonly serving: (limits: readonly Limit[]) => readonly Limit[];
  /** Limits of the network with the change that mends them. */
  readonly network: (limits: readonly Limit[]) => readonly Limit[];
}

/** What does not go together in a plan, and what that means for its other limits. */
export function compatOf(stages: StageResults): CompatNotices {
  const together = once(() => togetherOf(stages));
  const found = once((): Notices => {
    const asked = together();
    return asked === null ? { limits: [], warnings: [] } : compatNotices(asked);
  });
  return {
    get limits() { return found().limits; },
    get warnings() { return found().warnings; },
    serving: (limits) => limits.filter((limit) => !isSaid(limit, found().limits)),
    network: (limits) => {
      const asked = together();
      return asked === null ? limits : withSwitch(limits, asked);
    },
  };
}
