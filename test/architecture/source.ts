import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';

/** A node of the syntax tree, as far as the rules look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** One source file: where it is (relative, with slashes), its text and its parsed form. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: SyntaxNode;
}

/** A rule looks at one file and says, line by line, what is wrong and what to do instead. */
export type Rule = (source: Source) => readonly string[];

export const root = resolve(import.meta.dirname, '..', '..');

const skipped = new Set(['node_modules', 'out', 'release', '.git', '.tmp', 'dist']);

/** All files of the checkout, relative, without what is installed or built. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value
    && typeof value.type === 'string' && 'start' in value;

/** Parses a file, or a made-up sample of one. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  const problem = errors[0];
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${path}: no syntax tree`);
  return { path, text, program: tree };
}

/** Every TypeScript file of the checkout, parsed. */
export function readSources(): readonly Source[] {
  return listFiles().filter((path) => /\.tsx?$/.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

/**
 * Visits a node and everything below it; `parents` runs from the nearest outwards and holds
 * only during the visit: a copy for every node of every file would take most of the time.
 */
export function walk(
  node: SyntaxNode, visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: SyntaxNode[] = [],
): void {
  visit(node, parents);
  parents.unshift(node);
  for (const value of Object.values(node)) {
    if (typeof value !== 'object') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit, parents);
  }
  parents.shift();
}

/** The line a position is on, from 1. */
export const lineAt = (source: Source, position: number): number =>
  source.text.slice(0, position).split('\n').length;

/** `path:line message`, as editors and terminals link it. */
export const problemAt = (source: Source, position: number, message: string): string =>
  `${source.path}:${lineAt(source, position)} ${message}`;
