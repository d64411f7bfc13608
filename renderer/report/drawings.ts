import { devicesOfSystem, stackDevices } from '../../shared/facility/halls/elevation.ts';
import { drawTopology } from '../../shared/network/graph.ts';
import { drawSite } from '../../shared/plan/figures/site-drawing.ts';
import { describeFailure } from '../../shared/report/power.ts';
import type { DrawingRef, PlanView } from '../../shared/report/types.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import type { Drawing } from '../diagrams/drawing.ts';
import { drawElevation } from '../diagrams/elevation.ts';
import { drawHalls, kindColours, viewRacks } from '../diagrams/hall-plan.ts';
import { drawOneLineView } from '../diagrams/one-line.ts';
import { drawTopologyGraph, tierColour } from '../diagrams/topology.ts';

/**
 * A diagram ready for paper: shapes, words for those who do not see it, and what its
 * colours mean.
 */
export interface PaperDiagram {
  readonly title: string;
  readonly summary: string;
  readonly drawing: Drawing;
  readonly legend: readonly { readonly colour: string; readonly label: string }[];
}

/** Boxes of a tier that stay legible across a page. */
const boxesPerTier = 10;

/**
 * A diagram of a plan as data.
 * @returns why there is none, in a sentence, where the plan lacks what it shows
 */
export function diagramOf(
  ref: DrawingRef, plan: PlanView, palette: Palette,
): PaperDiagram | string {
  switch (ref.id) {
    case 'hall-plan': return hallPlan(plan, palette);
    case 'elevation': return elevation(plan, ref.group, palette);
    case 'one-line': return oneLine(plan, ref.state, palette);
    case 'topology': return topology(plan, palette);
  }
}

const kindLabels = {
  compute: 'Compute', network: 'Network', storage: 'Storage', cdu: 'Coolant distribution',
} as const;

function hallPlan({ stages, inputs }: PlanView, palette: Palette): PaperDiagram | string {
  if (stages === undefined) return 'The halls are not known here.';
  const racks = viewRacks(stages.halls, inputs.hall.values);
  const colours = kindColours(palette);
  const present = (['compute', 'network', 'storage', 'cdu'] as const).filter(
    (kind) => racks.some(({ spec }) => spec.kind === kind),
  );
  const counts =
    present.map((kind) =>
      `${formatQuantity(racks.filter(({ spec }) => spec.kind === kind).length, 'count')} ${kindLabels[kind].toLowerCase()}`);
  const { lengthM, widthM } = inputs.hall.values;
  return {
    title: 'Hall plan, seen from above',
    summary:
      `${formatQuantity(stages.halls.halls.length, 'count')} halls of ${formatQuantity(lengthM, 'm')} by ${formatQuantity(widthM, 'm')} with ${counts.join(', ')} racks in rows.`,
    drawing: drawHalls(stages.halls, racks, inputs.hall.values, 'kind', palette),
    legend: present.map((kind) => ({ colour: colours[kind], label: kindLabels[kind] })),
  };
}

function elevation(
  { stages, inputs }: PlanView, group: string, palette: Palette,
): PaperDiagram | string {
  const system = stages?.groups.find(({ record }) => record.key === group)?.system;
  if (system === undefined) return 'The system of this rack group is not known.';
  const devices = devicesOfSystem(system);
  if (devices === null)
    return `${system.name}: the catalogue states no height, so its elevation is not drawn.`;
  const stacked = stackDevices(devices, inputs.hall.values.rackHeightU, null);
  if (!stacked.ok)
    return `${system.name} needs ${stacked.error.needU} units; the rack has ${stacked.error.haveU}.`;
  const { usedU, freeU, heightU } = stacked.value;
  return {
    title: `Rack of ${system.name}`,
    summary:
      `Rack of ${heightU} units from the front: ${devices.map(({ count, name }) => `${count} x ${name}`).join(', ')}; ${usedU} units used, ${freeU} free.`,
    drawing: drawElevation(stacked.value, palette), legend: [],
  };
}

function oneLine(
  { stages }: PlanView, state: 'normal' | 'worst', palette: Palette,
): PaperDiagram | string {
  const view = stages === undefined ? null : drawSite(stages);
  if (view === null) return 'No rack draws power yet.';
  const worst = state === 'worst' ? view.worst : null;
  const load = worst?.load ?? view.normal;
  const loads =
    view.graph.nodes.map(({ id }) => `${id} ${formatQuantity(load.kw.get(id) ?? 0, 'kW')}`);
  return {
    title: worst === null ? 'One-line diagram, normal'
      : `One-line diagram, ${worst.failed} lost`,
    summary:
      `${worst === null ? 'All parts in service.' : describeFailure(worst)} Loads: ${loads.join(', ')}.`,
    drawing: drawOneLineView(view, load, worst?.failed ?? null, palette), legend: [],
  };
}

const tierLabels = {
  accelerators: 'Accelerators', leaf: 'Leaf switches', spine: 'Spine switches',
  core: 'Core switches', routers: 'Routers',
} as const;

function topology({ stages }: PlanView, palette: Palette): PaperDiagram | string {
  const design = stages?.network.design ?? null;
  if (design === null || design.endpoints === 0) return 'No fabric reaches all accelerators.';
  const graph = drawTopology(design, { maxPerTier: boxesPerTier });
  const tiers = graph.nodes.filter(
    (node, i) => graph.nodes.findIndex((other) => other.tier === node.tier) === i,
  );
  return {
    title: 'Scale-out fabric',
    summary:
      `${formatQuantity(design.endpoints, 'count')} accelerators under ${formatQuantity(design.switches, 'count')} switches in tiers. A box may stand for several switches, a line for all cables between two boxes.`,
    drawing: drawTopologyGraph(graph, null, palette),
    legend: tiers.map(
      ({ tier, kind }) => ({ colour: tierColour(palette, tier), label: tierLabels[kind] }),
    ),
  };
}
