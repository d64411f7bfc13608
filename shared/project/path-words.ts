import { fieldOf, isKind, kindOf } from './kinds.ts';

/** A path: the kind of a record, its key where there are several, the field. */
const pathLike = /\b([a-z][A-Za-z]*)(?:\.(?:[\w-]+|\*))*\.([A-Za-z][\w-]*)\b/gu;

/** As it stands within a sentence; names that open with two capitals keep them. */
const within = (label: string): string =>
  (/^\p{Lu}\P{Lu}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

/** What a path leads to: the label of its field, else the kind of its record with the key. */
function labelAt(kind: string, last: string): string | undefined {
  if (!isKind(kind)) return undefined;
  return fieldOf(kind, last)?.label
    ?? (kindOf(kind).count === 'many' ? `${kindOf(kind).label} ${last}` : undefined);
}

/**
 * A text for people: paths of inputs give way to the labels forms show. The command line
 * keeps paths, since they are what it takes.
 * @example pathsInWords('site.utilityMw: remove a rack') // 'Utility capacity: remove a rack'
 * @example pathsInWords('enter capex.acceleratorPriceUsd') // 'enter price per accelerator'
 * @example pathsInWords('rackGroup.main') // 'Rack group main'
 */
export const pathsInWords = (text: string): string =>
  text.replaceAll(pathLike, (path: string, kind: string, last: string, at: number) => {
    const label = labelAt(kind, last);
    return label === undefined ? path : at === 0 ? label : within(label);
  });
