import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const mapSchema = z.object({ sources: z.array(z.string().nullable()) });

/**
 * The package folder a source lies in, as the lockfile names it, or null for a file of
 * ours.
 */
const packageOf = (source: string): string | null =>
  /(?:^|\/)(node_modules\/(?:.+\/node_modules\/)?(?:@[^/]+\/)?[^/@][^/]*)\//.exec(
    source,
  )?.[1] ?? null;

/**
 * Paths in the lockfile of the packages that are bundled into the built application, from
 * the source maps beside it. The native module stays outside the bundle and is added, as
 * are Electron and the fonts' style sheets.
 * @param out folder of the build
 * @throws Error when the application has not been built
 */
export function listShipped(out: string): readonly string[] {
  const maps = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /^(?:main|preload|renderer)[\\/].*\.(?:js|cjs)\.map$/.test(name) &&
      !/[\\/](?:cli|host|checkout-.*)\.js\.map$/.test(name),
  );
  if (maps.length === 0 || !existsSync(join(out, 'renderer', 'index.html')))
    throw new Error(`${out} holds no build: run "npm run build" first`);
  const found = new Set([
    'node_modules/better-sqlite3',
    'node_modules/electron',
    ...fontsOf(join(out, 'renderer', 'assets')),
  ]);
  for (const name of maps) {
    for (const source of mapSchema.parse(
      JSON.parse(readFileSync(join(out, name), 'utf8')),
    ).sources) {
      const path = packageOf((source ?? '').replaceAll('\\', '/'));
      if (path !== null) found.add(path);
    }
  }
  return [...found].toSorted();
}

/** Style sheets have no maps: fonts are known by the files that are there. */
const fontsOf = (assets: string): readonly string[] =>
  readdirSync(assets).some((name) => /^inter-.*\.woff2$/.test(name))
    ? ['node_modules/@fontsource-variable/inter', 'node_modules/@fontsource/inter']
    : [];
