import { formatQuantity } from '../../units/format.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { curveOfTraffic, routerVolume } from '../life/demand-params.ts';
import { daysPerMonth } from '../../lifecycle/month.ts';
import type { StageResults } from '../stages.ts';

/** Share of a class's demand above its market of which a reader is told. */
const tellAbove = 0.001;

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Demand as a person entered it. */
interface Entered {
  readonly path: string;
  readonly name: string;
  readonly tokensPerDay: number;
}

/** Tokens a day that the classes ask for, where a person states them. */
function enteredDemand({ inputs, lifecycle }: StageResults): readonly Entered[] {
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

const enteredMarkets = ({ inputs }: StageResults): readonly Entered[] =>
  inputs.traffic.flatMap(({ key, values }): readonly Entered[] =>
    (values.marketVolume !== 'entered' || values.marketTokensPerDay === null ? []
      : [{ path: `traffic.${key}.marketTokensPerDay`, name: values.name,
        tokensPerDay: values.marketTokensPerDay }]));

/** Tokens a day that are known of the whole world, counted once. */
const worldTokensPerDay = ({ catalog }: StageResults): number =>
  Object.values(catalog.markets).filter(({ world }) => world)
    .reduce((total, { figure }) => total + figure.value, 0);

/** More tokens a day than are known of the whole world are no demand; marked where they stand. */
export function demandLimits(stages: StageResults): readonly Limit[] {
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

/** What is not sold because the market is smaller, and markets nobody counts. */
export function marketWarnings({ inputs, lifecycle, catalog }: StageResults): readonly Warning[] {
  const beyond = lifecycle.traffic.flatMap((months): readonly Warning[] => {
    const share = sum(months.aboveMarketMtok)
      / Math.max(Number.MIN_VALUE, sum(months.demandMtok));
    const traffic = inputs.traffic.find(({ key }) => key === months.key);
    return share <= tellAbove || traffic === undefined ? [] : [{
      code: 'demand-above-market', where: `traffic.${months.key}.marketShareMost`,
      text: `${traffic.values.name}: ${formatQuantity(share, 'fraction')} of the tokens asked for are more than ${formatQuantity(traffic.values.marketShareMost, 'fraction')} of the market and are not sold.`,
    }];
  });
  const uncounted = inputs.traffic.filter(({ values }) => values.marketVolume === 'router'
    && routerVolume(catalog, values.model) === null).map(({ key, values }): Warning => ({
    code: 'no-market-volume', where: `traffic.${key}.marketVolume`,
    text: `${values.name}: no public router’s volume of ${catalog.models[values.model]?.name ?? values.model} is known, so nothing limits what is sold; enter the market.`,
  }));
  return [...beyond, ...uncounted];
}
