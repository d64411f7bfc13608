import { walk, type Source } from '../source.ts';

/** Noughts that stand for what is not there. */
export interface Noughts {
  /** Of an element of a list: `values[at] ?? 0`. */
  readonly elements: number;
  /** Of anything else: `figure.value ?? 0`, `byKey.get(key) ?? 0`. */
  readonly others: number;
}

/** Counts `?? 0` in a file. */
export function countNoughts({ program, text }: Source): Noughts {
  let elements = 0;
  let others = 0;
  walk(program, (node) => {
    if (node.type !== 'LogicalExpression' || node['operator'] !== '??') return;
    const [left, right] = text.slice(node.start, node.end).split(/\s*\?\?\s*(?=0$)/);
    if (right !== '0' || left === undefined) return;
    if (left.endsWith(']')) elements += 1;
    else others += 1;
  });
  return { elements, others };
}
