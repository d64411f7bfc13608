import type { Disclosure } from '../project/disclosure.ts';
import type { FieldValue } from '../project/field.ts';
import type { ProjectDocument } from '../project/record.ts';
import { cellOf } from './cells.ts';
import { isHiddenNumber, placeValues, type HiddenNumber, type HiddenValue } from './hidden.ts';
import type { Headline, Probe } from './probe.ts';

/**
 * What is to be handed over: the project with its hidden values still in it, and how
 * their figures are given.
 */
export interface Subject {
  readonly document: ProjectDocument;
  readonly hidden: readonly HiddenValue[];
  readonly disclosure: Disclosure;
  readonly probe: Probe;
}

/** Other values in place of some hidden ones, by their place in the list. */
export type Candidate = ReadonlyMap<HiddenValue, FieldValue | undefined>;

const nameOf = (candidate: Candidate, hidden: readonly HiddenValue[]): string =>
  JSON.stringify(
    [...candidate].map(([each, value]) => [hidden.indexOf(each), value ?? 'default']),
  );

/**
 * The project with a candidate in place of hidden values, the others as they are: what somebody
 * would try who knew all of them but these.
 */
export function headlineAt(
  subject: Subject, scenarioId: string, candidate: Candidate,
): Headline {
  const { document, hidden, probe } = subject;
  const make = (): ProjectDocument =>
    placeValues(document, hidden,
      (each) => (candidate.has(each) ? candidate.get(each) : each.value));
  return probe.headline(`at ${nameOf(candidate, hidden)}`, make, scenarioId);
}

/**
 * What stands for a hidden value in the document that issued figures are computed from: nothing
 * where figures are withheld, else the middle of a number's cell. Every issued figure
 * follows from this, and so tells no more.
 */
export function standIn(
  hidden: HiddenValue, value: FieldValue, { mode, gridShare }: Disclosure,
): FieldValue | undefined {
  if (mode === 'withhold' || hidden.field.type !== 'number' || typeof value !== 'number')
    return undefined;
  return cellOf(value, hidden.field, gridShare).at;
}

/**
 * Whether a hidden value has a stand-in of its own; what rests on one that has none is
 * withheld.
 */
export const standsOnGrid = (
  hidden: HiddenValue, { mode }: Disclosure,
): hidden is HiddenNumber =>
  mode !== 'withhold' && isHiddenNumber(hidden);

/**
 * Headline figures as they can be issued, computed from stand-ins alone.
 * @param candidate values in place of the hidden ones, which then get the stand-ins of those
 * @param edges stand-ins that are moved to an end of their cell
 */
export function issuableHeadline(
  subject: Subject, scenarioId: string, candidate: Candidate = new Map(),
  edges: Candidate = new Map(),
): Headline {
  const { document, hidden, disclosure, probe } = subject;
  const stands = new Map(hidden.map((each): [HiddenValue, FieldValue | undefined] => {
    const value = candidate.has(each) ? candidate.get(each) ?? null : each.value;
    return [each, edges.has(each) ? edges.get(each) : standIn(each, value, disclosure)];
  }));
  const make = (): ProjectDocument => placeValues(document, hidden, (each) => stands.get(each));
  return probe.headline(`stand-ins ${nameOf(stands, hidden)}`, make, scenarioId);
}
