import { parseArgs } from 'node:util';
import { readSources } from '../architecture/source.ts';
import { drawFaults } from './draw.ts';
import { equivalents, isKnown, staleAmong } from './equivalent.ts';
import { faultsIn, type Fault } from './places.ts';
import { filesOf, isRoom, reachersOf, rooms, testsFor, type RoomName } from './rooms.ts';
import { tryFault } from './session.ts';
import { printTable, type Tally } from './table.ts';

/**
 * Plants faults one at a time and says which of them the tests do not find.
 * `npm run mutate -- --room economics --n 40 --seed 1 --file prices`; every room when none is
 * named, and
 * with `--verbose` also what found the others.
 */
const { values } = parseArgs({ options: {
  room: { type: 'string', multiple: true }, n: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' }, file: { type: 'string', default: '' },
  verbose: { type: 'boolean', default: false },
} });

const names = (values.room ?? Object.keys(rooms)).map((name) => {
  if (isRoom(name)) return name;
  throw new Error(`there is no room ${name}; the rooms are ${Object.keys(rooms).join(', ')}`);
});
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
/**
 * A run counts as one that never ends when it takes this many times as long as without a
 * fault.
 */
const patience = 5;

const sources = readSources();
const reachers = reachersOf(sources);

async function tryRoom(name: RoomName): Promise<Tally> {
  const room = rooms[name];
  const files = filesOf(room, sources).filter(({ path }) => path.includes(values.file));
  const faults = drawFaults(files.map(faultsIn), Number(values.n), Number(values.seed));
  const soundMs = await timeSound(name, files.map(({ path }) => path));
  const patienceMs = Math.max(60_000, patience * soundMs);
  const tally = { room: name, killed: 0, endless: 0, survived: 0,
    equivalent: faults.filter(isKnown).length };
  for (const fault of faults.filter((one) => !isKnown(one))) {
    const { outcome, by } =
      await tryFault(fault, testsFor(room, fault.path, reachers(fault.path)),
        patienceMs);
    if (outcome === 'killed') tally.killed++;
    else if (outcome === 'endless') tally.endless++;
    else tally.survived++;
    if (outcome !== 'killed' || values.verbose)
      say(`  ${outcome}: ${describe(fault)} ${by}`.trimEnd());
  }
  return tally;
}

/**
 * How long the tests of a room take. Tests that fail without any fault would find every
 * fault.
 */
async function timeSound(name: RoomName, paths: readonly string[]): Promise<number> {
  const tests = new Set(paths.flatMap((path) => testsFor(rooms[name], path, reachers(path))));
  const { outcome, by, ms } = await tryFault(null, [...tests]);
  if (outcome !== 'survived')
    throw new Error(`the tests of ${name} fail although nothing is wrong: ${by}`);
  return ms;
}

const describe = ({ path, line, was, now, context }: Fault): string =>
  `${path}:${line} ${short(was)} -> ${short(now)}   in: ${context}`;

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 90);

const tallies: Tally[] = [];
for (const name of names) {
  say(name);
  tallies.push(await tryRoom(name));
}
say(printTable(tallies));

const listed = new Set(equivalents.map(({ path }) => path));
for (const { path, context } of staleAmong(
  sources.filter(({ path }) => listed.has(path)).flatMap(faultsIn)))
  say(`listed as changing nothing, but no longer there: ${path}  ${context}`);
