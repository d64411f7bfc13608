import { problemAt, walk, type Rule } from '../source.ts';

const messages: Readonly<Record<string, string>> = {
  TSAnyKeyword: '`any`: use the type, or `unknown` and narrow it',
  TSNonNullExpression: '`!`: handle the missing value',
  TSEnumDeclaration: '`enum`: use a union of string literals',
};

/** Rule 5: nothing switches the type checker off. */
export const checkTypes: Rule = (source) => {
  const problems: string[] = [];
  walk(source.program, (node) => {
    const message = Object.hasOwn(messages, node.type) ? messages[node.type] : undefined;
    if (message !== undefined) problems.push(problemAt(source, node.start, message));
  });
  const suppressed =
    /@ts-(?:ignore|nocheck|expect-error)|(?:oxlint|eslint)-disable/.exec(source.text);
  if (suppressed !== null && !source.path.startsWith('test/architecture/')) {
    problems.push(problemAt(source, suppressed.index, 'suppressed check: mend what it says'));
  }
  return problems;
};

/**
 * How many casts a file makes; `as const` is none. Reported, not refused: parsed edges
 * need them.
 */
export function countCasts(source: Parameters<Rule>[0]): number {
  let casts = 0;
  walk(source.program, (node) => {
    if (node.type === 'TSAsExpression'
      && !source.text.slice(node.start, node.end).endsWith('as const')) casts += 1;
  });
  return casts;
}
