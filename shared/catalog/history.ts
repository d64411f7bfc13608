import { refuse, ok, type Result } from '../units/result.ts';
import { builtInCatalog } from './catalog.ts';
import { additions2026y12, changes2026y12 } from './changes/2026-12.ts';
import { readAt, replaceAt } from './paths.ts';
import type { CatalogChange, CatalogMove } from './changes/types.ts';
import type { Catalog } from './types.ts';

/** A version of the catalogue and what it changed of the one before. */
export interface CatalogRelease {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly CatalogChange[];
  /** Paths of entries that did not exist before: `models/glm-5.2`. Earlier projects see them. */
  readonly adds: readonly string[];
  /**
   * SHA-256 of the catalogue's data: data that change without a version are found by a
   * test.
   */
  readonly fingerprint: string;
}

type Shipped = Omit<CatalogRelease, 'changes'> & { readonly moves: readonly CatalogMove[] };

/**
 * Releases with what each changed to: what the next change of the same figure found, else
 * what the catalogue holds.
 */
export function withOutcomes(
  releases: readonly Shipped[], catalog: Catalog,
): readonly CatalogRelease[] {
  const found = new Map<string, CatalogMove['before']>();
  return releases.toReversed().map(({ moves, ...release }) => {
    const changes = moves.map((move): CatalogChange => {
      const later = found.get(move.ref);
      return { ...move, after: later === undefined ? readAt(catalog, move.ref) : later };
    });
    for (const { ref, before } of moves) found.set(ref, before);
    return { ...release, changes };
  }).toReversed();
}

/**
 * Every version of the catalogue that was shipped, oldest first. A project keeps the
 * values of its own.
 */
export const catalogHistory: readonly CatalogRelease[] = withOutcomes([
  { version: '2026.11.1', date: '2026-11-21', moves: [], adds: [],
    fingerprint: 'd58afd9c63035567b57c362452ace63ce9e7d685b5798f464dca52d9a1fdc78e' },
  { version: '2026.12.1', date: '2026-11-30', moves: changes2026y12, adds: additions2026y12,
    fingerprint: '8fe959f49165ef00f5066577fe3140dcd1a34cd3ba97dc277c21e61012d428df' },
], builtInCatalog);

export interface UnknownVersion {
  readonly code: 'unknown-catalog-version';
  readonly version: string;
  readonly known: readonly string[];
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

/** Entries that came after a version, by path. */
export function addedSince(
  version: string, history: readonly CatalogRelease[] = catalogHistory,
): readonly string[] {
  const at = findRelease(history, version);
  return at.ok ? history.slice(at.value + 1).flatMap(({ adds }) => adds) : [];
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
