import { defaultsAt, newestDefaults, readTaken, type KeptDefaults } from './defaults.ts';
import { defaultsHistory, type DefaultsRelease } from './defaults-history.ts';
import type { Field } from './field.ts';
import { fieldOf, isKind, type KindName } from './kinds.ts';

/** A default that is newer than the one a project keeps. */
export interface NewerDefault {
  readonly path: string;
  readonly kind: KindName;
  /** The field as the project has it, and as new projects have it. */
  readonly kept: Field;
  readonly newest: Field;
  /** Version that changed it last, its day and its reason. */
  readonly version: string;
  readonly date: string;
  readonly why: string;
}

/** The last change of every default, by path. */
function lastChanges(history: readonly DefaultsRelease[]) {
  return new Map(history.flatMap(({ version, date, changes }) =>
    changes.map(({ path, why }) => [path, { version, date, why }] as const)));
}

/**
 * Defaults that changed since those a project keeps, in the order in which they changed.
 * One that changed and changed back is not listed.
 * @example listNewerDefaults({ defaultsVersion: '1', newerDefaults: '' }, []) // []
 */
export function listNewerDefaults(
  kept: KeptDefaults, history: readonly DefaultsRelease[] = defaultsHistory,
): readonly NewerDefault[] {
  const [own, today] = [defaultsAt(kept, history),
    defaultsAt(newestDefaults(history), history)];
  return [...lastChanges(history)].flatMap(([path, change]): readonly NewerDefault[] => {
    const [kind = '', key = ''] = path.split('.');
    if (!isKind(kind) || fieldOf(kind, key) === undefined) return [];
    const [before, after] = [own.field(kind, key), today.field(kind, key)];
    if (before === undefined || after === undefined || before.default === after.default)
      return [];
    return [{ path, kind, kept: before, newest: after, ...change }];
  });
}

/**
 * What a project keeps once it has taken some of the newer defaults. Who takes all of
 * them has the newest version and nothing taken ahead of it.
 * @param paths fields whose newest default is taken
 * @example takeDefaults({ defaultsVersion: '1', newerDefaults: '' }, [], []).defaultsVersion // '1'
 */
export function takeDefaults(
  kept: KeptDefaults, paths: readonly string[],
  history: readonly DefaultsRelease[] = defaultsHistory,
): KeptDefaults {
  const offered = listNewerDefaults(kept, history);
  const wanted = offered.filter(({ path }) => paths.includes(path));
  if (wanted.length === offered.length) return newestDefaults(history);
  const taken = new Map<string, number | string>(readTaken(kept.newerDefaults));
  for (const { path, version } of wanted) taken.set(path, version);
  return { ...kept,
    newerDefaults: [...taken].map(([path, version]) => `${path}@${version}`).join(' ') };
}
