import type { Accelerator } from '../types.ts';
import { cite } from '../cite.ts';
import type { Remark } from '../cite.ts';

const tiers = cite('SemiAnalysisAI/InferenceX-app @77ca49a, constants.ts', '2026-04-03',
  'analyst');

type Hourly = Pick<Accelerator,
  'hourlyHyperscalerUsd' | 'hourlyNeocloudUsd' | 'hourlyRental3yrUsd' | 'allInPowerKw'>;

/**
 * The three hourly cost tiers and the all-in power of one accelerator; `remark` is about
 * the costs only.
 */
export function hourly(hyperscaler: number, neocloud: number, rental3yr: number,
  allInKw: number,
  remark?: Remark): Hourly {
  return {
    hourlyHyperscalerUsd: tiers(hyperscaler, 'USD/h', remark),
    hourlyNeocloudUsd: tiers(neocloud, 'USD/h', remark),
    hourlyRental3yrUsd: tiers(rental3yr, 'USD/h', remark),
    allInPowerKw: tiers(allInKw, 'kW',
      { note: 'holds PUE, network and host: never multiplied by PUE '
        + 'again' }),
  };
}
