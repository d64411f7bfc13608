import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProject } from '../../db/create.ts';
import { openProject, type OpenOptions } from '../../db/open.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem } from '../../shared/backend.ts';
import type { Change, Command, ProjectRecord } from '../../shared/project/record.ts';
import type { Result } from '../../shared/units/result.ts';

/** 2027-03-01T12:00:00Z */
export const noonMs = Date.UTC(2027, 2, 1, 12);

/** A folder of the test's own, removed with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-db-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

const document =
  (
    kind: ProjectRecord['kind'], key: string, values: ProjectRecord['body']['values'],
  ): ProjectRecord =>
  ({ id: `document:${kind}:${key}`, kind, scenarioId: null, key, position: 1, body: {
    values,
  } });

export const scenarioRecord = (
  scenarioId: string, kind: ProjectRecord['kind'], key: string,
  values: ProjectRecord['body']['values'],
): ProjectRecord =>
  ({ id: `${scenarioId}:${kind}:${key}`, kind, scenarioId, key, position: 1, body: {
    values,
  } });

/** A project, a base scenario and one derived from it that changes one figure. */
export const sampleRecords: readonly ProjectRecord[] = [
  document('project', 'project', { name: 'Sample' }),
  document('scenario', 'base', { name: 'Base' }),
  document('scenario', 'dear', { name: 'Dear money', basedOn: 'base' }),
  scenarioRecord('base', 'finance', 'finance', { discountRate: 0.1 }),
  scenarioRecord('dear', 'finance', 'finance', { discountRate: 0.14 }),
];

/** A sound project file in a folder of its own. */
export function makeProject(records: readonly ProjectRecord[] = sampleRecords): string {
  const path = join(temporaryFolder(), 'sample.aifp');
  unwrap(createProject(path,
    { records, projectId: 'test-project', appVersion: '0.0.0', nowMs: noonMs }));
  return path;
}

export const openOptions: OpenOptions = {
  mode: 'write', backupPath: (from) => join(temporaryFolder(), `v${from}.aifp`),
};

/** Opens for writing and closes with the test. */
export function openForTest(path: string, options: Partial<OpenOptions> = {}): ProjectStore {
  const store = unwrap(openProject(path, { ...openOptions, ...options }));
  onTestFinished(() => { store.close(); });
  return store;
}

export function tryOpen(
  path: string, options: Partial<OpenOptions> = {},
): Result<ProjectStore, FileProblem> {
  const opened = openProject(path, { ...openOptions, ...options });
  if (opened.ok) onTestFinished(() => { opened.value.close(); });
  return opened;
}

export function unwrap<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export const errorOf = <T, E>(result: Result<T, E>): E
  | null => (result.ok ? null : result.error);

/** SHA-256 of a file nobody has open. */
export const digest = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

export const financeId = 'base:finance:finance';

/** A command that sets the base scenario's discount rate. */
export function setRate(
  store: ProjectStore, rate: number, more: Partial<Command> = {},
): Command {
  return { label: `Discount rate ${rate}`, changes: [rateChange(store, rate)], ...more };
}

export function rateChange(store: ProjectStore, rate: number): Change {
  const before = store.document()[financeId] ?? null;
  if (before === null) throw new Error('no finance record');
  return { id: financeId, before, after: {
    ...before, body: { values: { ...before.body.values, discountRate: rate } },
  } };
}

export const rateOf = (store: ProjectStore): unknown =>
  store.document()[financeId]?.body.values['discountRate'];
