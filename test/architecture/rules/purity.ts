import { isNode, problemAt, walk, type Rule, type Source, type SyntaxNode } from '../source.ts';

/** Names a pure module may not reach for: the page, the process, time, chance, the network. */
const forbidden = new Set([
  'window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'globalThis',
  'self', 'location', 'process', 'console', 'Buffer', 'require', 'fetch',
  'XMLHttpRequest', 'WebSocket', 'setTimeout', 'setInterval', 'setImmediate',
  'queueMicrotask', 'requestAnimationFrame', 'performance', 'crypto',
]);

/** Rule 1: shared/ computes from its arguments alone. */
export const checkPurity: Rule = (source) => {
  if (!source.path.startsWith('shared/')) return [];
  const own = declaredNames(source);
  const problems: string[] = [];
  walk(source.program, (node, parents) => {
    const impurity = impurityOf(node, parents, own);
    if (impurity !== null) problems.push(
      problemAt(source, node.start, `${impurity} in shared/: pass the value in as an argument`),
    );
  });
  return problems;
};

function impurityOf(
  node: SyntaxNode, parents: readonly SyntaxNode[], own: ReadonlySet<string>,
): string | null {
  if (node.type === 'MemberExpression') return impureMember(node);
  if (isNamed(node['callee'], 'Date') && node.type === 'NewExpression'
    && isEmpty(node['arguments'])) return 'new Date()';
  if (isNamed(node['callee'], 'Date') && node.type === 'CallExpression') return 'Date()';
  if (node.type !== 'Identifier' || !forbidden.has(String(node['name']))
    || own.has(String(node['name']))) return null;
  return isReference(node, parents[0]) ? String(node['name']) : null;
}

function impureMember(node: SyntaxNode): string | null {
  const member = isNode(node['property']) ? node['property']['name']
    ?? node['property']['value'] : null;
  if (isNamed(node['object'], 'Math') && member === 'random') return 'Math.random';
  return isNamed(node['object'], 'Date') && member === 'now' ? 'Date.now' : null;
}

const isNamed = (node: unknown, name: string): boolean => isNode(node)
  && node.type === 'Identifier' && node['name'] === name;
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

/**
 * A use of a value, as opposed to a property called the same, a key, a label or a name in
 * a type.
 */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent.type.startsWith('TS')) return false;
  if (parent.type === 'MemberExpression')
    return parent['object'] === node || parent['computed'] === true;
  return !('key' in parent && parent['key'] === node && parent['computed'] !== true
    && parent['shorthand'] !== true);
}

/** Names the file gives a meaning of its own: a parameter called `process` is no process. */
function declaredNames(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (pattern: unknown): void => {
    if (isNode(pattern)) walk(pattern,
      (node) => { if (node.type === 'Identifier') names.add(String(node['name'])); });
  };
  walk(source.program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration')
      add(node['id']);
    if (node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier')
      add(node['local']);
    if (Array.isArray(node['params'])) node['params'].forEach(add);
  });
  return names;
}
