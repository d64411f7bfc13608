import { formatQuantity } from '../../units/format.ts';
import type { Warning } from '../../units/limit.ts';
import { routerVolume } from '../life/demand-params.ts';
import type { StageResults } from '../stages.ts';

/** Share of a class's demand above its market of which a reader is told. */
const tellAbove = 0.001;

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

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
