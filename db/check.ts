import type { FileProblem } from '../shared/backend.ts';
import { changesSince } from '../shared/catalog/history.ts';
import { keptDefaults } from '../shared/project/defaults.ts';
import { kindNames, type KindName } from '../shared/project/kinds.ts';
import { listNewerDefaults } from '../shared/project/newer-defaults.ts';
import { resolveProject } from '../shared/project/resolve.ts';
import { listUnknownValues } from '../shared/project/unknown-values.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { inspectEntry, maxFileBytes, readHeader } from './header.ts';
import { fileVersion } from './layout.ts';
import { openWhole } from './open.ts';
import type { PackageMarks } from './package-marks.ts';
import { toFileProblem } from './problem.ts';
import { createStore, type ProjectStore } from './store.ts';

/** What `check` tells about a file; `contents` is null while another program holds it. */
export interface FileReport {
  readonly path: string;
  readonly bytes: number;
  readonly fileVersion: number;
  readonly appVersion: number;
  readonly lock: 'free' | 'held';
  /**
   * Whether a command was cut short by a crash: the contents are those without it, as
   * opening will leave them.
   */
  readonly unfinished: boolean;
  readonly contents: FileContents | null;
}

export interface FileContents {
  readonly projectName: string;
  readonly records: Readonly<Record<KindName, number>>;
  readonly journalSteps: number;
  readonly revision: number;
  /** What a client-safe package says of itself, as stored; null for an ordinary project. */
  readonly package: string | null;
  /** What the file shows of being a package; null for an ordinary project. */
  readonly packageMarks: PackageMarks | null;
  /**
   * Version of the catalogue the project keeps; `changes` counts figures changed since,
   * null for an unknown version.
   */
  readonly catalog: { readonly version: string; readonly changes: number | null };
  /**
   * Version of the defaults the project keeps, and paths of the fields whose default is
   * newer by now.
   */
  readonly defaults: { readonly version: string; readonly newer: readonly string[] };
  /** Paths of values that this version does not know and keeps. */
  readonly unknownValues: readonly string[];
}

/**
 * Checks a file thoroughly (every page and index, every record) without changing it or
 * its folder.
 */
export function checkFile(path: string): Result<FileReport, FileProblem> {
  try {
    const { size } = inspectEntry(path, maxFileBytes);
    const header = readHeader(path, Number(size));
    const about = { path, bytes: header.bytes, fileVersion: header.fileVersion,
      appVersion: fileVersion };
    try {
      const { source, unfinished } = openWhole(path, header, 'full');
      return ok({ ...about, fileVersion: source.fileVersion, lock: 'free', unfinished,
        contents: readContents(createStore(source)) });
    } catch (error) {
      if (toFileProblem(error, path).code !== 'busy') throw error;
      return ok({ ...about, lock: 'held', unfinished: false, contents: null });
    }
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

function readContents(store: ProjectStore): FileContents {
  try {
    return describeContents(store);
  } finally {
    store.close();
  }
}

/** What an open project holds, for `check`. */
export function describeContents(store: ProjectStore): FileContents {
  const document = store.document();
  const all = Object.values(document);
  const kept = keptDefaults(document);
  const project = resolveProject(document).values;
  const since = changesSince(project.catalogVersion);
  const count = (kind: KindName): number => all.filter((r) => r.kind === kind).length;
  return {
    projectName: project.name,
    records: Object.fromEntries(
      kindNames.map((kind) => [kind, count(kind)]),
    ) as Record<KindName, number>,
    journalSteps: store.journal(Number.MAX_SAFE_INTEGER).length,
    revision: store.history().revision,
    package: store.package, packageMarks: store.packageMarks,
    catalog: { version: project.catalogVersion, changes: since.ok ? since.value.length : null },
    defaults: { version: kept.defaultsVersion,
      newer: listNewerDefaults(kept).map(({ path }) => path) },
    unknownValues: listUnknownValues(document).map(({ path }) => path),
  };
}
