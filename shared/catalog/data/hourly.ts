import type { Accelerator } from '../types.ts';
import { cite } from '../cite.ts';
import type { Remark } from '../cite.ts';

const tiers = cite('SemiAnalysis AI Cloud TCO Model with surveys of July 2026, as listed in '
  + 'InferenceX-app, gpu-keys.ts (fork vngcloud/InferenceX-app @7fe6d62)', '2026-08-14', 'analyst');

type Hourly = Pick<Accelerator,
  'hourlyHyperscalerUsd' | 'hourlyNeocloudUsd' | 'hourlyRental3yrUsd' | 'allInPowerKw'>;

/**
 * The three hourly cost tiers and the all-in power of one accelerator; remarks where other
 * readings of the same model differ.
 */
export function hourly(hyperscaler: number, neocloud: number, rental3yr: number,
  allInKw: number,
  remarks: { readonly hyperscaler?: Remark; readonly rental?: Remark } = {}): Hourly {
  return {
    hourlyHyperscalerUsd: tiers(hyperscaler, 'USD/h', remarks.hyperscaler),
    hourlyNeocloudUsd: tiers(neocloud, 'USD/h'),
    hourlyRental3yrUsd: tiers(rental3yr, 'USD/h', remarks.rental),
    allInPowerKw: tiers(allInKw, 'kW',
      { note: 'holds PUE, network and host: never multiplied by PUE '
        + 'again' }),
  };
}
