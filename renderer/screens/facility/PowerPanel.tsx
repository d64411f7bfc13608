import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { drawSite, type OneLineView } from '../../../shared/plan/one-line.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawOneLineView } from '../../diagrams/one-line.ts';
import { usePlan } from '../../state/use-plans.ts';
import { facilityText } from './text.ts';

/** The power chain with live loads, as it runs and after the worst loss of a block. */
export function PowerPanel() {
  const plan = useDeferredValue(usePlan());
  const stages = plan.ok ? plan.value.stages : null;
  const view = useMemo(() => (stages === null ? null : drawSite(stages)), [stages]);
  return view === null ? <p className="facility-none">{facilityText.noPower}</p> : <OneLine view={view} />;
}

function OneLine({ view }: { readonly view: OneLineView }) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [failing, setFailing] = useState(false);
  const worst = failing ? view.worst : null;
  const load = worst?.load ?? view.normal;
  const failed = worst?.failed ?? null;
  const drawing = useMemo(() => drawOneLineView(view, load, failed, palette), [view, load, failed, palette]);
  return (
    <Diagram
      title={facilityText.oneLine}
      summary={facilityText.oneLineSummary(view.set, view.sets)}
      drawing={drawing}
      heightPx={400}
      selected={selected}
      onSelect={select}
      legend={
        <p className="facility-hint" role="status">
          {[
            facilityText.oneLineSummary(view.set, view.sets),
            ...(failed === null ? [] : [facilityText.worst(failed), load.lostKw > 0.5 ? facilityText.lostLoad(load.lostKw) : facilityText.kept]),
            ...(load.overloads.length === 0 ? [] : [facilityText.overloads(load.overloads.map(({ id }) => id))]),
          ].join(' ')}
        </p>
      }>
      <SegmentedControl
        size="xs"
        aria-label={facilityText.state}
        value={failing ? 'worst' : 'normal'}
        onChange={(value) => {
          setFailing(value === 'worst');
        }}
        data={[
          { value: 'normal', label: facilityText.normal },
          { value: 'worst', label: facilityText.worstShort },
        ]}
      />
    </Diagram>
  );
}
