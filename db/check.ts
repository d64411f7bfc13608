import type { FileProblem } from '../shared/backend.ts';
import { kindNames, type KindName } from '../shared/project/kinds.ts';
import { resolveValues } from '../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../shared/units/result.ts';
import { connect, findDamage } from './connect.ts';
import { inspectEntry, maxFileBytes, readHeader } from './header.ts';
import { fileVersion } from './layout.ts';
import { openProject } from './open.ts';
import type { PackageMarks } from './package-marks.ts';
import { Refusal, toFileProblem } from './problem.ts';
import type { ProjectStore } from './store.ts';

/** What `check` tells about a file; `contents` is null while another program holds it. */
export interface FileReport {
  readonly path: string;
  readonly bytes: number;
  readonly fileVersion: number;
  readonly appVersion: number;
  readonly lock: 'free' | 'held';
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
}

/** Checks a file thoroughly (every page and index, every record) without changing it. */
export function checkFile(path: string): Result<FileReport, FileProblem> {
  try {
    const { size } = inspectEntry(path, maxFileBytes);
    const header = readHeader(path, Number(size));
    const about = { path, bytes: header.bytes, fileVersion: header.fileVersion, appVersion: fileVersion };
    const contents = readContents(path);
    if (contents.ok) return ok({ ...about, lock: 'free', contents: contents.value });
    return contents.error.code === 'busy' ? ok({ ...about, lock: 'held', contents: null }) : contents;
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}

function readContents(path: string): Result<FileContents, FileProblem> {
  try {
    requireIntact(path);
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
  const opened = openProject(path, { mode: 'read', backupPath: () => path });
  if (!opened.ok) return opened;
  try {
    return ok(describe(opened.value));
  } finally {
    opened.value.close();
  }
}

function requireIntact(path: string): void {
  const db = connect(path, 'read');
  try {
    const damage = findDamage(db, 'full');
    if (damage !== null) throw new Refusal({ code: 'damaged', path, detail: damage });
  } finally {
    db.close();
  }
}

function describe(store: ProjectStore): FileContents {
  const all = Object.values(store.document());
  const count = (kind: KindName): number => all.filter((r) => r.kind === kind).length;
  return {
    projectName: resolveValues('project', all.filter((r) => r.kind === 'project')).values.name,
    records: Object.fromEntries(kindNames.map((kind) => [kind, count(kind)])) as Record<KindName, number>,
    journalSteps: store.journal(Number.MAX_SAFE_INTEGER).length,
    revision: store.history().revision,
    package: store.package, packageMarks: store.packageMarks,
  };
}
