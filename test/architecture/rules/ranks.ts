import { importsOf } from '../imports.ts';
import { problemAt, type Rule } from '../source.ts';

/**
 * Folders (and files) of one part of the house, from the bottom up; an import never points to a
 * later row.
 */
interface Order {
  readonly folder: string;
  readonly ranks: readonly (readonly string[])[];
}

const shared: Order = { folder: 'shared', ranks: [
  ['units'],
  ['project', 'catalog'],
  ['network'],
  ['inference', 'facility'],
  ['compat'],
  ['lifecycle'],
  ['import'],
  ['economics'],
  ['plan', 'plan.ts', 'backend.ts'],
  ['uncertainty', 'search', 'compare', 'claims', 'disclosure', 'reality'],
  ['report'],
] };

/**
 * Inside the rooms: what stands on what, so that a part can be understood without those
 * above it.
 */
const rooms: readonly Order[] = [
  { folder: 'shared/facility', ranks: [
    ['types.ts'], ['weather', 'supply'], ['power'], ['cooling'], ['halls'], ['devices'],
    ['availability'], ['site']] },
  { folder: 'shared/import', ranks: [
    ['report.ts'], ['bytes'], ['load', 'benchmark', 'weather', 'device', 'tariff'],
    ['kind.ts']] },
  { folder: 'shared/plan', ranks: [
    ['entries'], ['site'], ['serving'], ['life'], ['money'],
    ['stages.ts', 'stage-store.ts', 'drawn-stages.ts', 'types.ts', 'world.ts'],
    ['pipeline.ts'], ['figures'], ['draws.ts']] },
  { folder: 'shared/economics', ranks: [['functions'], ['statement'], ['verify']] },
  { folder: 'shared/search', ranks: [
    ['numeric'], ['sweep'], ['roots', 'programs', 'options', 'decisions', 'minimise'], ['verify'],
    ['break-even.ts', 'decisions.ts', 'own-crossover.ts', 'release-value.ts', 'start-kit.ts',
      'start.ts', 'strongest.ts', 'suited.ts', 'tco.ts'],
    ['plans']] },
  { folder: 'renderer', ranks: [
    ['backend', 'foreign', 'assets.d.ts'], ['text', 'state'], ['charts',
      'diagrams', 'theme.ts'], ['components'], ['frame'],
    ['screens', 'report'], ['App.tsx', 'compute.worker.ts'],
    ['start.tsx', 'start-report.tsx'], ['main.tsx']] },
];

/**
 * Where a path stands in an order; null outside its folder, rank -1 where it has no place
 * in it.
 */
function placeIn({ folder, ranks }: Order,
  path: string): { readonly name: string; readonly rank: number } | null {
  if (!path.startsWith(`${folder}/`)) return null;
  const name = path.slice(folder.length + 1).split('/')[0] ?? '';
  return { name, rank: ranks.findIndex((names) => names.includes(name)) };
}

function checkOrder(order: Order): Rule {
  const { folder } = order;
  return (source) => {
    const here = placeIn(order, source.path);
    if (here === null) return [];
    if (here.rank < 0) {
      return [
        `${source.path}:1 ${folder}/${here.name} has no rank: give it one in test/architecture/rules/ranks.ts`,
      ];
    }
    return importsOf(source).flatMap(({ file, position }) => {
      const there = file === null ? null : placeIn(order, file);
      if (there === null || there.rank <= here.rank) return [];
      return [problemAt(source, position,
        `${folder}/${here.name} imports ${folder}/${there.name}, which comes after it; move the shared part down`)];
    });
  };
}

/** Rule 4. Data moves forward through these ranks; an import never points up. */
export const checkRanks: Rule = checkOrder(shared);

const roomRules = rooms.map(checkOrder);

/** Rule 5. The same holds inside facility, plan, economics and the pages. */
export const checkRoomRanks: Rule = (source) => roomRules.flatMap((rule) => rule(source));
