import { describe, expect, it } from 'vitest';
import { palettes } from '../../../renderer/charts/palette.ts';
import { drawElevation } from '../../../renderer/diagrams/elevation.ts';
import { stackDevices } from '../../../shared/facility/halls/elevation.ts';
import { drawHalls, hallShades, viewRacks } from '../../../renderer/diagrams/hall-plan.ts';
import { drawOneLineView } from '../../../renderer/diagrams/one-line.ts';
import { drawTopologyGraph } from '../../../renderer/diagrams/topology.ts';
import { drawTopology } from '../../../shared/network/graph.ts';
import { pathsOf } from '../../../shared/network/graph-paths.ts';
import { drawSite } from '../../../shared/plan/figures/site-drawing.ts';
import { planOf } from '../../shared/plan/support.ts';

const { light } = palettes;
const plan = planOf('gb300-100mw');
const { stages } = plan;

describe('the hall plan', () => {
  const hall = plan.inputs.hall.values;
  const racks = viewRacks(stages.halls, hall);

  it.each(
    hallShades,
  )('by %s shows every rack once, none over another, all within the drawing', (shade) => {
    const { items, width, height } = drawHalls(stages.halls, racks, hall, shade, light);
    expect(items.length).toBe(stages.halls.placement?.placed.length);
    expect(new Set(items.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(items.length);
    for (const { box } of items) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('holds every rack against its limits', () => {
    for (const { shares } of racks) expect(shares.feed ?? 2).toBeLessThanOrEqual(1 + 1e-9);
  });
});

describe('the rack elevation', () => {
  const server = { name: 'server', count: 2, heightU: 4, weightKg: 60, powerKw: 5,
    liquidFraction: 0, ports: 8 };
  const rack = stackDevices(
    [server, { ...server, name: 'switch', count: 1, heightU: 1, powerKw: null, ports: 32 }],
    42, null,
  );
  if (!rack.ok) throw new Error(rack.error.code);
  const fills = (shade: (typeof hallShades)[number]): readonly (string | undefined)[] =>
    drawElevation(rack.value, light, shade).items.map(
      ({ marks: [mark] }) => (mark !== undefined && 'fill' in mark ? mark.fill : undefined),
    );

  it('tells devices apart by kind, and shades them by the figure of the plan', () => {
    const [first, second, third] = fills('kind');
    expect(first).toBe(second);
    expect(third).not.toBe(first);
    expect(fills('power')[2]).not.toBe(fills('kind')[2]);
  });

  it('leaves devices without the figure quiet, never shaded as nothing', () => {
    expect(fills('power')[2]).toBe(light.quiet);
    expect(fills('weight')[2]).not.toBe(light.quiet);
  });

  it('gives equal neighbours one caption', () => {
    const texts = drawElevation(rack.value, light).marks.flatMap(
      (mark) => (mark.kind === 'text' ? [mark.text] : []),
    );
    expect(texts.filter((text) => text.startsWith('2 × server'))).toHaveLength(1);
  });
});

describe('the one-line diagram', () => {
  const view = drawSite(stages);
  if (view === null) throw new Error('nothing is in service');

  it('draws what the meter of the design hour shows', () => {
    const facilityKw = stages.facility.result?.peak.facilityKw ?? 0;
    expect(Math.abs((view.normal.kw.get('utility') ?? 0) / facilityKw - 1)).toBeLessThan(0.001);
  });

  it('loses no rack in its worst failure, and says which block is lost', () => {
    expect(view.worst?.load.lostKw).toBe(0);
    const { items } = drawOneLineView(view, view.worst?.load ?? view.normal,
      view.worst?.failed ?? null, light);
    expect(items.filter(({ label }) => label.endsWith(': lost')).length).toBe(1);
  });

  it('has rectifiers in place of the UPS at 800 V DC, and still draws what the meter shows', () => {
    const direct = planOf('gb300-100mw', { 'power.rackFeed': 'dc800' }).stages;
    const drawn = drawSite(direct);
    if (drawn === null) throw new Error('nothing is in service');
    const facilityKw = direct.facility.result?.peak.facilityKw ?? 0;
    expect(Math.abs((drawn.normal.kw.get('utility') ?? 0) / facilityKw - 1))
      .toBeLessThan(0.001);
    const labels =
      drawOneLineView(drawn, drawn.normal, null, light).items.map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('Rectifier'))).toHaveLength(4);
    expect(labels.filter((label) => label.startsWith('UPS'))).toHaveLength(0);
  });

  it('checks every pair of the set, and none is over its rating', () => {
    expect(view.failures).toHaveLength(12);
    for (const { afterKw, droppedKw } of view.failures) {
      expect(afterKw).toBeLessThanOrEqual(view.blockKw * (1 + 1e-9));
      expect(droppedKw).toBe(0);
    }
  });

  it.each(['n', 'n+1', '2n', '3m2', 'block', '2n+1'])('is drawn for %s', (redundancy) => {
    const other = drawSite(planOf('b200-1mw', { 'power.redundancy': redundancy }).stages);
    expect(other === null ? 0 : drawOneLineView(other, other.normal, null, light).items.length)
      .toBeGreaterThan(4);
  });
});

describe('the fabric', () => {
  it('draws every box and line, and lights one accelerator’s paths', () => {
    const { design } = stages.network;
    if (design === null) throw new Error('there is no fabric');
    const graph = drawTopology(design, { maxPerTier: 16 });
    const drawing = drawTopologyGraph(graph, pathsOf(graph, 99), light);
    expect(drawing.items.length).toBe(graph.nodes.length);
    const lines = drawing.marks.filter((mark) => mark.kind === 'line');
    expect(lines.length).toBe(graph.links.length);
    expect(lines.some((line) => line.kind === 'line' && line.stroke === light.loss)).toBe(true);
  });
});
