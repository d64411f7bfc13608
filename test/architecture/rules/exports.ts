import { problemAt, walk, type Rule } from '../source.ts';

/** Tools that read a default export. */
const toolConfigs = /^[\w.]+\.config\.ts$/;

/** Rule 5: a thing has one name, wherever it is used. */
export const checkDefaultExports: Rule = (source) => {
  if (toolConfigs.test(source.path)) return [];
  const problems: string[] = [];
  walk(source.program, (node) => {
    if (node.type === 'ExportDefaultDeclaration')
      problems.push(problemAt(source, node.start, 'default export: export it by name'));
  });
  return problems;
};

/** Rule 5: a file that only passes on what others export hides where things are. */
export const checkBarrels: Rule = (source) => {
  const body = Array.isArray(source.program['body']) ? source.program['body'] : [];
  const passesOn = body.filter((node) => node.type === 'ExportAllDeclaration'
    || (node.type === 'ExportNamedDeclaration' && node.source !== null));
  const own =
    body.filter((node) => node.type !== 'ImportDeclaration' && !passesOn.includes(node));
  const isBarrel = passesOn.length > 0
    && (own.length === 0 || /(^|\/)index\.tsx?$/.test(source.path));
  return isBarrel ? [
    `${source.path}:1 barrel file: import from the file that owns the thing`,
  ] : [];
};
