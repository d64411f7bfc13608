import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProject } from '../../db/create.ts';
import { templates } from '../../shared/project/templates.ts';
import { digestOf } from './document-hash.ts';
import { hostileFiles } from './hostile.ts';
import { damagedImports, hostileImportFiles } from './imports.ts';
import { judge } from './judge.ts';
import { callMeanwhile } from './meanwhile.ts';
import { mutate, mutations } from './mutate.ts';
import { createTally, type Part, type Row, type Run, type Tally } from './part.ts';
import { createProbe, type Probe } from './probe.ts';

const part = 'files';

/** Sound files of every version, to be damaged. */
function soundFiles(folder: string): readonly string[] {
  const fixtures = ['v1', 'v2', 'v3'].map((version) =>
    fileURLToPath(new URL(`../fixtures/projects/${version}/sample.aifp`, import.meta.url)),
  );
  const made = templates.map(({ id, records }) => {
    const path = join(folder, `${id}.aifp`);
    createProject(path, { records, projectId: id, appVersion: '0.0.0', nowMs: 0 });
    return path;
  });
  return [...fixtures, ...made];
}

/** Null too where the system refuses even to look, as with a name that is too long. */
function digestOfPlain(path: string): string | null {
  try {
    return lstatSync(path).isFile() ? digestOf(path) : null;
  } catch {
    return null;
  }
}

/**
 * Checks a file, then opens it; a refusal must leave every byte, and a check leaves
 * nothing beside it.
 */
async function tryFile(
  probe: Probe,
  path: string,
  what: string,
  tally: Tally,
): Promise<readonly string[]> {
  tally.done();
  const bytes = digestOfPlain(path);
  const beside = ['-journal', '-wal', '-shm'].filter((end) => existsSync(`${path}${end}`));
  const checked = judge(tally, `check: ${what}`, await probe.ask({ act: 'check', path }));
  const left = ['-journal', '-wal', '-shm'].filter(
    (end) => existsSync(`${path}${end}`) && !beside.includes(end),
  );
  if (left.length > 0) tally.breach(`check leaves ${left.join(' ')}`, what);
  if (bytes !== null && digestOf(path) !== bytes) tally.breach('check changed the file', what);
  const opened = judge(tally, `open: ${what}`, await probe.ask({ act: 'open', path }));
  if (opened !== null && opened.outcome !== 'ok' && bytes !== null
    && digestOf(path) !== bytes) {
      tally.breach(`refused (${opened.outcome}) but changed`, what);
    }
  if (opened !== null) tally.see(opened.outcome);
  return [checked, opened].flatMap((answer) => (answer === null ? [] : [answer.outcome]));
}

async function tryHostile(probe: Probe, run: Run, sound: string): Promise<Tally> {
  const tally = createTally(part, 'hostile');
  for (const [at, { name, make, expect }] of hostileFiles.entries()) {
    const folder = join(run.folder, `hostile ${at}`);
    mkdirSync(folder);
    const path = join(folder, name === 'a long name' ? `${'x'.repeat(300)}.aifp` : 'x.aifp');
    make(path, sound);
    const answers = await tryFile(probe, path, name, tally);
    const wrong = answers.filter((outcome) => outcome !== 'threw' && !expect.includes(outcome));
    if (wrong.length > 0)
      tally.breach(
        'an answer that does not fit',
        `${name}: ${wrong.join(', ')}, expected ${expect.join(', ')}`,
      );
  }
  return tally;
}

/** Whatever happened to the bytes of a sound file, it is one of these. */
const answersToDamage: ReadonlySet<string> =
  new Set(['ok', 'damaged', 'not-ours', 'too-new', 'newer-defaults']);

async function tryMutated(probe: Probe, run: Run, sound: readonly string[]): Promise<Tally> {
  const tally = createTally(part, 'mutated');
  const kinds = Object.keys(mutations);
  for (let at = 0; at < kinds.length || run.hasTime(); at++) {
    const kind = kinds[at % kinds.length] ?? '';
    const from = run.random.pick(sound);
    const path = join(run.folder, `mutated ${at}.aifp`);
    mutate(from, path, kind, run.random);
    const what = `${kind} in ${from.split('/').slice(-2).join('/')}, case ${at}`;
    const wrong = (await tryFile(probe, path, what, tally))
      .filter((outcome) => outcome !== 'threw' && !answersToDamage.has(outcome));
    if (wrong.length > 0)
      tally.breach('an answer that does not fit', `${what}: ${wrong.join(', ')}`);
  }
  return tally;
}

async function withFiles(
  run: Run,
  work: (probe: Probe, sound: readonly string[]) => Promise<readonly Tally[]>,
): Promise<readonly Row[]> {
  const probe = createProbe('file-worker.ts');
  try {
    return (await work(probe, soundFiles(run.folder))).map((tally) => tally.row());
  } finally {
    probe.close();
  }
}

/** Damaged project files and damaged files to import. */
export const damagedFiles: Part = (run) =>
  withFiles(run, async (probe, sound) => [
    await damagedImports(run),
    await tryMutated(probe, run, sound),
  ]);

/**
 * The same, and hostile files made by hand. Those come last and all of them, whatever the
 * time: where one is not refused, it takes until it is given up.
 */
export const files: Part = (run) =>
  withFiles(run, async (probe, sound) => [
    await damagedImports(run),
    await tryMutated(probe, run, sound),
    await hostileImportFiles(),
    await tryHostile(probe, run, sound.at(-1) ?? ''),
    await callMeanwhile(run, sound.at(-1) ?? ''),
  ]);
