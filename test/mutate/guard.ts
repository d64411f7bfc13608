import { isNode, parseSource, walk, type SyntaxNode } from '../architecture/source.ts';

const loops = new Set(['ForStatement', 'WhileStatement', 'DoWhileStatement']);
const counter = '__rounds';
const limit = 20_000_000;

/**
 * The text of a file whose loops end: a fault may make one run for ever, and then it throws
 * instead.
 * @example guardLoops('a.ts', 'while (true) {}').includes('throw') // true
 */
export function guardLoops(path: string, text: string): string {
  const bodies: SyntaxNode[] = [];
  walk(parseSource(path, text).program, (node) => {
    if (loops.has(node.type) && isNode(node['body'])) bodies.push(node['body']);
  });
  if (bodies.length === 0) return text;
  const inserts = bodies.flatMap(({ start, end }) => [
    { at: start,
      text: `{ if (++${counter} > ${limit}) throw new Error('a loop without end'); ` },
    { at: end, text: ' }' }]);
  // From the back, so that earlier positions stay; at one position the inner end comes first.
  const guarded = inserts.toSorted((a, b) => b.at - a.at)
    .reduce((done, { at, text: piece }) => done.slice(0, at) + piece + done.slice(at), text);
  return `${guarded}\nvar ${counter} = 0;\n`;
}
