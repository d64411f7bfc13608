import type { SwitchModel } from '../catalog/types.ts';
import type { ClosDesign } from './clos.ts';

/** What a scale-out fabric is designed from. */
export interface NetworkParams {
  /** Endpoints to connect, one NIC port each, >= 0. */
  readonly accelerators: number;
  readonly nicGbps: number;
  readonly switchModel: SwitchModel;
  readonly topology: 'clos' | 'rail' | 'rail-only';
  /** >= 1. */
  readonly oversubscription: number;
  readonly prices: { readonly switchUsd: number; readonly opticUsd: number; readonly cableUsd: number };
  /** Storage and management networks as a share of the compute fabric's cost. */
  readonly storageShare: number;
  /** Power of one switch without modules; null takes the catalogue's typical figure. */
  readonly switchPowerW: number | null;
  readonly modulePowerW: number;
}

export interface NetworkDesign extends ClosDesign {
  readonly code: 'ok';
  readonly radix: number;
  readonly cables: number;
  readonly switchModules: number;
  readonly nodeModules: number;
  readonly opticsModules: number;
  readonly costUsd: number;
  /** Null when the switch's power is not known. */
  readonly powerKw: number | null;
  readonly bisectionGbps: number;
  /** Switches between two endpoints of different leaves. */
  readonly switchHops: number;
}
