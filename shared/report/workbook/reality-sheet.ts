import type { Plan } from '../../plan/types.ts';
import { reality } from '../../reality/reality.ts';
import { labelOf, mustBeTrue, verdictText } from '../../reality/texts.ts';
import { number, text, type Cell, type Sheet } from './model.ts';

const cell = (value: number | null): Cell | null =>
  (value === null ? null : number(value, 'carried'));
const heads = (...labels: readonly string[]): readonly Cell[] =>
  labels.map((label) => text(label, 'head'));

/** The plan beside what others published, with every peer, date and source; carried. */
export function realitySheet(plan: Plan): Sheet {
  const measures = reality(plan);
  return {
    name: 'Reality', widths: [34, 18, 16, 16, 16, 22, 90],
    freeze: { rows: 4, columns: 1 },
    rows: [
      [text('Beside what others published', 'title')],
      [text('Carried from the plan; nominal US dollars.', 'note')], [],
      heads('Measure', 'Unit', 'This plan', 'Lowest', 'Highest', 'This plan lies',
        'What would have to be true'),
      ...measures.map((measure) => [
        text(labelOf(measure)), text(measure.unit, 'note'), cell(measure.value),
        cell(measure.low), cell(measure.high),
        text(`${verdictText(measure)}${measure.marked ? ' (!)' : ''}`),
        text(mustBeTrue(measure)),
      ]),
      [], heads('Peer', 'Unit', 'Value', 'Date', 'Evidence', 'Measure', 'Source'),
      ...measures.flatMap((measure) => measure.peers.map((peer) => [
        text(peer.name), text(measure.unit, 'note'), cell(peer.value),
        text(peer.date ?? 'undated'), text(peer.evidence), text(labelOf(measure)),
        text(peer.note === '' ? peer.source : `${peer.source}; ${peer.note}`),
      ])),
    ],
  };
}
