import { acceleratorOf, findModel, findSystem } from '../../catalog/lookup.ts';
import type {
  Accelerator, Catalog, MeasuredPoint, ModelSpec, System,
} from '../../catalog/types.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';

/** A rack group with what its system and model mean in the catalogue. */
export interface Equipped {
  readonly record: Resolved<'rackGroup'>;
  readonly system: System;
  readonly accelerator: Accelerator;
  readonly model: ModelSpec;
}

/** What a choice is held against: the catalogue of the scenario, and measured points. */
export interface FollowWith {
  readonly catalog: Catalog;
  readonly points: readonly MeasuredPoint[] | null;
}

export function equip(
  inputs: Pick<ScenarioInputs, 'traffic'>, record: Resolved<'rackGroup'>, { catalog }: FollowWith,
): Equipped | null {
  const system = findSystem(catalog, record.values.system);
  const accelerator = system.ok ? acceleratorOf(catalog, system.value) : system;
  const traffic = inputs.traffic.find(({ key }) => key === record.values.traffic);
  const model = findModel(catalog, traffic?.values.model ?? '');
  return system.ok && accelerator.ok && model.ok
    ? { record, system: system.value, accelerator: accelerator.value, model: model.value }
    : null;
}

export const equipAll = (
  inputs: Pick<ScenarioInputs, 'traffic' | 'rackGroup'>, using: FollowWith,
): readonly Equipped[] =>
  inputs.rackGroup.flatMap((record) => equip(inputs, record, using) ?? []);
