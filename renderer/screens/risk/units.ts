import type { Unit } from '../../../shared/units/unit.ts';
import type { DrawnFigure } from './risk-task.ts';

/** Units of the figures drawn. */
export const unitOfDrawn: Readonly<Record<DrawnFigure, Unit>> = {
  'headline.npvUsd': 'USD', 'headline.costPerMTokUsd': 'USD/Mtok',
  'headline.irr': 'fraction/year', 'headline.paybackMonths': 'month',
};
