import {
  copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createProject } from '../../db/create.ts';
import { openProject } from '../../db/open.ts';
import type { ProjectStore } from '../../db/store.ts';
import { findTemplate } from '../../shared/project/templates.ts';
import { hashOf } from './document-hash.ts';
import { runUntilKilled, type Ended, type Killing } from './kill.ts';
import { createTally, type Part, type Row, type Run, type Tally } from './part.ts';
import type { Random } from './random.ts';

const part = 'kills';
/** Kills after which a file is walked back to its beginning and a new one is begun. */
const killsPerFile = 10;
/** A commit takes a few milliseconds: kills fall anywhere within the first dozens. */
const latestKillMs = 300;

const fixtures = new URL('../fixtures/projects/', import.meta.url);

/** A new project in a folder of its own, which is its host's folder too. */
function newProject(folder: string): string {
  const path = join(folder, 'projects', 'site.aifp');
  mkdirSync(dirname(path), { recursive: true });
  const records = findTemplate('b200-1mw')?.records ?? [];
  const made = createProject(path,
    { records, projectId: 'campaign', appVersion: '0.0.0', nowMs: 0 });
  if (!made.ok) throw new Error(`no project to begin with: ${made.error.code}`);
  return path;
}

/**
 * Opens what a kill left behind; a file that does not open, or only at the second try, is
 * a breach.
 */
function reopen(path: string, tally: Tally): ProjectStore | null {
  const open = (): ReturnType<typeof openProject> =>
    openProject(path, { mode: 'write', backupPath: (from) => `${path}.v${from}` });
  const opened = open();
  if (opened.ok) return opened.value;
  const again = open();
  const detail = 'detail' in opened.error ? opened.error.detail : '';
  const when = again.ok ? 'opens at the second try only' : 'does not open';
  tally.breach(`${when}: ${opened.error.code}`, `${basename(path)}: ${detail}`);
  return again.ok ? again.value : null;
}

/**
 * Compares the file with the last acknowledged state; the operation under way may have
 * landed whole.
 */
function compare(store: ProjectStore, { done, underWay }: Ended, tally: Tally): void {
  const last = done.at(-1);
  if (last === undefined) return;
  const { revision } = store.history();
  const seen =
    `${basename(store.path)}: acknowledged revision ${last.revision}, found ${revision}, under way ${underWay ?? 'nothing'}`;
  if (revision < last.revision) {
    tally.breach('acknowledged operations lost', seen);
    return;
  }
  if (revision > last.revision) {
    const steps = ['commit', 'undo', 'redo'];
    if (revision > last.revision + 1 || !steps.includes(underWay ?? '')) {
      tally.breach('more than was under way', seen);
      return;
    }
    tally.see('landed whole');
    if (underWay === 'undo') store.redo();
    else store.undo();
  }
  if (hashOf(store.document()) !== last.hash) tally.breach('state differs', seen);
}

/** Everything that was acknowledged beside the document: versions, pictures, written files. */
function compareMade(store: ProjectStore, done: Ended['done'], tally: Tally): void {
  const kept =
    new Set([...store.snapshots.list(), ...store.attachments.list()].map(({ id }) => id));
  for (const { op, made } of done) {
    if ((op === 'snapshot' || op === 'attachment') && !kept.has(made))
      tally.breach(`${op} lost`, made);
    if ((op === 'copy' || op === 'package' || op === 'export') && !existsSync(made))
      tally.breach(`${op} lost`, made);
  }
}

/** Files that no reader may ever see half written, and the temporary ones a kill leaves. */
function lookAround(folder: string, tally: Tally): void {
  for (const name of readdirSync(folder)) {
    if (/\.tmp(-journal)?$/.test(name)) tally.see('temporary files left');
    if (!/^(copy|package) .*\.aifp$/.test(name)) continue;
    const opened = openProject(join(folder, name), { mode: 'read', backupPath: () => name });
    if (opened.ok) opened.value.close();
    else tally.breach(`half written: ${opened.error.code}`, name);
  }
}

/** Undoes everything: the document must be the one the file began with. */
function walkBack(path: string, first: string, tally: Tally): void {
  const store = reopen(path, tally);
  if (store === null) return;
  let steps = 0;
  for (; store.history().undo !== null; steps++) {
    const undone = store.undo();
    if (!undone.ok) {
      tally.breach(`undo refused: ${undone.error.code}`, `step ${steps}`);
      break;
    }
  }
  if (hashOf(store.document()) !== first)
    tally.breach('undo does not lead to the beginning', `${steps} steps`);
  tally.see('steps undone', steps);
  store.close();
}

type Mode = Pick<Killing, 'mode'> & Partial<Killing>;
type ModeOf = (path: string) => Mode;

const rescued = / rescued( \d+)?\.aifp$/;
const rescueCopiesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => rescued.test(name)).map((name) => join(folder, name));

/**
 * The file the work went on in: the rescue copy that came to be beside the original while
 * it was replaced, or the original. The latest one, where the copy was replaced too.
 */
