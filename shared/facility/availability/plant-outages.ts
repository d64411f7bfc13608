import { meanShortfall, seriesOut, unavailabilityOf } from './series-parallel.ts';
import {
  pathsOut, setOut, sourceOut, type SetScheme, type SourceOutages,
} from './power-path.ts';

/** How often a unit fails, and how long that lasts. */
export interface PartFailures {
  readonly perYear: number;
  readonly repairHours: number;
}

export type FailingPart = 'mvSwitchgear' | 'transformer' | 'ups' | 'switchboard'
  | 'staticSwitch' | 'busway' | 'cdu' | 'pump' | 'chiller' | 'cooler' | 'airHandler';

/** Units of one kind that share a load. */
export interface SharedUnits {
  readonly key: 'cdu' | 'pump' | 'chiller' | 'cooler' | 'airHandler';
  readonly needed: number;
  readonly installed: number;
}

export interface PlantOutageParams {
  readonly scheme: SetScheme;
  readonly source: SourceOutages;
  readonly failures: Readonly<Record<FailingPart, PartFailures>>;
  readonly commonCause: number;
  readonly maintenanceHours: number;
  readonly cooling: readonly SharedUnits[];
}

/** What takes power or cooling from the racks. */
export type OutageCause = 'utility' | 'blocks' | 'distribution' | 'cooling';

export interface PlantOutages {
  /**
   * Share of the year in which racks have power and cooling, on average over the racks.
   */
  readonly availability: number;
  /** Share of the time one UPS block is out, and its parts beside it. */
  readonly blockOut: number;
  readonly causes: readonly { readonly cause: OutageCause; readonly share: number }[];
}

/** Parts in series in one block, from the medium voltage to its bus. */
const blockParts = ['mvSwitchgear', 'transformer', 'switchboard', 'ups'] as const;

/**
 * Availability of power and cooling from their parts: utility with generators, set of
 * blocks, ways to the rack and cooling in series; each by itself in series, in parallel,
 * k of n or as a mean shortfall.
 * @throws RangeError on a negative rate or a share outside 0..1
 * @example plantOutages({ ...outages, commonCause: 0 }).availability > plantOutages(outages).availability // true
 */
export function plantOutages(params: PlantOutageParams): PlantOutages {
  const { scheme, failures, commonCause, maintenanceHours } = params;
  const out = (key: FailingPart): number =>
    unavailabilityOf(failures[key].perYear, failures[key].repairHours);
  const blockOut = seriesOut(blockParts.map(out));
  const path = seriesOut(scheme.hasStaticSwitch ? [out('busway'), out('staticSwitch')]
    : [out('busway')]);
  const cooling = params.cooling.map(({ key, needed, installed }) =>
    seriesOut([
      meanShortfall(needed, installed, (1 - commonCause) * out(key)),
      needed === 0 ? 0 : commonCause * out(key),
    ]));
  const causes: PlantOutages['causes'] = [
    { cause: 'utility', share: sourceOut(params.source) },
    { cause: 'blocks', share: setOut(scheme, { blockOut, commonCause,
      maintenanceHours }) },
    { cause: 'distribution', share: pathsOut(scheme.paths, path, commonCause) },
    { cause: 'cooling', share: seriesOut(cooling) },
  ];
  return { blockOut, causes,
    availability: 1 - seriesOut(causes.map(({ share }) => share)) };
}
