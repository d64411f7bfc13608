import { posix } from 'node:path';
import { isNode, walk, type Source, type SyntaxNode } from './source.ts';

/** One import of a file: static, type-only, re-export, dynamic or `import('x').T` alike. */
export interface Import {
  readonly specifier: string;
  readonly position: number;
  /** Path of the imported file in this checkout, or null for a package. */
  readonly file: string | null;
}

const importing = new Set([
  'ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration',
  'ImportExpression', 'TSImportType', 'TSExternalModuleReference',
]);

/** Every import of a file, whatever its form. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  walk(source.program, (node) => {
    const specifier = importing.has(node.type) ? specifierOf(node) : null;
    if (specifier !== null)
      found.push({ specifier, position: node.start, file: fileOf(source.path, specifier) });
  });
  return found;
}

function specifierOf(node: SyntaxNode): string | null {
  const literal = node['source'] ?? node['argument'] ?? node['expression'];
  if (!isNode(literal)) return null;
  const value = literal.type === 'TSLiteralType'
    && isNode(literal['literal']) ? literal['literal']['value'] : literal['value'];
  return typeof value === 'string' ? value : null;
}

function fileOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

/**
 * The package a specifier names.
 * @example packageOf('react-dom/client') // 'react-dom'
 */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
