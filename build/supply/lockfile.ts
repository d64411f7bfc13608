import { readFileSync } from 'node:fs';
import { z } from 'zod';

const entrySchema = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.unknown()),
});

/** One package of the lockfile, at one place below node_modules. */
export interface LockedPackage extends z.infer<typeof entrySchema> {
  readonly path: string;
  readonly name: string;
}

/**
 * The package a path of a lockfile ends in.
 * @example nameAt('node_modules/a/node_modules/@b/c') // '@b/c'
 */
export const nameAt = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * The packages of a lockfile's text, in its order, without the project itself.
 * @throws ZodError when it is no lockfile of version 3 or an entry lacks its version
 * @example readLock('{"lockfileVersion":3,"packages":{}}').length // 0
 */
export function readLock(text: string): readonly LockedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(text));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ path, name: nameAt(path), ...entrySchema.parse(entry) }));
}

/** The lockfile of this checkout. @throws Error when it cannot be read */
export const readOwnLock = (): readonly LockedPackage[] =>
  readLock(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

/**
 * Where Node finds a package that the one at `path` asks for, or null when it is not installed:
 * beside it, then one folder of packages further out at a time.
 * @example
 * resolveFrom('node_modules/a', 'b', new Set(['node_modules/b'])) // 'node_modules/b'
 */
export function resolveFrom(
  path: string, name: string, paths: ReadonlySet<string>,
): string | null {
  let from = path;
  while (from !== '') {
    const candidate = `${from}/node_modules/${name}`;
    if (paths.has(candidate)) return candidate;
    from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')));
  }
  return paths.has(`node_modules/${name}`) ? `node_modules/${name}` : null;
}
