import { defaultsHistory, firstDefaults, latestVersion } from './defaults-history.ts';
import type { DefaultsRelease, DefaultStatement } from './defaults-history.ts';
import type { Field } from './field.ts';
import { kindOf, type KindName } from './kinds.ts';
import type { ProjectDocument, ProjectRecord } from './record.ts';

/** What a project says of the defaults it keeps. */
export interface KeptDefaults {
  /** Version of all defaults but those taken since. */
  readonly defaultsVersion: string;
  /** Defaults taken ahead of their version, each as `kind.field@version`. */
  readonly newerDefaults: string;
}

/**
 * The field tables as one project has them: today's, with the defaults it keeps and their
 * sources.
 */
export interface Defaults {
  readonly fields: (kind: KindName) => readonly Field[];
  /** A field by key, or undefined. */
  readonly field: (kind: KindName, key: string) => Field | undefined;
}

/**
 * Reads `newerDefaults`: the version of each field taken ahead of the rest.
 * @returns versions by path; parts that are none are left out
 * @example readTaken('opex.escalation@3').get('opex.escalation') // 3
 */
export function readTaken(newerDefaults: string): ReadonlyMap<string, number> {
  const parts = newerDefaults.split(' ').map((part) => part.split('@'));
  return new Map(parts.flatMap(([
    path = '', version = '',
  ]): readonly (readonly [string, number])[] =>
    (path !== '' && /^\d+$/.test(version) ? [[path, Number(version)]] : [])));
}

/** A field as it was when it had this default. */
function withStatement(field: Field, before: DefaultStatement): Field {
  const { date: _date, ...rest } = field;
  const bare = rest.type === 'number' ? withoutRange(rest) : rest;
  // the history's values are held against the tables by a test
  return { ...bare, ...before } as Field;
}

function withoutRange(field: Omit<Extract<Field, { type: 'number' }>, 'date'>): object {
  const { low: _low, high: _high, ...rest } = field;
  return rest;
}

/** Takes back what versions after `version` changed of the field, last first. */
function fieldAt(
  field: Field, path: string, version: number, history: readonly DefaultsRelease[],
): Field {
  return history.filter((release) => Number(release.version) > version).toReversed()
    .flatMap(({ changes }) => changes.filter((change) => change.path === path))
    .reduce((so, { before }) => withStatement(so, before), field);
}

function makeDefaults(kept: KeptDefaults, history: readonly DefaultsRelease[]): Defaults {
  const taken = readTaken(kept.newerDefaults);
  const known = new Map<KindName, readonly Field[]>();
  const fields = (kind: KindName): readonly Field[] => {
    const present = known.get(kind);
    if (present !== undefined) return present;
    const made = kindOf(kind).fields.map((field) => {
      const path = `${kind}.${field.key}`;
      return fieldAt(field, path,
        Math.max(Number(kept.defaultsVersion), taken.get(path) ?? 0), history);
    });
    known.set(kind, made);
    return made;
  };
  return { fields, field: (kind, key) => fields(kind).find((field) => field.key === key) };
}

/** Field tables already made, by history and by what a project keeps. */
const made = new WeakMap<readonly DefaultsRelease[], Map<string, Defaults>>();

/**
 * The field tables with the defaults a project keeps. Equal projects get the same object.
 * @param history every version, oldest first
 * @example defaultsAt({ defaultsVersion: '1', newerDefaults: '' }).field('site', 'site')?.key // 'site'
 */
export function defaultsAt(
  { defaultsVersion, newerDefaults }: KeptDefaults,
  history: readonly DefaultsRelease[] = defaultsHistory,
): Defaults {
  const held = made.get(history) ?? new Map<string, Defaults>();
  made.set(history, held);
  const name = `${defaultsVersion} ${newerDefaults}`;
  const present = held.get(name) ?? makeDefaults({ defaultsVersion, newerDefaults }, history);
  held.set(name, present);
  return present;
}

/**
 * The defaults new projects start with.
 * @example newestDefaults([{ version: '4', date: '2027-02-10', changes: [] }]).defaultsVersion // '4'
 */
export const newestDefaults = (
  history: readonly DefaultsRelease[] = defaultsHistory,
): KeptDefaults =>
  ({ defaultsVersion: latestVersion(history), newerDefaults: '' });

/**
 * What a document says of its defaults. One that says nothing was made before they were kept.
 * @example keptDefaults({}) // { defaultsVersion: '1', newerDefaults: '' }
 */
export function keptDefaults(document: ProjectDocument): KeptDefaults {
  const values = projectRecord(document)?.body.values ?? {};
  const { defaultsVersion, newerDefaults } = values;
  return {
    defaultsVersion: typeof defaultsVersion === 'string' ? defaultsVersion : firstDefaults,
    newerDefaults: typeof newerDefaults === 'string' ? newerDefaults : '',
  };
}

const projectRecord = (document: ProjectDocument): ProjectRecord | undefined =>
  Object.values(document).find(({ kind }) => kind === 'project');

const byDocument = new WeakMap<ProjectDocument, Defaults>();

/**
 * The field tables with the defaults a document keeps.
 * @example defaultsOf({}).field('demand', 'horizonMonths')?.key // 'horizonMonths'
 */
export function defaultsOf(document: ProjectDocument): Defaults {
  const present = byDocument.get(document) ?? defaultsAt(keptDefaults(document));
  byDocument.set(document, present);
  return present;
}
