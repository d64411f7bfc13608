import { isKind, type KindName } from '../../shared/project/kinds.ts';
import type { FieldValue } from '../../shared/project/field.ts';
import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import {
  baseScenario, documentOf, findTemplate, templates,
} from '../../shared/project/templates.ts';

/** The largest template with a record of every list that templates leave empty. */
const filled = 'gb300-100mw+lists';

type Entry = readonly [kind: KindName, values: Readonly<Record<string, FieldValue>>];

/** One record of each empty list, with values that let the others of its kind act. */
const lists: readonly Entry[] = [
  ['spike', { traffic: 'reasoning', multiplier: 1.3 }],
  ['feed', { mw: 99, month: 4, rampMonths: 2 }],
  ['generator', { mw: 10, runs: 'cheapest' }],
  ['loadSeries', { traffic: 'reasoning', inUse: true, tokensPerMonth: '3e14 4e14' }],
  ['placement', { rack: 'reasoning-001', position: 3 }],
  ['deviceType', { maximumW: '800 700', weightKg: 20, priceUsd: 9000 }],
  ['rackDevice', { device: 'one', group: 'reasoning' }],
  ['rackType', { heightU: 50, outerWidthM: 0.8 }],
  ['priceEvent', { traffic: 'reasoning', factor: 0.5 }],
  ['priceTier', { traffic: 'reasoning' }],
  ['rentalContract', { group: 'reasoning', inUse: false }],
];

const listRecord = ([kind, values]: Entry): ProjectRecord =>
  ({ id: `${baseScenario}:${kind}:one`, kind, scenarioId: baseScenario, key: 'one',
    position: 1, body: { values } });

/**
 * Names of the documents a sweep starts from: every template, and the largest with all
 * its lists filled.
 */
export const startNames: readonly string[] =
  [...templates.map((template) => template.id), filled];

/**
 * The document of a start.
 * @param name one of `startNames`
 * @returns the document, or null where no template has this name any more
 * @example startDocument('no-such-template') // null
 */
export function startDocument(name: string): ProjectDocument | null {
  const template = findTemplate(name.split('+')[0] ?? name);
  if (template === undefined) return null;
  // the revision compared with may know fewer kinds
  const known = lists.filter(([kind]) => isKind(kind));
  return documentOf([...template.records, ...(name === filled ? known.map(listRecord) : [])]);
}
