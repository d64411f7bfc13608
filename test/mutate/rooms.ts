import { importsOf } from '../architecture/imports.ts';
import type { Source } from '../architecture/source.ts';

/** A part of the house whose tests are tried: its files, and where its tests stand. */
export interface Room {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

export const rooms = {
  economics: { files: ['shared/economics/'], tests: ['test/shared/economics/'] },
  facility: { files: ['shared/facility/'], tests: ['test/shared/facility/'] },
  network: { files: ['shared/network/'], tests: ['test/shared/network/'] },
  lifecycle: { files: ['shared/lifecycle/'], tests: ['test/shared/lifecycle/',
    'test/shared/economics/'] },
  inference: { files: ['shared/inference/'], tests: ['test/shared/inference/'] },
  db: { files: ['db/'], tests: ['test/db/'] },
  project: { files: ['shared/project/'], tests: ['test/shared/project/', 'test/db/',
    'test/shared/plan/'] },
  plan: { files: ['shared/plan/', 'shared/plan.ts'],
    tests: ['test/shared/plan/', 'test/shared/claims/'] },
} as const satisfies Readonly<Record<string, Room>>;

export type RoomName = keyof typeof rooms;

export const isRoom = (name: string): name is RoomName => name in rooms;

/** Tables of figures and words, and numbers another program wrote: a fault there is a wrong figure, not a
 * wrong computation, and its test is the provenance of the figure. */
const tables = ['/data/', '/templates/', '/fields/', '/names.ts', '/fitted-constants.ts',
  '/inference/parameters.ts', '/migrations/'];

/** The files of a room in which faults are planted. */
export const filesOf = (room: Room, sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ path }) => room.files.some((folder) => path.startsWith(folder))
    && !tables.some((part) => path.includes(part)) && !path.endsWith('types.ts'));

/**
 * Tests that take many seconds each: they check whole years and plans and are not needed
 * to find a fault.
 */
const slow = ['site/hours.test.ts', 'weather/synthetic-year.test.ts', 'facility/bands.test.ts',
  'plan/set-fields.test.ts'];

/** For every file, the files that reach it by imports, itself among them. */
export function reachersOf(sources: readonly Source[]): (path: string) => ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const source of sources) {
    for (const { file } of importsOf(source)) {
      if (file !== null) importers.set(file, [...(importers.get(file) ?? []), source.path]);
    }
  }
  return (path) => {
    const seen = new Set([path]);
    for (const next of seen)
      for (const importer of importers.get(next) ?? []) seen.add(importer);
    return seen;
  };
}

/**
 * The tests of a room that reach a file, the nearest first: named after it, of its folder, the
 * others.
 */
export function testsFor(room: Room, path: string,
  reachers: ReadonlySet<string>): readonly string[] {
  const tests = [...reachers].filter((test) => test.endsWith('.test.ts')
    && room.tests.some((folder) => test.startsWith(folder)) && !slow.some((part) =>
      test.endsWith(part)));
  const near = (test: string): number => {
    if (test === `test/${path.replace(/\.ts$/, '')}.test.ts`) return 0;
    return test.startsWith(`test/${path.slice(0, path.lastIndexOf('/'))}/`) ? 1 : 2;
  };
  return tests.toSorted((a, b) => near(a) - near(b) || a.localeCompare(b));
}
