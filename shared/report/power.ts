import { drawSite, type OneLineView } from '../plan/figures/site-drawing.ts';
import { formatQuantity } from '../units/format.ts';
import { chart, drawings, flow, heading, table, text } from './blocks.ts';
import { figureTable } from './serving.ts';
import type { Block, PlanView, Section } from './types.ts';

/** The power chain as it runs and after the worst failure, with its loads. */
export function powerSection(plan: PlanView): Section {
  const view = plan.stages === undefined ? null : drawSite(plan.stages);
  const diagrams = view === null ? [text('No rack draws power yet.')] : oneLines(view);
  return flow('power', 'Power chain', [
    ...diagrams,
    chart('power'),
    ...table(figureTable(plan, 'power', 'Power chain', [
      ['power.upsBlocks', 'UPS blocks'], ['power.busiestKw', 'Busiest UPS block'],
      ['power.busiestWorstKw', 'Busiest UPS block after the worst failure'],
      ['power.droppedWorstKw', 'Load dropped by the worst failure'],
      ['power.generators', 'Generator sets'],
      ['power.rackAmps', 'Current of the strongest rack'],
      ['power.buswayAmps', 'Busway rating wanted'],
    ])),
  ]);
}

function oneLines(view: OneLineView): readonly Block[] {
  const part = view.sets === 1 ? ''
    : ` Set ${view.set} of ${view.sets}, the one that carries most, is drawn.`;
  return [
    text(`From the utility to the racks, with the load of every part in the design hour.${part}`),
    drawings({ id: 'one-line', state: 'normal' }),
    ...(view.worst === null ? [] : [heading('After the worst failure'),
      text(describeFailure(view.worst)), drawings({ id: 'one-line', state: 'worst' })]),
  ];
}

/** What is lost, what stops, and what is then overloaded. */
export function describeFailure({ failed, load }: NonNullable<OneLineView['worst']>): string {
  const stops = load.lostKw > 0.5
    ? `no block carries ${formatQuantity(load.lostKw, 'kW')}, and those racks stop`
    : 'every rack keeps its power';
  const over = load.overloads.length === 0 ? 'nothing exceeds its rating'
    : `over their rating: ${load.overloads.map(({ id }) => id).join(', ')}`;
  return `The worst single failure is the loss of ${failed}: ${stops}; ${over}.`;
}
