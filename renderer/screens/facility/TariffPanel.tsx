import { Button, SegmentedControl } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Tariff } from '../../../shared/import/tariff/types.ts';
import { tariffInUse } from '../../../shared/plan/money/tariff-lines.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { ImportButton } from '../../components/ImportButton.tsx';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawMatrix } from '../../diagrams/matrix.ts';
import { setField } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, useIsReadOnly, useScenarioId,
} from '../../state/hooks.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { billRows, priceMatrix, type KindOfDay } from './tariff-rows.ts';
import { tariffText as words } from './tariff-text.ts';

const at = { kind: 'tariff', key: 'tariff', field: 'billing' } as const;

/** What electricity is billed by: one price, or a tariff whose schedule is shown with its bill. */
export function TariffPanel() {
  const inputs = useInputs();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  const isFixed = useIsReadOnly();
  const found = useMemo(() => (inputs === null ? null : tariffInUse(inputs)), [inputs]);
  if (inputs === null) return null;
  const { schedule, name } = inputs.tariff.values;
  const isOne = found === null;
  return (
    <>
      <section className="chart climate-import" aria-label={words.title}>
        <h2 className="chart-title">{words.title}</h2>
        <p>{words.help}</p>
        <div className="climate-actions">
          <ImportButton label={words.choose} />
          {(schedule !== '' || !isOne) && (
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={isFixed}
              onClick={() => {
                edit(isOne ? words.againLabel : words.oneLabel,
                  setField(document, scenarioId, at, isOne ? 'schedule' : 'price'));
              }}>
              {isOne ? words.again : words.one}
            </Button>
          )}
        </div>
        <p role="status" className="climate-said">
          {isOne ? schedule === '' ? words.none : words.kept(name)
            : found.ok ? words.billed(name || found.value.name) : words.unread}
        </p>
      </section>
      {found?.ok === true && <Prices tariff={found.value} />}
      {found?.ok === true && <Bill />}
    </>
  );
}

/** The price of every hour of the day in every month. */
function Prices({ tariff }: { readonly tariff: Tariff }) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [day, setDay] = useState<KindOfDay>('weekday');
  const { energy } = tariff;
  const drawing = useMemo(
    () => (energy === null ? null : drawMatrix(priceMatrix(energy, day), palette)),
    [energy, day, palette],
  );
  if (drawing === null) return null;
  return (
    <Diagram
      title={words.prices(words.days[day].toLowerCase())}
      summary={words.pricesSummary}
      drawing={drawing}
      heightPx={300}
      selected={selected}
      onSelect={select}
      legend={<p className="facility-hint">{words.pricesSummary}</p>}>
      <SegmentedControl
        size="xs"
        aria-label={words.day}
        value={day}
        onChange={(value) => { setDay(value === 'weekend' ? 'weekend' : 'weekday'); }}
        data={(['weekday', 'weekend'] as const)
          .map((value) => ({ value, label: words.days[value] }))}
      />
    </Diagram>
  );
}

/** What the tariff charges month by month. */
function Bill() {
  const plan = useDeferredValue(usePlan());
  const rows = useMemo(() => (plan.ok ? billRows(plan.value) : []), [plan]);
  return rows.length === 0 ? null : (
    <FactTable
      title={words.bill}
      help={words.billHelp}
      columns={words.columns}
      rows={rows.map(({ key, label, kwh, energyUsd, demandUsd, fixedUsd }) => ({
        key, strong: key === 'year',
        cells: [label, formatQuantity(kwh / 1000, 'MWh'),
          formatQuantity(energyUsd === null || kwh <= 0 ? null : energyUsd / kwh, 'USD/kWh'),
          ...[energyUsd, demandUsd, fixedUsd].map((usd) => formatQuantity(usd, 'USD'))],
      }))}
    />
  );
}
