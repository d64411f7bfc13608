import { plantPartNames } from '../../facility/site/plant-parts.ts';
import { publishedUsdPerMw } from '../../facility/site/site-bill.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Warning } from '../../units/limit.ts';
import { constructionOf } from '../money/construction.ts';
import { buswayAmps } from './plant.ts';
import type { StageResults } from '../stages.ts';

/** A row that wants more current than one busway carries. */
export function buswayWarnings(stages: StageResults): readonly Warning[] {
  const { value } = buswayAmps(stages);
  const { buswayMostA } = stages.inputs.hall.values;
  if (value === null || value <= buswayMostA) return [];
  const beside = Math.ceil(value / buswayMostA - 1e-9);
  return [{ code: 'busway-too-strong', where: 'hall.buswayMostA',
    text: `A row wants a busway of ${formatQuantity(value, 'A')}, and the largest made carries `
      + `${formatQuantity(buswayMostA, 'A')}: lay ${beside} side by side, or make rows shorter.`,
  }];
}

const weeksPerMonth = 52.18 / 12;

/** Construction that adds up to a price no survey gives, and parts that come too late. */
export function plantWarnings(
  { inputs, plant, priced: { costs } }: StageResults,
): readonly Warning[] {
  if (plant === null || inputs.plant.values.pricing !== 'parts' || costs.criticalMw <= 0)
    return [];
  const { plantUsd, buildingUsd } = constructionOf(inputs, costs);
  const perMw = (plantUsd + buildingUsd) / costs.criticalMw;
  const [least, most] = publishedUsdPerMw;
  const told = (usd: number): string => formatQuantity(usd, 'USD/MW');
  const { key, weeks } = plant.longest;
  const months = weeks / weeksPerMonth;
  const { constructionMonths } = inputs.capex.values;
  return [
    ...(perMw >= least && perMw <= most ? [] : [{
      code: 'plant-price-unusual', where: 'plant.pricing',
      text: `Building, power and cooling come to ${told(perMw)}, where surveys give ${told(least)} to ${told(most)}; 15 to 20 M is said of AI halls. Check the prices of the plant, or price it by the survey.`,
    }]),
    ...(months <= constructionMonths ? [] : [{
      code: 'lead-time-long', where: 'capex.constructionMonths',
      text: `The ${plantPartNames[key]} take ${formatQuantity(weeks, 'week')} to arrive, longer than the ${formatQuantity(constructionMonths, 'month')} of construction: order them before, or build longer.`,
    }]),
  ];
}
