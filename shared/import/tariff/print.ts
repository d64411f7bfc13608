import type { Tariff, TariffSchedule, TariffTier } from './types.ts';

type Json = Readonly<Record<string, unknown>>;

const tiersOf = (periods: readonly (readonly TariffTier[])[], unit: string): unknown =>
  periods.map((tiers) => tiers.map(({ max, rateUsd, sellUsd }) => ({
    rate: rateUsd, unit, ...(max === null ? {} : { max }),
    ...(sellUsd === null ? {} : { sell: sellUsd }),
  })));

const scheduled = (name: string, schedule: TariffSchedule | null): Json =>
  (schedule === null ? {} : {
    [`${name}ratestructure`]: tiersOf(schedule.periods, schedule.unit),
    ...(schedule.periods.length === 1 ? {} : {
      [`${name}weekdayschedule`]: schedule.weekday,
      [`${name}weekendschedule`]: schedule.weekend,
    }),
  });

/** Charges that meet the utility's own peak stand in one schedule for all days. */
const coincidentOf = (schedule: Tariff['coincident']): Json =>
  (schedule === null ? {} : {
    coincidentratestructure: tiersOf(schedule.periods, schedule.unit),
    ...(schedule.periods.length === 1 ? {}
      : { coincidentrateschedule: schedule.weekday }),
  });

function fixedOf({ fixed: { usd, per, minimumMonthUsd, minimumYearUsd } }: Tariff): Json {
  return {
    ...(usd === null ? {} : { fixedchargefirstmeter: usd,
      fixedchargeunits: `$/${per ?? 'month'}` }),
    ...(minimumMonthUsd === null ? {} : { minmonthlycharge: minimumMonthUsd }),
    ...(minimumYearUsd === null ? {} : { annualmincharge: minimumYearUsd }),
  };
}

function rulesOf({ demandRules }: Tariff): Json {
  const { ratchet, lookbackMonths, lookbackShare } = demandRules;
  return {
    ...(ratchet === null ? {} : { demandratchetpercentage: ratchet }),
    ...(lookbackMonths === null ? {} : { lookbackrange: lookbackMonths }),
    ...(lookbackShare === null ? {} : { lookbackpercent: lookbackShare }),
  };
}

/**
 * A tariff as a project keeps it: what a bill rests on, under the keys of the utility
 * rate database, rates with their adjustments in one. `readTariff` reads it back.
 * @example printTariff(tariff).slice(0, 8) // '{"name":'
 */
export const printTariff = (tariff: Tariff): string => JSON.stringify({
  name: tariff.name, ...(tariff.utility === null ? {} : { utility: tariff.utility }),
  ...scheduled('energy', tariff.energy), ...scheduled('demand', tariff.demand),
  ...(tariff.flatDemand === null ? {} : {
    flatdemandstructure: tiersOf(tariff.flatDemand.periods, tariff.flatDemand.unit),
    flatdemandmonths: tariff.flatDemand.months,
  }),
  ...coincidentOf(tariff.coincident), ...fixedOf(tariff), ...rulesOf(tariff),
});
