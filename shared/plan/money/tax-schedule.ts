import { bonusShareAt, federalBonusRules } from '../../economics/functions/macrs.ts';
import type { TaxDepreciation } from '../../economics/statement/types.ts';
import { parseNumberList } from '../../project/number-list.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { unreachable } from '../../units/result.ts';
import { parseMonth } from '../entries/calendar.ts';

/** Servers and network are five-year property (IRS Publication 946). */
const recoveryYears = 5;

/**
 * ISO date of the first day of a plan month.
 * @example dateOfMonth('2027-01', 0) // '2026-12-01'
 */
export function dateOfMonth(startMonth: string, month: number): string {
  const start = parseMonth(startMonth) ?? { year: 2027, month: 1 };
  const at = start.year * 12 + start.month - 2 + month;
  return `${Math.floor(at / 12)}-${String((((at % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * How systems are deducted from tax: ordered at the first payment, in service from their
 * first month.
 */
export function systemDepreciation(
  { finance, project }: ScenarioInputs, serviceMonth: number, leadMonths: number,
): TaxDepreciation {
  const { values } = finance;
  const { depreciation } = values;
  const macrs = () =>
    ({ method: 'macrs', recoveryYears, convention: values.macrsConvention } as const);
  switch (depreciation) {
    case 'macrs5': return { schedule: macrs(), bonusShare: 0 };
    case 'straight': return {
      schedule: { method: 'straight-line', lifeYears: values.systemLifeYears },
      bonusShare: 0,
    };
    case 'declining':
      return { schedule: { method: 'declining', lifeYears: values.systemLifeYears, factor: 2 },
        bonusShare: 0 };
    case 'bonus': return { schedule: macrs(), bonusShare: 1 };
    case 'bonus-rule': {
      const { startMonth } = project.values;
      const ordered = dateOfMonth(startMonth, serviceMonth - Math.max(1, leadMonths));
      const service = dateOfMonth(startMonth, serviceMonth);
      return { schedule: macrs(),
        bonusShare: bonusShareAt(federalBonusRules, ordered, service, recoveryYears) };
    }
    case 'custom': {
      const shares = parseNumberList(values.customDepreciation, { min: 0, max: 1, most: 40 });
      return { schedule: { method: 'custom', shares: shares.ok ? shares.value : [] },
        bonusShare: 0 };
    }
    case 'none': return { schedule: { method: 'none' }, bonusShare: 0 };
    default: return unreachable(depreciation, 'systemDepreciation');
  }
}
