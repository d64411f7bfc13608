import { formatQuantity } from '../../units/format.ts';
import { units } from '../../units/unit.ts';
import type { Flip, FlipAnswer } from './flip.ts';

function said(value: number, unit: string): string {
  const known = units.find((each) => each === unit);
  return known === undefined ? `${value} ${unit}` : formatQuantity(value, known);
}

const nameOf = (answer: FlipAnswer, side: 'a' | 'b'): string => `"${answer[side].name}"`;

/** Where an input is moved, when it is not moved in both. */
const whereOf = (answer: FlipAnswer, { side }: Flip): string =>
  (side === 'both' ? '' : ` in ${nameOf(answer, side)}`);

/** What a change means against what is stated of the input. */
function rangeText({ ranges, low, high, unit, inRange }: Flip): string {
  const stated = `its stated range of ${said(low, unit)} to ${said(high, unit)}`;
  return inRange ? `within ${stated}` : `${ranges.toFixed(1)} times as far as ${stated} goes`;
}

/**
 * A flip as a sentence a client can read: what would have to change, from what to what, and
 * how likely that is by what is stated of it.
 */
export function flipSentence(answer: FlipAnswer, flip: Flip): string {
  const { better, figure } = answer;
  const [ahead, behind] = better === 'b' ? ['b', 'a'] as const : ['a', 'b'] as const;
  return `${nameOf(answer, behind)} beats ${nameOf(answer, ahead)} on ${figure.label} once `
    + `${flip.label}${whereOf(answer, flip)} is ${said(flip.to, flip.unit)} instead of `
    + `${said(flip.from, flip.unit)}, ${rangeText(flip)}.`;
}

/** The order as it stands, and whether any single change reverses it. */
export function flipSummary(answer: FlipAnswer): string {
  const { better, figure, a, b, flips, tried, mostRanges } = answer;
  const values = `${said(a.value, figure.unit)} in ${nameOf(answer, 'a')} and ${said(b.value, figure.unit)} in ${nameOf(answer, 'b')}`;
  if (better === null) return `${figure.label} is the same in both: ${values}.`;
  const order = `${nameOf(answer, better)} is better: ${figure.label} is ${values}.`;
  const [first] = flips;
  return first === undefined
    ? `${order} None of ${tried} inputs reverses that alone, moved up to ${mostRanges} of its own ranges.`
    : `${order} ${flipSentence(answer, first)}`;
}
