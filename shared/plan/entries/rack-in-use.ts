import type { ScenarioInputs } from '../../project/resolve.ts';

/** The rack positions are made for: an imported rack type, or what is entered for the hall. */
export interface RackInUse {
  readonly pitchM: number;
  readonly depthM: number;
  /** Units inside, and no more than passes the doors. */
  readonly heightU: number;
  /** Weight of the empty rack, kg; 0 where nobody states it. */
  readonly weightKg: number;
  /** Most weight of a rack with its content, kg; null sets no limit. */
  readonly rackKg: number | null;
}

/**
 * Measures of a rack in the halls; figures the imported type does not state are those of
 * the hall.
 * @example rackInUse(inputsWithoutRackType).pitchM // 0.6
 */
export function rackInUse({ hall: { values }, rackType }: ScenarioInputs): RackInUse {
  const own = rackType.find(({ key }) => key === values.rackType)?.values;
  const { pitchM, depthM, rackHeightU } = values;
  if (own === undefined)
    return { pitchM, depthM, heightU: rackHeightU, weightKg: 0, rackKg: null };
  const weightKg = own.weightKg ?? 0;
  return {
    pitchM: own.outerWidthM ?? pitchM, depthM: own.outerDepthM ?? depthM,
    heightU: Math.min(rackHeightU, own.heightU), weightKg,
    rackKg: own.maxLoadKg === null ? null : own.maxLoadKg + weightKg,
  };
}
