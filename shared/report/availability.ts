import { formatQuantity } from '../units/format.ts';
import { flow, small, table, text } from './blocks.ts';
import type { PlanView, Section } from './types.ts';
import { printOfPlan } from './print.ts';

/** Shares close to 1 need more digits than `formatQuantity` shows. */
const percent = (share: number, digits: number): string => `${(share * 100).toFixed(digits)} %`;

/** Capacity that every rack group delivers, with its interval and what takes the rest. */
export function availabilitySection(plan: PlanView): Section {
  const groups = plan.stages?.groups ?? [];
  const print = printOfPlan(plan);
  const spares = plan.figures['facility.spareAccelerators']?.value ?? null;
  return flow('availability', 'Availability', [
    text(
      'Share of installed accelerator time that can serve: a failed accelerator stops its whole instance until it is repaired.',
    ),
    ...table({
      id: 'availability', caption: '',
      columns: [
        { label: 'Rack group', unit: 'text', align: 'left' },
        { label: 'Delivered', unit: null, align: 'right' },
        { label: '5 to 95 %', unit: null, align: 'right' },
        { label: 'Lost to plans', unit: null, align: 'right' },
        { label: 'to the building', unit: null, align: 'right' },
        { label: 'to failures', unit: null, align: 'right' },
      ],
      rows: groups.map(({ record, delivery: { mean, low, high, lost } }) => {
        const share = (name: string): string => {
          const cause = lost.find((each) => each.name === name);
          return cause === undefined ? '–' : percent(cause.share, 3);
        };
        const isServed = plan.figures[`group.${record.key}.availability`]?.absent === undefined;
        return {
          level: 1,
          cells: !isServed ? [record.values.name, '–', '–', '–', '–', '–'] : [
            record.values.name, percent(mean, 3),
            low === high ? 'stated' : `${percent(low, 2)} to ${percent(high, 2)}`,
            share('planned'), share('facility'), share('accelerators'),
          ],
        };
      }),
    }),
    small(`Spare accelerators to keep in stock: ${formatQuantity(spares, 'count', print)}. What is delivered and what is lost add up to 100 % before rounding.`),
  ]);
}
