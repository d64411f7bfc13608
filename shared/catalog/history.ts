import { refuse, ok, type Result } from '../units/result.ts';
import type { Sourced } from '../units/provenance.ts';
import type { Catalog } from './types.ts';

/**
 * One figure that a version of the catalogue changed; `before` null where it is new,
 * `after` null where it went.
 */
export interface CatalogChange {
  /** As traces name it, without prefix: `systems/gb300_nvl72/maxPowerKw`. */
  readonly ref: string;
  readonly before: Sourced | null;
  readonly after: Sourced | null;
  readonly why: string;
}

/** A version of the catalogue and what it changed of the one before. */
export interface CatalogRelease {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly CatalogChange[];
  /**
   * SHA-256 of the catalogue's data: data that change without a version are found by a
   * test.
   */
  readonly fingerprint: string;
}

/**
 * Every version of the catalogue that was shipped, oldest first. A project keeps the
 * values of its own.
 */
export const catalogHistory: readonly CatalogRelease[] = [
  { version: '2026.11.1', date: '2026-11-21', changes: [],
    fingerprint: 'd58afd9c63035567b57c362452ace63ce9e7d685b5798f464dca52d9a1fdc78e' },
  { version: '2026.12.1', date: '2026-11-30', changes: [],
    fingerprint: '376d2d62ffa15e3bd74b5d636b269759a7f5a08f4aee0f32d7fbd34472a15a41' },
];

export interface UnknownVersion {
  readonly code: 'unknown-catalog-version';
  readonly version: string;
  readonly known: readonly string[];
}

const isRecord = (thing: unknown): thing is Readonly<Record<string, unknown>> =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);

/**
 * A thing with what stands at a path replaced, or taken out; lists of entries are
 * addressed by id.
 */
export function replaceAt(
  thing: unknown, [key, ...rest]: readonly string[], value: unknown,
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(thing)) {
    return thing.map((each: unknown, at) =>
      ((isRecord(each) && each['id'] === key)
        || String(at) === key ? replaceAt(each, rest, value) : each));
  }
  if (!isRecord(thing)) return thing;
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== key));
  }
  return { ...thing, [key]: replaceAt(thing[key], rest, value) };
}

const versions = (history: readonly CatalogRelease[]): readonly string[] =>
  history.map(({ version }) => version);

function findRelease(
  history: readonly CatalogRelease[], version: string,
): Result<number, UnknownVersion> {
  const at = history.findIndex((release) => release.version === version);
  return at < 0 ? refuse({ code: 'unknown-catalog-version', version, known: versions(history) })
    : ok(at);
}

/** What changed after a version, in order. */
export function changesSince(
  version: string, history: readonly CatalogRelease[] = catalogHistory,
): Result<readonly CatalogChange[], UnknownVersion> {
  const at = findRelease(history, version);
  return at.ok ? ok(history.slice(at.value + 1).flatMap(({ changes }) => changes)) : at;
}

/** Earlier catalogues by version, made once per catalogue. */
const made = new WeakMap<Catalog, Map<string, Catalog>>();

/**
 * The catalogue as an earlier version had it: the changes since are taken back, last first.
 * @returns the catalogue itself for its own version; a refusal for a version nobody shipped
 * @example catalogAt(builtInCatalog, builtInCatalog.version) // { ok: true, value: builtInCatalog }
 */
export function catalogAt(
  catalog: Catalog, version: string, history: readonly CatalogRelease[] = catalogHistory,
): Result<Catalog, UnknownVersion> {
  if (version === catalog.version) return ok(catalog);
  const since = changesSince(version, history);
  if (!since.ok) return since;
  const held = made.get(catalog) ?? new Map<string, Catalog>();
  made.set(catalog, held);
  const present = held.get(version);
  if (present !== undefined) return ok(present);
  const earlier = since.value.toReversed().reduce<unknown>((so, { ref, before }) =>
    replaceAt(so, ref.split('/'), before ?? undefined), { ...catalog, version });
  // only figures were replaced: its shape is the catalogue's
  const rebuilt = earlier as Catalog;
  held.set(version, rebuilt);
  return ok(rebuilt);
}
