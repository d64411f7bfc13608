import {
  cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtInCatalog } from '../shared/catalog/catalog.ts';
import {
  expectedFigures, groupMoves, listMoves, type Group, type Move,
} from './sweep/compare.ts';
import { listCases } from './sweep/grid.ts';
import { printSweep, readSweep, sweep, type Outcome } from './sweep/stored.ts';

/**
 * `npm run sweep:diff`: which figures moved between a revision or a stored sweep and the
 * working tree.
 */
const usage = `npm run -s sweep:diff -- [--base REVISION|FILE] [--out FILE] [--allow FILE]
npm run -s sweep:diff -- --write FILE

  --base   what to compare with: a revision of this repository (HEAD unless said) or a stored sweep
  --write  evaluate the working tree and store the sweep; compares nothing
  --out    write every number that moved, as JSON
  --allow  figures expected to move, one a line, * for any part of a name
`;

const root = join(import.meta.dirname, '..');
const say = (text: string): void => { process.stderr.write(`${text}\n`); };

/** How many figures are printed; all of them go to `--out`. */
const shown = 60;

/** Cases between two lines of progress. */
const progressEvery = 1000;

const evaluate = (
  cases: Parameters<typeof sweep>[0],
): readonly Outcome[] => sweep(cases, (done) => {
  if (done % progressEvery === 0) say(`${done} of ${cases.length} plans`);
});

/**
 * The sweep of a revision, made by this script and that revision's engine in a folder of
 * its own.
 */
function sweepRevision(revision: string): readonly Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-sweep-'));
  const tree = join(folder, 'tree');
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    git('worktree', 'add', '--quiet', '--detach', tree, revision);
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
    for (const part of ['sweep', 'sweep-diff.ts']) {
      cpSync(join(import.meta.dirname, part), join(tree, 'build', part), { recursive: true });
    }
    say(`Evaluating ${revision} ...`);
    execFileSync(process.execPath, [join(tree, 'build', 'sweep-diff.ts'), '--write',
      join(folder, 'base.json')],
      { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
    return readSweep(readFileSync(join(folder, 'base.json'), 'utf8'));
  } finally {
    if (existsSync(tree)) git('worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true });
  }
}

const print = (value: Move['before']): string =>
  (value === undefined ? 'not there' : String(value));

function describe({ figure, largest, cases, inputs }: Group): string {
  const { at, before, after, relative } = largest;
  const moved = Number.isFinite(relative) ? relative.toExponential(2) : 'came or went';
  const where = [at.start, ...at.settings.map(([path, value]) => `${path}=${value}`)].join(' ');
  const by = inputs.length === 0 ? ''
    : `; with ${inputs.slice(0, 4).join(', ')}${inputs.length > 4 ? ` and ${inputs.length - 4} more` : ''}`;
  return `${figure}: ${moved}, ${print(before)} -> ${print(after)} (${where}); ${cases} plans${by}`;
}

/**
 * Prints the groups and answers the exit code: 1 where a figure moved that was not
 * expected to.
 */
function report(
  groups: readonly Group[], plans: number, isExpected: (figure: string) => boolean,
): number {
  const [expected, unexpected] = [groups.filter((g) => isExpected(g.figure)),
    groups.filter((g) => !isExpected(g.figure))];
  const list = (title: string, of: readonly Group[]): readonly string[] => (of.length === 0 ? []
    : [title, ...of.slice(0, shown).map((g) => `  ${describe(g)}`),
      ...(of.length > shown ? [`  and ${of.length - shown} more`] : [])]);
  process.stdout.write([
    ...list('Moved as expected:', expected), ...list('Moved:', unexpected),
    `${plans} plans; ${unexpected.length} figures moved, ${expected.length} as expected`, '',
  ].join('\n'));
  return unexpected.length === 0 ? 0 : 1;
}

function main(): number {
  const { values: { base = 'HEAD', out, allow, write, help } } = parseArgs({ options: {
    base: { type: 'string' }, out: { type: 'string' }, allow: { type: 'string' },
    write: { type: 'string' }, help: { type: 'boolean' },
  } });
  if (help === true) { process.stdout.write(usage); return 0; }
  if (write !== undefined) {
    writeFileSync(write, printSweep(evaluate(listCases(builtInCatalog))));
    return 0;
  }
  const isExpected = expectedFigures(allow === undefined ? '' : readFileSync(allow, 'utf8'));
  const before = existsSync(base) ? readSweep(readFileSync(base, 'utf8')) : sweepRevision(base);
  say('Evaluating the working tree ...');
  const moves = listMoves(before, evaluate(before.map((outcome) => outcome.at)));
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(moves, null, 1)}\n`);
  return report(groupMoves(moves), before.length, isExpected);
}

try {
  process.exitCode = main();
} catch (problem) {
  say(problem instanceof Error ? `sweep:diff: ${problem.message}` : String(problem));
  process.exitCode = 2;
}
