import type { Hall } from '../../facility/halls/hall.ts';
import { rackName } from '../../facility/halls/fill-halls.ts';
import type { ManualMove, RackSpec } from '../../facility/halls/placement-types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { devicesIn, loadOfDevices, networkRacks } from '../entries/devices.ts';
import { storageRackKw } from './fit-racks.ts';
import type { FabricOutcome } from './fabric.ts';

/** Racks that stand with the compute racks. */
export interface SupportRacks {
  readonly network: number;
  readonly storage: number;
  readonly cdus: number;
  readonly specs: readonly RackSpec[];
}

/**
 * Power a CDU's own pumps take beside the plant's, kW: they are in the pump share; the
 * place needs a number.
 */
const leastKw = 0.1;
/** Power of a network rack whose switches state none, kW; only its place counts then. */
const unknownKw = 0.1;

/**
 * Network racks = ceil(switches / switches per rack); CDUs = ceil(liquid heat / rating) +
 * spares per hall; storage as entered.
 */
export function supportRacks(
  inputs: ScenarioInputs, compute: readonly RackSpec[],
  { design, powerKw }: FabricOutcome, halls: number,
): SupportRacks {
  const { cduKw, cduSpares, storageRacks } = inputs.hall.values;
  const network = networkRacks(inputs, design?.switches ?? 0);
  const liquidKw = compute.reduce((sum, s) => sum + s.racks * s.kw * s.liquidFraction, 0);
  const cdus = liquidKw > 0 ? Math.ceil(liquidKw / cduKw - 1e-9) + cduSpares * halls : 0;
  const taken = new Set(compute.map((s) => s.key));
  const keyed = (key: string): string => (taken.has(key) ? `site-${key}` : key);
  const spec = (key: string, kind: RackSpec['kind'], racks: number, kw: number, heightU: number
    | null = null): RackSpec =>
    ({ key: keyed(key), kind, racks, kw, liquidFraction: 0, weightKg: null, heightU });
  // Of what stands in these racks only the devices state their units.
  const units = (where: 'network' | 'storage'): number
    | null => loadOfDevices(devicesIn(inputs, { where })).heightU || null;
  return {
    network, storage: storageRacks, cdus,
    specs: [
      spec('cdu', 'cdu', cdus, leastKw), spec('net', 'network', network,
        Math.max(unknownKw, powerKw / Math.max(1, network)), units('network')),
      spec('store', 'storage', storageRacks, storageRackKw(inputs), units('storage')),
    ].filter((s) => s.racks > 0),
  };
}

/**
 * CDUs stand at the far ends of rows, network racks at the near ends, both spread over
 * the halls.
 */
export function supportPins(
  { specs }: SupportRacks, halls: readonly Hall[],
): readonly ManualMove[] {
  return specs.flatMap((spec) => {
    if (spec.kind === 'storage') return [];
    const far = spec.kind === 'cdu';
    return Array.from({ length: spec.racks }, (_, i): ManualMove => {
      const hall = halls[i % halls.length];
      const turn = Math.floor(i / halls.length);
      const rows = hall?.rows.length ?? 1;
      const row = hall?.rows[turn % rows];
      const deep = Math.floor(turn / rows);
      const position = far ? (row?.positions ?? 1) - deep : 1 + deep;
      return { rack: rackName(spec.key, i), hall: hall?.id ?? '', row: row?.id ?? '',
        position };
    });
  });
}
