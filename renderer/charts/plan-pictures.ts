import type { ChartId, PlanView } from '../../shared/report/types.ts';
import type { Look } from './look.ts';
import type { Picture } from './picture.ts';
import { capexPicture, cashFlowPicture, costStackPicture } from './pictures/money.ts';
import {
  energyPicture,
  priceAndCostPicture,
  supplyPicture,
  tokensAndMarginPicture,
  utilisationPicture,
} from './pictures/months.ts';
import { climatePicture, powerPicture } from './pictures/facility.ts';
import { puePicture } from './pictures/pue.ts';
import { memoryPicture, stepTimePicture } from './pictures/serving-point.ts';
import { frontierPicture } from './pictures/serving.ts';
import { explainAbsent } from '../text/absent.ts';
import { capexParts, chosenPoint, climateBands, frontierOf, powerSteps } from './stage-data.ts';

type Draw = (plan: PlanView, look: Look, groupKey: string | null) => Picture;

const drawers: Readonly<Record<ChartId, Draw>> = {
  'cost-stack': costStackPicture,
  'cash-flow': cashFlowPicture,
  'tokens-and-margin': tokensAndMarginPicture,
  'price-and-cost': priceAndCostPicture,
  utilisation: utilisationPicture,
  energy: energyPicture,
  capex: ({ stages, figures }, look) => {
    const absent = figures['headline.capexUsd']?.absent;
    return capexPicture(capexParts(stages), look,
      absent === undefined ? null : `${explainAbsent(absent)}.`);
  },
  frontier: ({ stages }, look, key) => frontierPicture(frontierOf(stages, key), look),
  memory: ({ stages }, look, key) => memoryPicture(chosenPoint(stages, key), look),
  'step-time': ({ stages }, look, key) => stepTimePicture(chosenPoint(stages, key), look),
  climate: ({ stages }, look) => climatePicture(climateBands(stages), look),
  power: ({ stages }, look) => powerPicture(powerSteps(stages), look),
  supply: supplyPicture,
  pue: ({ stages }, look) => puePicture(stages, look),
};

/**
 * A chart of a plan by its id, the same picture on screen and on paper.
 * @param groupKey rack group whose serving is drawn; null draws all frontiers and the
 *   first group's point
 */
export const pictureOf = (
  id: ChartId,
  plan: PlanView,
  look: Look,
  groupKey: string | null = null,
): Picture => drawers[id](plan, look, groupKey);
