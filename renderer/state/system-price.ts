import type { StatedFigure } from '../../shared/plan/entries/own-catalog.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { TcoRow } from '../../shared/search/tco.ts';
import { catalog } from './catalog.ts';
import { dropEntry, entryOf, ownRecordOf, withFigure, writeEntry } from './catalog-edits.ts';
import { inputsOf } from './document.ts';
import type { Edit } from './edits.ts';

/** A price for a whole system, of which the field shows the share of one accelerator. */
const acceleratorsOf = (system: string): number =>
  catalog.systems[system]?.accelerators.value ?? 1;

/** Price per accelerator that the project states of a system; null where it states none. */
export function statedPriceUsd(
  document: ProjectDocument, scenarioId: string, system: string,
): number | null {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok || ownRecordOf(inputs.value, 'systems', system) === undefined) return null;
  const { figures } = entryOf(inputs.value, 'systems', system, system);
  const price = figures['priceUsd'];
  return price === undefined ? null : price.value / acceleratorsOf(system);
}

/**
 * States what an accelerator of a system costs with its share of server and rack, as an own
 * entry of the catalogue; null takes it back, and an entry that states nothing else with it.
 */
export function systemPriceEdit(
  document: ProjectDocument, scenarioId: string, { system, name }: Pick<TcoRow, 'system' | 'name'>,
  usd: number | null,
): Edit {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) return [];
  const figure: StatedFigure | null = usd === null ? null : {
    value: usd * acceleratorsOf(system), unit: 'USD', source: 'Entered beside other systems',
    date: null, evidence: 'user',
  };
  const { properties, ...rest } =
    withFigure(entryOf(inputs.value, 'systems', system, name), 'priceUsd', figure);
  const { priceCovers: _covers, ...others } = properties;
  const next = { ...rest,
    properties: usd === null ? others : { ...others, priceCovers: 'system' } };
  const record = ownRecordOf(inputs.value, 'systems', system);
  const isEmpty = Object.keys(next.figures).length === 0 && Object.keys(others).length === 0;
  return usd === null && isEmpty && record !== undefined
    ? dropEntry(document, scenarioId, record) : writeEntry(document, scenarioId, next);
}
