import { NumberInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { drawTopology, type TopologyGraph } from '../../../shared/network/graph.ts';
import { pathsOf } from '../../../shared/network/graph-paths.ts';
import type { NetworkDesign } from '../../../shared/network/types.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { useLook } from '../../charts/use-look.ts';
import { ChartSlot } from '../../components/ChartSlot.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { Legend } from '../../diagrams/Legend.tsx';
import { drawTopologyGraph, tierColour } from '../../diagrams/topology.ts';
import { usePlan } from '../../state/use-plans.ts';
import { FabricFacts } from './FabricFacts.tsx';
import { networkText } from './text.ts';

/** Boxes of a tier that stay legible at the width of a screen. */
const boxesPerTier = 16;

/** The drawn fabric with one accelerator's paths, its counts, and the inputs that shape it. */
export function FabricPanel() {
  const plan = useDeferredValue(usePlan());
  const design = plan.ok ? plan.value.stages.network.design : null;
  return (
    <Workbench
      inputs={[{ kind: 'network' }]}
      matters={['network.fabric', 'network.switchModel', 'network.topology',
        'network.oversubscription', 'network.scaleOutGbps']}
      picture={design === null || design.endpoints === 0
        ? <p className="network-none">{networkText.none}</p> : <Fabric design={design} />}>
      {plan.ok && <FabricFacts plan={plan.value} />}
      <ChartSlot id="step-time" />
    </Workbench>
  );
}

function Fabric({ design }: { readonly design: NetworkDesign }) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [followed, follow] = useState<number | null>(null);
  const graph = useMemo(() => drawTopology(design, { maxPerTier: boxesPerTier }), [design]);
  const accelerator = followed !== null && followed < design.endpoints ? followed : null;
  const lit = useMemo(() => (accelerator === null ? null : pathsOf(graph, accelerator)),
    [graph, accelerator]);
  const drawing = useMemo(() => drawTopologyGraph(graph, lit, palette), [graph, lit, palette]);
  const pick = (id: string | null): void => {
    select(id);
    const first = firstOf(graph, id);
    if (first !== null) follow(first);
  };
  return (
    <Diagram
      title={networkText.drawing}
      summary={networkText.summary(topologyName(design), design.endpoints, design.switches)}
      drawing={drawing}
      heightPx={380}
      selected={selected}
      onSelect={pick}
      legend={
        <>
          <Legend
            entries={[
              ...legendOf(graph)
                .map(({ tier, label }) => ({ colour: tierColour(palette, tier), label })),
              ...(lit === null ? [] : [{ colour: palette.loss, label: networkText.lit }]),
            ]}
          />
          <p className="network-hint">{networkText.collapsed}</p>
        </>
      }>
      <NumberInput
        size="xs"
        className="network-follow"
        aria-label={networkText.follow}
        placeholder={networkText.follow}
        title={networkText.followHint(design.endpoints)}
        min={1}
        max={design.endpoints}
        clampBehavior="strict"
        allowDecimal={false}
        value={accelerator === null ? '' : accelerator + 1}
        onChange={(value) => {
          follow(typeof value === 'number' ? value - 1 : null);
        }}
      />
    </Diagram>
  );
}

function topologyName({ topology }: NetworkDesign): string {
  const field = fieldOf('network', 'topology');
  const choices = field?.type === 'choice' ? field.choices : [];
  return choices.find(({ value }) => value === topology)?.label ?? topology;
}

/** First accelerator of a box of accelerators or routers; other boxes follow none. */
function firstOf({ nodes, design }: TopologyGraph, id: string | null): number | null {
  const node = nodes.find((each) => each.id === id);
  if (node === undefined) return null;
  return node.tier === 0 ? Math.min(node.first, design.endpoints - 1) : null;
}

const tierLabels = {
  accelerators: 'Accelerators', leaf: 'Leaf switches', spine: 'Spine switches',
  core: 'Core switches', routers: 'Routers',
} as const;

const legendOf = ({ nodes }: TopologyGraph) =>
  nodes
    .filter((node, i) => nodes.findIndex((other) => other.tier === node.tier) === i)
    .map(({ tier, kind }) => ({ tier, label: tierLabels[kind] }));
