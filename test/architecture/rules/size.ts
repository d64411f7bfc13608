import { isNode, lineAt, problemAt, walk, type Rule, type Source, type SyntaxNode } from '../source.ts';

const fileLimit = 400;
const functionLimit = 60;
const componentLimit = 90;

export const linesOf = (source: Source): number => source.text.trimEnd().split('\n').length;

export const checkFileLength: Rule = (source) => {
  const lines = linesOf(source);
  return lines > fileLimit ? [`${source.path}:1 ${lines} lines, more than ${fileLimit}: split it by what its parts own`] : [];
};

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export interface FunctionSize {
  readonly name: string;
  readonly start: number;
  readonly lines: number;
  readonly isComponent: boolean;
}

/** Every function with a body, with its name where the code gives it one. */
export function functionsOf(source: Source): readonly FunctionSize[] {
  const found: FunctionSize[] = [];
  walk(source.program, (node, parents) => {
    if (!functions.has(node.type) || !isNode(node['body'])) return;
    const name = nameOf(node, parents[0]);
    const lines = lineAt(source, node.end) - lineAt(source, node.start) + 1;
    found.push({ name, start: node.start, lines, isComponent: source.path.endsWith('.tsx') && /^[A-Z]/.test(name) });
  });
  return found;
}

function nameOf(node: SyntaxNode, parent: SyntaxNode | undefined): string {
  for (const named of [node['id'], parent?.['id'], parent?.['key']]) {
    if (isNode(named) && typeof named['name'] === 'string') return named['name'];
  }
  return '';
}

/** Tests are exempt: a describe block is a list, not a function to understand. */
export const checkFunctionLength: Rule = (source) => source.path.startsWith('test/') ? [] : functionsOf(source).flatMap(
  ({ name, start, lines, isComponent }) => {
    const limit = isComponent ? componentLimit : functionLimit;
    return lines > limit ? [problemAt(source, start, `${name || 'a function'} has ${lines} lines, more than ${limit}: split it`)] : [];
  });
