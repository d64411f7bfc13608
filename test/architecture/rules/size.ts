import {
  isNode, lineAt, problemAt, walk, type Rule, type Source, type SyntaxNode,
} from '../source.ts';

const fileLimit = 400;
const widthLimit = 110;
/** What may stand beside a text that cannot be broken: its key, the call around it, a bracket. */
const besideText = 24;
const functionLimit = 60;
const componentLimit = 90;

export const linesOf = (source: Source): number => source.text.trimEnd().split('\n').length;

export const checkFileLength: Rule = (source) => {
  const lines = linesOf(source);
  return lines > fileLimit ? [
    `${source.path}:1 ${lines} lines, more than ${fileLimit}: split it by what its parts own`,
  ] : [];
};

const functions =
  new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

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
    found.push({ name, start: node.start, lines,
      isComponent: source.path.endsWith('.tsx') && /^[A-Z]/.test(name) });
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
export const checkFunctionLength: Rule = (
  source,
) => source.path.startsWith('test/') ? [] : functionsOf(source).flatMap(
  ({ name, start, lines, isComponent }) => {
    const limit = isComponent ? componentLimit : functionLimit;
    return lines > limit ? [
      problemAt(source, start,
        `${name || 'a function'} has ${lines} lines, more than ${limit}: split it`),
    ] : [];
  });

const unbroken = new Set(['Literal', 'TemplateLiteral']);

/** Where texts and patterns stand: a line break in one would change it. */
function textsOf(source: Source): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  walk(source.program, (node) => { if (unbroken.has(node.type)) found.push(node); });
  return found;
}

/** Worked examples are one line by their form: `@example call() // value`. */
const isExample = (line: string): boolean => /^\s*(\*|\/\*\*) @example /.test(line);

/** Lines too wide to read, save those that are little more than one text, pattern or example. */
export const checkLineWidth: Rule = (source) => {
  const lines = source.text.split('\n');
  if (lines.every((line) => line.length <= widthLimit)) return [];
  const texts = textsOf(source);
  let end = -1;
  return lines.flatMap((line, at) => {
    const start = end + 1;
    end = start + line.length;
    if (line.length <= widthLimit || isExample(line)) return [];
    const longest = Math.max(0, ...texts.map((t) => Math.min(t.end, end) - Math.max(t.start, start)));
    return line.trim().length - longest <= besideText ? []
      : [`${source.path}:${at + 1} ${line.length} columns, more than ${widthLimit}: break it at a comma`];
  });
};
