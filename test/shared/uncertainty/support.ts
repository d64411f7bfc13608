import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import type { FieldValue } from '../../../shared/project/field.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { makeMovable, type Movable, type World } from '../../../shared/uncertainty/world.ts';

/**
 * The document with values laid over its base scenario; throws on a path or value that is
 * refused.
 */
export function layOver(
  document: ProjectDocument, over: Readonly<Record<string, FieldValue>>,
): ProjectDocument {
  return Object.entries(over).reduce((laid, [path, value]) => {
    const set = setByPath(laid, 'base', path, value);
    if (!set.ok) throw new Error(JSON.stringify(set.error));
    return set.value;
  }, document);
}

/** A template's world, computed by the model alone. */
export const worldOf = (
  template: string, over: Readonly<Record<string, FieldValue>> = {},
): World => ({
  document: layOver(documentOf(findTemplate(template)?.records ?? []), over),
  scenarioId: 'base', catalog: builtInCatalog, measured: null,
});

export function movableOf(world: World): Movable {
  const movable = makeMovable(world);
  if (movable === null) throw new Error('no plan');
  return movable;
}
