import { parseArgs } from 'node:util';
import { readSources } from '../architecture/source.ts';
import { drawFaults } from './draw.ts';
import { isKnown } from './equivalent.ts';
import { faultsIn, type Fault } from './places.ts';
import { filesOf, isRoom, reachersOf, rooms, testsFor, type RoomName } from './rooms.ts';
import { openSession, type Session } from './session.ts';
import { printTable, type Tally } from './table.ts';

/**
 * Plants faults one at a time and says which of them the tests do not find.
 * `npm run mutate -- --room economics --n 40 --seed 1 --file prices`; every room when none is named, and
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
const sources = readSources();
const reachers = reachersOf(sources);

async function tryRoom(name: RoomName, session: Session): Promise<Tally> {
  const room = rooms[name];
  const files = filesOf(room, sources).filter(({ path }) => path.includes(values.file));
  const faults = drawFaults(files.map(faultsIn), Number(values.n), Number(values.seed));
  await requireSound(name, session, files.map(({ path }) => path));
  const tally = { room: name, killed: 0, endless: 0, survived: 0, equivalent: faults.filter(isKnown).length };
  for (const fault of faults.filter((one) => !isKnown(one))) {
    const { outcome, by } = await session.run(fault, testsFor(room, fault.path, reachers(fault.path)));
    if (outcome === 'killed') tally.killed++;
    else if (outcome === 'endless') tally.endless++;
    else tally.survived++;
    if (outcome !== 'killed' || values.verbose) say(`  ${outcome}: ${describe(fault)} ${by}`.trimEnd());
  }
  return tally;
}

/** Tests that fail without any fault would find every fault. */
async function requireSound(name: RoomName, session: Session, paths: readonly string[]): Promise<void> {
  const tests = new Set(paths.flatMap((path) => testsFor(rooms[name], path, reachers(path))));
  const { outcome, by } = await session.run(null, [...tests]);
  if (outcome !== 'survived') throw new Error(`the tests of ${name} fail although nothing is wrong: ${by}`);
}

const describe = ({ path, line, was, now, context }: Fault): string =>
  `${path}:${line} ${short(was)} -> ${short(now)}   in: ${context}`;

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 90);

const session = await openSession();
const tallies: Tally[] = [];
for (const name of names) {
  say(name);
  tallies.push(await tryRoom(name, session));
}
say(printTable(tallies));
await session.close();
