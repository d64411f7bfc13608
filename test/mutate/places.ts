import { isNode, lineAt, walk, type Source, type SyntaxNode } from '../architecture/source.ts';

/** One fault that can be planted: the text from `start` to `end` becomes `now`. */
export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly now: string;
  /** The line it stands on, without indentation: finds the place again when lines move. */
  readonly context: string;
}

/** A change of one node: what to write over which part of it. */
interface Change {
  readonly node: Pick<SyntaxNode, 'start' | 'end'>;
  readonly now: string;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '**': ['*'], '%': ['*'],
  '<': ['<=', '>'], '<=': ['<', '>'], '>': ['>=', '<'], '>=': ['>',
    '<'], '===': ['!=='], '!==': ['==='],
  '&&': ['||'], '||': ['&&'], '+=': ['-='], '-=': ['+='], '*=': ['/='], '/=': ['*='],
};

const twins: Readonly<Record<string, string>> = {
  min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', round: 'floor', some: 'every',
  every: 'some', find: 'findLast', findLast: 'find', findIndex: 'findLastIndex',
  filter: 'slice',
};

/** Where a fault would only change types, words or the text of an error. */
const leftAlone = new Set(['ImportDeclaration', 'ThrowStatement', 'TemplateLiteral',
  'PropertyDefinition']);

const isLeftAlone = (node: SyntaxNode): boolean =>
  leftAlone.has(node.type) || (node.type.startsWith('TS') && !wrappers.has(node.type));

/** Syntax of types that holds an expression. */
const wrappers = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

/**
 * Every fault that can be planted in a file: operators, boundaries, constants times 1.1, terms
 * removed,
 * conditions negated, ends of loops moved. Types, imports, words and errors' texts are
 * left alone.
 * @example faultsIn(parseSource('a.ts', 'export const f = (a: number) => a < 2;')).map((f) =>
 * f.now)
 */
export function faultsIn(source: Source): readonly Fault[] {
  const found: Fault[] = [];
  const lines = source.text.split('\n');
  walk(source.program, (node, parents) => {
    if (isLeftAlone(node) || parents.some(isLeftAlone)) return;
    for (const { node: { start, end }, now } of changesOf(node, parents, source.text)) {
      const line = lineAt(source, start);
      const was = source.text.slice(start, end);
      const context = (lines[line - 1] ?? '').trim();
      if (was !== now) found.push({ path: source.path, line, start, end, was, now, context });
    }
  });
  return found;
}

function changesOf(node: SyntaxNode, parents: readonly SyntaxNode[],
  text: string): readonly Change[] {
  switch (node.type) {
    case 'BinaryExpression': case 'LogicalExpression': return operatorChanges(node, text);
    case 'AssignmentExpression': return swapped(node, text);
    case 'ConditionalExpression': case 'IfStatement': return negated(node['test'], text);
    case 'UnaryExpression': return without(node, text);
    case 'Literal': return literalChanges(node, parents);
    case 'MemberExpression': return twinOf(node);
    default: return [];
  }
}

/** The operator of a node between its two sides, and what it may become. */
function swapped(node: SyntaxNode, text: string): readonly Change[] {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right) || typeof operator !== 'string') return [];
  const at = text.indexOf(operator, left.end);
  if (at < 0 || at >= right.start) return [];
  return (swaps[operator] ?? []).map((now) =>
    ({ node: { start: at, end: at + operator.length }, now }));
}

const terms = new Set(['+', '-', '*', '/', '**', '&&', '||']);

function operatorChanges(node: SyntaxNode, text: string): readonly Change[] {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right) || typeof operator !== 'string' || isWords(left)
    || isWords(right)) {
      return [];
    }
  if (operator === '??') return right.type === 'Literal' ? [] : [{ node,
    now: `(${textOf(right, text)})` }];
  const kept = terms.has(operator) ? [left, right] : [];
  return [...swapped(node, text), ...kept.map((side) => ({ node,
    now: `(${textOf(side, text)})` }))];
}

const textOf = ({ start, end }: SyntaxNode, text: string): string => text.slice(start, end);

const isWords = (node: SyntaxNode): boolean =>
  node.type === 'TemplateLiteral'
    || (node.type === 'Literal' && typeof node['value'] === 'string');

const negated = (test: unknown, text: string): readonly Change[] =>
  isNode(test) ? [{ node: test, now: `!(${textOf(test, text)})` }] : [];

function without(node: SyntaxNode, text: string): readonly Change[] {
  const { operator, argument } = node;
  return isNode(argument) && (operator === '-' || operator === '!')
    ? [{ node, now: `(${textOf(argument, text)})` }] : [];
}

function literalChanges(
  node: SyntaxNode, [parent, above]: readonly SyntaxNode[],
): readonly Change[] {
  const { value } = node;
  if (typeof value === 'boolean') return [{ node, now: String(!value) }];
  if (typeof value !== 'number') return [];
  // An absent element of an array is 0 by type alone: another 0 there changes nothing.
  if (parent?.type === 'LogicalExpression' && parent['operator'] === '??') return [];
  // Round-off: a tenth more of next to nothing is next to nothing.
  if (value !== 0 && Math.abs(value) < 1e-6) return [];
  const isPlace = isIndex(node, parent)
    || (parent?.type === 'UnaryExpression' && isIndex(parent, above));
  return [{ node, now: String(value === 0 || isPlace ? value + 1 : value * 1.1) }];
}

const byIndex = new Set(['slice', 'subarray', 'at', 'padStart', 'toFixed']);

/** Whether a number counts places, so that a tenth of one is none. */
function isIndex(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent['property'] === node;
  const callee = parent?.type === 'CallExpression' ? parent['callee'] : undefined;
  const called = isNode(callee) ? callee['property'] : undefined;
  return isNode(called) && typeof called['name'] === 'string' && byIndex.has(called['name']);
}

function twinOf(node: SyntaxNode): readonly Change[] {
  const property = node['property'];
  if (!isNode(property) || node['computed'] === true || typeof property['name'] !== 'string')
    return [];
  const twin = twins[property['name']];
  return twin === undefined ? [] : [{ node: property, now: twin }];
}
