import { isNode, lineAt, type Source, type SyntaxNode } from '../architecture/source.ts';

/** A worked example of a doc comment: what to compute, and what the comment says comes out. */
export interface Example {
  readonly path: string;
  readonly line: number;
  /** What the comment stands above. */
  readonly name: string;
  readonly code: string;
  /** Null where the comment promises no value. */
  readonly value: string | null;
}

/** The exported names of a file. */
export function exportsOf(source: Source): readonly string[] {
  return bodyOf(source).flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration') return [];
    const declared = isNode(node['declaration']) ? node['declaration'] : node;
    return [nameOf(declared) ?? []].flat();
  });
}

const bodyOf = ({ program }: Source): readonly SyntaxNode[] =>
  (Array.isArray(program['body']) ? program['body'] : []).filter(isNode);

function nameOf(node: SyntaxNode): string | null {
  const declarations = node['declarations'];
  const first: unknown = Array.isArray(declarations) ? declarations[0] : node;
  const id = isNode(first) ? first['id'] : undefined;
  return isNode(id) && typeof id['name'] === 'string' ? id['name'] : null;
}

/**
 * Every `@example` of a file in order; an example runs to the next tag or the end of its
 * comment.
 */
export function examplesOf(source: Source): readonly Example[] {
  const found: Example[] = [];
  for (const comment of source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const after = source.text.slice(comment.index + comment[0].length);
    const name =
      /^\s*(?:export )?(?:async )?(?:function|const|class) (\w+)/.exec(after)?.[1] ?? '';
    for (const tag of comment[0].matchAll(/@example\s+([\s\S]*?)(?=\n\s*\* @|\s*\*\/)/g)) {
      const text = (tag[1] ?? '').replaceAll(/\n\s*\* ?/g, ' ').trim();
      const at = text.search(/\s\/\/\s/);
      found.push({
        path: source.path, line: lineAt(source, comment.index + tag.index), name,
        code: at < 0 ? text : text.slice(0,
          at).trim(), value: at < 0 ? null : text.slice(at).replace(/^\s*\/\/\s*/, ''),
      });
    }
  }
  return found;
}
