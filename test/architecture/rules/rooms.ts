import { importsOf, packageOf, type Import } from '../imports.ts';
import { problemAt, type Rule } from '../source.ts';

/**
 * What a room of the house may import: folders of this checkout, and packages by name or
 * by exclusion.
 */
interface Room {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[] | { readonly allBut: readonly string[] };
}

/** Packages without IO, clock or randomness of their own. A new one here is a decision. */
const pure = ['zod', 'papaparse', 'yaml', 'fflate', '@noble/hashes', 'highs'];
const notInHosts = ['electron', 'react', 'react-dom'];

const rooms: readonly Room[] = [
  { folder: 'shared', folders: ['shared'], packages: pure },
  { folder: 'db', folders: ['db', 'shared'], packages: ['node:', 'better-sqlite3', 'zod'] },
  { folder: 'electron/backend', folders: ['electron/backend', 'db', 'shared'],
    packages: { allBut: [...notInHosts, 'better-sqlite3'] } },
  { folder: 'electron/browser',
    folders: ['electron/browser', 'electron/backend', 'db', 'shared'],
    packages: { allBut: [...notInHosts, 'better-sqlite3'] } },
  { folder: 'electron/cli',
    folders: ['electron/cli', 'electron/browser', 'electron/backend', 'db', 'shared'],
    packages: { allBut: [...notInHosts, 'better-sqlite3'] } },
  { folder: 'electron/main', folders: ['electron/main', 'electron/backend', 'shared'],
    packages: ['node:', 'electron', 'electron-updater', 'zod'] },
  { folder: 'electron/preload', folders: ['electron/preload', 'shared'],
    packages: ['electron'] },
  { folder: 'renderer', folders: ['renderer', 'shared'],
    packages: { allBut: ['node:', 'electron', 'better-sqlite3', 'playwright-core'] } },
  { folder: 'build', folders: ['build', 'electron', 'db', 'shared'],
    packages: { allBut: notInHosts } },
];

/** Where terms and evidence classes are explained. */
const terms = new Set(['renderer/text/definitions.ts', 'renderer/text/fields.ts']);

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Rules 1 to 3: who may import whom between the rooms at the top of the house. */
export const checkRooms: Rule = (source) => {
  const room = rooms.find(({ folder }) => isIn(source.path, folder));
  if (room === undefined) return [];
  return importsOf(source).flatMap((found) => {
    const why = refusal(room, found);
    return why === null ? [] : [problemAt(source, found.position, why)];
  });
};

function refusal(room: Room, { file, specifier }: Import): string | null {
  if (file !== null) {
    const isVersion = file === 'package.json' && room.folder.startsWith('electron/');
    // The report prints the page of limits: one text for readers of the code and of the paper.
    const isLimits = file === 'docs/limits.md' && room.folder === 'renderer';
    // Help shows the pages of the guide.
    const isGuide = isIn(file, 'docs/guide') && room.folder === 'renderer';
    // The guide's glossary is written from the terms the palette finds.
    const isTerms = terms.has(file) && room.folder === 'build';
    const isOurs = room.folders.some((folder) => isIn(file, folder));
    return isVersion || isLimits || isGuide || isTerms || isOurs ? null
      : `${room.folder}/ imports ${file}; it may import only ${room.folders.join(', ')}`;
  }
  const name = packageOf(specifier);
  const allowed = 'allBut' in room.packages ? !room.packages.allBut.includes(name)
    : room.packages.includes(name);
  return allowed ? null : `${room.folder}/ may not import ${specifier}`;
}

/**
 * What a clone installs on purpose; anything else is there only because some other
 * package brought it.
 */
export const checkDeclared = (
  declared: ReadonlySet<string>,
): Rule => (source) => importsOf(source).flatMap(({ file, specifier, position }) => {
  const name = packageOf(specifier);
  if (file !== null || name === 'node:' || specifier.startsWith('\0') || declared.has(name))
    return [];
  return [problemAt(source, position, `${name} is not in package.json`)];
});
