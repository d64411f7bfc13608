import type { PlanCore } from '../plan/types.ts';
import { addressOf } from '../project/path.ts';
import { formatQuantity } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';
import type { MovableInput } from '../uncertainty/movable.ts';
import { rankAll, topInputs, type RankedInput } from '../uncertainty/ranking.ts';
import type { Movable } from '../uncertainty/world.ts';
import { axisOf, headOn, printOn, columnScaleOf } from './scale.ts';
import type { BarRow, Bars } from './types.ts';
import { printOfPlan } from './print.ts';

/** What moves the headline most, and of how many inputs that were tried. */
export interface Tornado {
  readonly ranked: readonly RankedInput[];
  readonly tried: number;
}

/** Bars a page has room for. */
const mostBars = 5;

/** Fields a plan's worth usually turns on, by kind and field; the rest moves it little. */
const tried: ReadonlySet<string> = new Set([
  'demand.utilisation', 'traffic.priceDecline', 'traffic.inputUsdPerMtok',
  'traffic.outputUsdPerMtok', 'traffic.cacheHit', 'capex.systemPriceFactor',
  'capex.acceleratorPriceUsd', 'capex.facilityUsdPerMw', 'capex.systemResidual',
  'finance.discountRate', 'site.electricityUsdPerKwh', 'tariff.energyLevel',
  'opex.staffUsdPerMwYear',
  'opex.systemSupportShare', 'opex.salesShare', 'opex.maintenanceShare',
  'capex.hostAdder', 'demand.growth', 'demand.tokensPerDay',
]);

/** Whether an input is worth two plans of a report's time. */
function isTried({ id, kind, unit }: MovableInput): boolean {
  if (kind === 'serving') return true;
  if (kind === 'catalog') return unit.startsWith('USD');
  const at = addressOf(id);
  return at !== null && tried.has(`${at.kind}.${at.field}`);
}

/**
 * Moves the inputs a plan's worth usually turns on, each alone, to both ends of what is
 * known of it.
 */
export function measureTornado(movable: Movable): Tornado {
  const inputs = movable.inputs.filter(isTried);
  return { tried: inputs.filter(({ low, high }) => low < high).length,
    ranked: topInputs(rankAll({ ...movable, inputs }, ['headline.npvUsd']), 0, mostBars) };
}

/** Both ends of an input, its unit once: `35.0 to 60.0 %`. */
function printSpan(
  { kind, unit }: MovableInput, first: number, second: number, plan: PlanCore,
): string {
  const [from, to] = [first, second].map((value) => Number(value.toPrecision(3)));
  if (from === undefined || to === undefined) return '';
  if (kind === 'catalog' && !unit.startsWith('USD')) return `${from} to ${to} ${unit}`;
  const print = printOfPlan(plan);
  const [left, right] = [from, to].map((value) => formatQuantity(value, unit as Unit, print));
  const tail = /(?: ?[%\p{L}/].*)$/u.exec(right ?? '')?.[0] ?? '';
  return `${tail !== '' && left?.endsWith(tail) === true ? left.slice(0, -tail.length) : left ?? ''} to ${right ?? ''}`;
}

/** Inputs as two-sided bars around what the plan is worth, each with its own two sides. */
export function tornadoBars(
  plan: PlanCore, { ranked, tried: count }: Tornado,
): Bars | null {
  const npv = plan.figures['headline.npvUsd']?.value ?? null;
  if (npv === null || ranked.length === 0) return null;
  const print = printOfPlan(plan);
  const ends = ranked.map(({ effects: [effect] }) =>
    [effect?.low ?? null, effect?.high ?? null] as const);
  const known = ends.flat().flatMap((each) => each ?? []);
  const scale = columnScaleOf([npv, ...known], 'USD', print);
  const axis = axisOf([npv, 0, ...known], scale);
  const origin = axis.place(npv);
  const side = (value: number | null) => (value === null ? [] : [{
    from: Math.min(origin, axis.place(value)), to: Math.max(origin, axis.place(value)),
    tone: value < npv ? 'loss' as const : 'gain' as const,
  }]);
  return {
    id: 'tornado', caption: 'What moves it most',
    note: `NPV with one input at a time at the ends of what is known of it, around that of the plan; the largest of ${count} inputs tried.`,
    nameHead: 'Input', barHead: headOn('NPV', scale),
    columns: [headOn('NPV from', scale), 'to'],
    origin, ticks: axis.ticks,
    rows: ranked.map(({ input }, i): BarRow => {
      const [low, high] = ends[i] ?? [null, null];
      const [worse, better] = low !== null && high !== null && low > high ? [high, low]
        : [low, high];
      const swapped = worse !== low;
      const [first, second] = swapped ? [input.high, input.low] : [input.low, input.high];
      return {
        name: input.label, strong: false, whisker: null, why: '',
        detail: printSpan(input, first, second, plan),
        marks: [...side(low), ...side(high)],
        cells: [printOn(scale, worse), printOn(scale, better)],
      };
    }),
  };
}