function placeOfWork(path: string, before: readonly string[], tally: Tally): string {
  const made = rescueCopiesIn(dirname(path)).filter((copy) => !before.includes(copy))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (made.length > 0) tally.see('rescue copies', made.length);
  return made[0] ?? path;
}

/** Kills one worker after another on one file. */
async function killOnOneFile(
  modeOf: ModeOf,
  folder: string,
  random: Random,
  run: Run,
  tally: Tally,
): Promise<void> {
  let path = newProject(folder);
  let first = '';
  for (let kill = 0; kill < killsPerFile && (kill === 0 || run.hasTime()); kill++) {
    const before = rescueCopiesIn(dirname(path));
    const ended = await runUntilKilled({
      path,
      folder,
      seed: random.whole(1, 1e9),
      from: 'opened',
      afterMs: random.whole(0, latestKillMs),
      ...modeOf(path),
    });
    path = placeOfWork(path, before, tally);
    first = first === '' ? (ended.done[0]?.hash ?? '') : first;
    if (!ended.killed) {
      tally.see(`refused ${ended.refused ?? 'without a word'}`);
      if (ended.refused === null) tally.breach('a worker ended by itself', ended.errors);
    }
    tally.done();
    tally.see('operations', ended.done.length);
    const store = reopen(path, tally);
    if (store === null) return;
    compareMade(store, ended.done, tally);
    compare(store, ended, tally);
    store.close();
    if (ended.refused !== null) break;
  }
  lookAround(join(folder, 'projects'), tally);
  walkBack(path, first, tally);
}

/** Replaces the file by a copy of itself while it is open, as a synchronising program does. */
const replaceFile =
  (path: string): NonNullable<Killing['meanwhile']> =>
  async (child, linesSoFar) => {
    while (linesSoFar() < 4 && child.exitCode === null) await wait(1);
    child.kill('SIGSTOP');
    await wait(20); // what was written before the stop arrives
    copyFileSync(path, `${path}.new`);
    renameSync(`${path}.new`, path);
    child.kill('SIGCONT');
  };

/**
 * Kills while an older file is brought up to date: it must open afterwards, with the
 * records it had.
 */
async function killMigrations(
  random: Random, run: Run, folder: string, tally: Tally,
): Promise<void> {
  for (let round = 0; round < 1 || (round < killsPerFile && run.hasTime()); round++) {
    const version = random.pick(['v1', 'v2']);
    const home = join(folder, `migration ${round}`);
    mkdirSync(join(home, 'projects'), { recursive: true });
    const path = join(home, 'projects', 'old.aifp');
    copyFileSync(new URL(`${version}/sample.aifp`, fixtures), path);
    const expected = openProject(path, { mode: 'read', backupPath: () => path });
    if (!expected.ok) throw new Error(`the fixture ${version} does not open`);
    const hash = hashOf(expected.value.document());
    expected.value.close();
    await runUntilKilled({
      mode: 'open',
      path,
      folder: home,
      seed: 1,
      from: 'first-word',
      afterMs: random.whole(0, 60),
    });
    tally.done();
    const store = reopen(path, tally);
    if (store === null) continue;
    while (store.history().undo?.startsWith('step ') === true) store.undo();
    if (hashOf(store.document()) !== hash)
      tally.breach('records differ after a migration', path);
    store.close();
  }
}

const modes: readonly {
  readonly test: string;
  readonly share: number;
  readonly mode: ModeOf;
}[] = [
  { test: 'mixed', share: 6, mode: () => ({ mode: 'mixed' }) },
  { test: 'copies', share: 1, mode: () => ({ mode: 'copy' }) },
  { test: 'packages', share: 1, mode: () => ({ mode: 'package', afterMs: 600 }) },
  { test: 'exports', share: 1, mode: () => ({ mode: 'export' }) },
  {
    test: 'replaced',
    share: 1,
    mode: (path) => ({ mode: 'commit', meanwhile: replaceFile(path), afterMs: 100 }),
  },
];

/**
 * Ends hosts without warning while they work, and compares what is in the file with what
 * they had acknowledged.
 */
export const kills: Part = async (run) => {
  const tallies = new Map(
    [...modes.map(({ test }) => test), 'migrations'].map(
      (test) => [test, createTally(part, test)],
    ),
  );
  const tallyOf = (test: string): Tally => tallies.get(test) ?? createTally(part, test);
  const turns = modes.flatMap((mode) => Array.from({ length: mode.share }, () => mode));
  const lane = async (number: number): Promise<void> => {
    const random = run.random.fork(`kills ${number}`);
    for (let turn = number; turn < modes.length || run.hasTime(); turn += 2) {
      const { test, mode } =
        turn < modes.length ? (modes[turn] ?? random.pick(turns)) : random.pick(turns);
      const folder = join(run.folder, `${number} ${turn}`);
      mkdirSync(folder);
      await killOnOneFile(mode, folder, random, run, tallyOf(test));
      await killMigrations(random, run, folder, tallyOf('migrations'));
    }
  };
  await Promise.all([lane(0), lane(1)]);
  return [...tallies.values()].map((tally): Row => tally.row());
};
