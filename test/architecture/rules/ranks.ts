import { importsOf } from '../imports.ts';
import { problemAt, type Rule } from '../source.ts';

/** Rule 4. Inside shared/ data moves forward through these ranks; an import never points up. */
const ranks: readonly (readonly string[])[] = [
  ['units'],
  ['project', 'catalog'],
  ['network'],
  ['inference', 'facility'],
  ['lifecycle'],
  ['economics'],
  ['plan', 'plan.ts', 'backend.ts'],
  ['uncertainty', 'search', 'compare', 'claims', 'disclosure'],
  ['report'],
];

/** The folder (or top file) of shared/ a path is in, and its rank; null outside shared/. */
function placeOf(path: string): { readonly name: string; readonly rank: number } | null {
  const [top, name = ''] = path.split('/');
  return top === 'shared' ? { name, rank: ranks.findIndex((names) => names.includes(name)) } : null;
}

export const checkRanks: Rule = (source) => {
  const here = placeOf(source.path);
  if (here === null) return [];
  if (here.rank < 0) return [`${source.path}:1 shared/${here.name} has no rank: give it one in test/architecture/rules/ranks.ts`];
  return importsOf(source).flatMap(({ file, position }) => {
    const there = file === null ? null : placeOf(file);
    if (there === null || there.rank <= here.rank) return [];
    return [problemAt(source, position, `shared/${here.name} imports shared/${there.name}, which comes after it; move the shared part down`)];
  });
};
