import type { SwitchModel } from '../catalog/types.ts';

/**
 * Module cages of the switches whose makers state them; the ports at NIC speed share
 * these cages. Sources: QM97XX manual (32 OSFP for 64 ports), Quantum-X800 platform
 * description (72 OSFP for 144 ports), DGX SuperPOD reference architectures (SN5600,
 * SN4600C), InferenceX-app gpu-specs (Tomahawk 4 and 5 class).
 */
const statedCages: Readonly<Record<string, number>> = {
  qm9700: 32, q3400: 72, q3200: 36, sn5600: 64, sn4600c: 64, th5_64x800: 64, th4_64x400: 64,
};

/** Ports that share one cage where the maker states no cages: one. */
const defaultPortsPerCage = 1;

/**
 * Logical ports that share one module cage at a NIC rate, so one module serves that many links.
 * @param ports logical ports of the switch at that rate
 * @example portsPerCage(builtInCatalog.switches.qm9700, 64) // 2
 */
export function portsPerCage(model: SwitchModel, ports: number): number {
  const cages = statedCages[model.id];
  return cages === undefined ? defaultPortsPerCage : Math.max(1, ports / cages);
}

/**
 * Ports of a switch at a NIC rate: the stated ones, or those of the next faster rate it states.
 * @returns null when every stated rate is slower than the NIC
 * @example radixAt(builtInCatalog.switches.sn5600, 400) // 128
 */
export function radixAt(model: SwitchModel, gbps: number): number | null {
  const fitting = model.radix.filter((rate) => rate.gbps >= gbps)
    .toSorted((a, b) => a.gbps - b.gbps)[0];
  return fitting?.ports.value ?? null;
}
