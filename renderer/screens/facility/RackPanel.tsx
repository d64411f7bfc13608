import { Button, NumberInput, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { devicesOfSystem, stackDevices } from '../../../shared/facility/elevation.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawElevation } from '../../diagrams/elevation.ts';
import { describeRack, type RackView } from '../../diagrams/hall-plan.ts';
import { moveRack } from './move-rack.ts';
import { facilityText } from './text.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';

interface Props {
  readonly plan: Plan;
  readonly view: RackView | null;
}

/** One rack: what stands in it, and where it should stand instead. */
export function RackPanel({ plan, view }: Props) {
  return (
    <section className="chart rack" aria-label={facilityText.rack}>
      {view === null ? (
        <p className="chart-empty">{facilityText.pickRack}</p>
      ) : (
        <>
          <h2 className="chart-title">{view.rack.rack}</h2>
          <p className="rack-facts">{describeRack(view)}</p>
          <Elevation plan={plan} view={view} />
          <Move key={`${view.rack.rack} ${view.rack.hall} ${view.rack.row} ${view.rack.position}`} plan={plan} view={view} />
        </>
      )}
    </section>
  );
}

function Elevation({ plan, view: { spec } }: { readonly plan: Plan; readonly view: RackView }) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const system = plan.stages.groups.find((g) => g.record.key === spec.key)?.system;
  const heightU = plan.inputs.hall.values.rackHeightU;
  const stacked = useMemo(() => {
    const devices = system === undefined ? null : devicesOfSystem(system);
    return devices === null ? null : stackDevices(devices, heightU, null);
  }, [system, heightU]);
  const drawing = useMemo(() => (stacked?.ok === true ? drawElevation(stacked.value, palette) : null), [stacked, palette]);
  if (system === undefined) return <p className="chart-empty">{facilityText.supportRack}</p>;
  if (stacked === null) return <p className="chart-empty">{facilityText.noElevation}</p>;
  if (!stacked.ok) return <p className="chart-empty">{facilityText.tooLow(stacked.error.haveU, stacked.error.needU)}</p>;
  return drawing === null ? null : (
    <Diagram
      title={facilityText.elevation}
      summary={system.name}
      drawing={drawing}
      heightPx={260}
      selected={selected}
      onSelect={select}
    />
  );
}

function Move({ plan, view: { rack } }: { readonly plan: Plan; readonly view: RackView }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [place, setPlace] = useState({ hall: rack.hall, row: rack.row, position: rack.position });
  const { halls } = plan.stages.halls;
  const rows = halls.find(({ id }) => id === place.hall)?.rows ?? [];
  return (
    <div className="rack-move">
      <Select
        size="xs"
        label={facilityText.hall}
        data={halls.map(({ id }) => id)}
        value={place.hall}
        allowDeselect={false}
        onChange={(hall) => {
          setPlace({ ...place, hall: hall ?? place.hall });
        }}
      />
      <Select
        size="xs"
        label={facilityText.row}
        data={rows.map(({ id }) => id)}
        value={place.row}
        allowDeselect={false}
        onChange={(row) => {
          setPlace({ ...place, row: row ?? place.row });
        }}
      />
      <NumberInput
        size="xs"
        label={facilityText.position}
        min={1}
        max={rows[0]?.positions ?? 1}
        clampBehavior="strict"
        value={place.position}
        onChange={(position) => {
          if (typeof position === 'number') setPlace({ ...place, position });
        }}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          edit(facilityText.moved(rack.rack), moveRack(document, scenarioId, rack.rack, place));
        }}>
        {facilityText.move}
      </Button>
      <p>{facilityText.moveHint}</p>
    </div>
  );
}
