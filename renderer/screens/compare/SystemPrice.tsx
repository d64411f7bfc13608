import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { lacksPrice, type TcoRow } from '../../../shared/search/tco.ts';
import { systemPriceEdit, statedPriceUsd } from '../../state/system-price.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { systemsText as words } from '../../text/systems.ts';

const field = fieldOf('capex', 'acceleratorPriceUsd');
const most = field?.type === 'number' ? field.max : Infinity;

/** Where a price is entered that nobody publishes; it stays with the project as one's own. */
export function SystemPrice({ row }: { readonly row: TcoRow }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const stated = statedPriceUsd(document, scenarioId, row.system);
  const [draft, setDraft] = useState<number | '' | null>(null);
  if (stated === null && !lacksPrice(row)) return null;
  const keep = (): void => {
    const price = draft === '' ? null : draft;
    setDraft(null);
    if (draft === null || price === stated || (price !== null && price <= 0)) return;
    edit(words.labelPrice(row.name), systemPriceEdit(document, scenarioId, row, price));
  };
  return (
    <NumberInput size="xs" className="systems-price" hideControls prefix="$ " min={0} max={most}
      thousandSeparator="," disabled={readOnly} aria-label={words.priceOf(row.name)}
      label={stated === null ? words.noPrice : words.ownPrice}
      value={draft ?? stated ?? ''}
      onChange={(value) => { setDraft(typeof value === 'number' ? value : ''); }}
      onBlur={keep} onKeyDown={({ key }) => { if (key === 'Enter') keep(); }} />
  );
}
