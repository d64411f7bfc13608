import type { Catalog } from '../../catalog/types.ts';
import { daysPerMonth } from '../../lifecycle/month.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit } from '../../units/limit.ts';
import { curveOfTraffic } from './demand-params.ts';

/** What says how much is asked for. */
interface Demanded {
  readonly inputs: ScenarioInputs;
  readonly catalog: Catalog;
  readonly lifecycle: LifecycleResult;
}

/** Demand as a person entered it. */
interface Entered {
  readonly path: string;
  readonly name: string;
  readonly tokensPerDay: number;
}

/** Tokens a day that the classes ask for, where a person states them. */
function enteredDemand({ inputs, lifecycle }: Demanded): readonly Entered[] {
  const { mode, tokensPerDay } = inputs.demand.values;
  return inputs.traffic.flatMap((traffic): readonly Entered[] => {
    const { name } = traffic.values;
    const curve = curveOfTraffic(inputs, traffic.key);
    const months = lifecycle.traffic.find(({ key }) => key === traffic.key)?.demandMtok;
    if (curve !== undefined) return [{ name, path: `loadSeries.${curve.key}.scale`,
      tokensPerDay: ((months ?? new Float64Array(0)).reduce((a, b) => Math.max(a, b), 0) * 1e6)
        / daysPerMonth }];
    if (mode === 'utilisation') return [];
    const own = traffic.values.tokensPerDay;
    return [own === null ? { name, path: 'demand.tokensPerDay', tokensPerDay }
      : { name, path: `traffic.${traffic.key}.tokensPerDay`, tokensPerDay: own }];
  });
}

const enteredMarkets = ({ inputs }: Demanded): readonly Entered[] =>
  inputs.traffic.flatMap(({ key, values }): readonly Entered[] =>
    (values.marketVolume !== 'entered' || values.marketTokensPerDay === null ? []
      : [{ path: `traffic.${key}.marketTokensPerDay`, name: values.name,
        tokensPerDay: values.marketTokensPerDay }]));

/** Tokens a day that are known of the whole world, counted once. */
const worldTokensPerDay = ({ catalog }: Demanded): number =>
  Object.values(catalog.markets).filter(({ world }) => world)
    .reduce((total, { figure }) => total + figure.value, 0);

/** More tokens a day than are known of the whole world are no demand; marked where they stand. */
export function demandLimits(stages: Demanded): readonly Limit[] {
  const world = worldTokensPerDay(stages);
  if (world === 0) return [];
  const entered = [...enteredDemand(stages), ...enteredMarkets(stages)];
  const seen = new Set<string>();
  return entered.flatMap(({ path, name, tokensPerDay }): readonly Limit[] => {
    if (tokensPerDay <= world || seen.has(path)) return [];
    seen.add(path);
    const most = formatQuantity(world / 1e12, 'count');
    const isCurve = path.endsWith('.scale');
    return [{
      code: 'demand-above-world', where: path, limit: world, value: tokensPerDay,
      unit: 'tok/day', broken: true,
      nearestFix: isCurve
        ? `${name}: the load curve asks for more than the ${most} trillion tokens a day known of the whole world; lower its scale.`
        : `${name}: enter at most the ${most} trillion tokens a day known of the whole world.`,
      ...(isCurve ? {} : { fix: [{ path, value: world }] }),
    }];
  });
}
