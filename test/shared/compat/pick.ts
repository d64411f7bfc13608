import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { Accelerator, ModelSpec, SwitchModel, System } from '../../../shared/catalog/types.ts';

function must<T>(entry: T | undefined, id: string): T {
  if (entry === undefined) throw new Error(`the catalogue has no ${id}`);
  return entry;
}

export const accelerator = (id: string): Accelerator =>
  must(builtInCatalog.accelerators[id], id);
export const system = (id: string): System => must(builtInCatalog.systems[id], id);
export const model = (id: string): ModelSpec => must(builtInCatalog.models[id], id);
export const switchModel = (id: string): SwitchModel => must(builtInCatalog.switches[id], id);
