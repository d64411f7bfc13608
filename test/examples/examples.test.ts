import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources, root } from '../architecture/source.ts';
import { agrees, evaluate, readStated } from './compare.ts';
import { examplesOf, exportsOf, type Example } from './collect.ts';
import { fixtures } from './fixtures.ts';
import { notRun } from './not-run.ts';

const sources = readSources().filter(({ path }) => path.startsWith('shared/'));
/** Where each name that only one file exports comes from. */
const homes = new Map<string, string | null>();
for (const source of sources) {
  for (const name of exportsOf(source)) homes.set(name, homes.has(name) ? null : source.path);
}

const load = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
  import(/* @vite-ignore */ join(root, path)) as Promise<Record<string, unknown>>;

/**
 * Names an example uses: of its own file first, then fixtures of its room, then what shared/
 * exports once.
 */
async function scopeOf({ path, code }: Example): Promise<Readonly<Record<string, unknown>>> {
  const own = await load(path);
  const room = { ...fixtures[path.split('/')[1] ?? ''], ...fixtures[path] };
  const scope: Record<string, unknown> = {};
  for (const name of new Set(code.match(/[A-Za-z_$][\w$]*/g))) {
    const home = homes.get(name);
    if (Object.hasOwn(own, name)) scope[name] = own[name];
    else if (Object.hasOwn(room, name)) scope[name] = room[name];
    else if (typeof home === 'string') scope[name] = (await load(home))[name];
  }
  return scope;
}

const idOf = ({ path, name }: Example): string => `${path} ${name}`;

/** `right`, or what is wrong, or why it cannot be run. */
async function tryExample(
  example: Example,
): Promise<{ readonly ran: boolean; readonly said: string }> {
  const stated = example.value === null ? null : readStated(example.value);
  if (stated === null || stated.kind === 'words') return { ran: false,
    said: `no value: ${example.value}` };
  const actual = evaluate(example.code, await scopeOf(example));
  if (actual instanceof Error) return { ran: false, said: actual.message };
  if (agrees(actual, stated)) return { ran: true, said: 'right' };
  const shown = ArrayBuffer.isView(actual) ? Array.from(Object.values(actual)) : actual;
  return { ran: true,
    said:
      `${example.path}:${example.line} ${example.code} is ${JSON.stringify(shown)?.slice(0, 300)}, not ${example.value}` };
}

describe('examples of doc comments', async () => {
  const examples = sources.flatMap(examplesOf);
  const results = await Promise.all(examples.map(async (example) =>
    ({ example, ...await tryExample(example) })));

  it('that can be run are right', () => {
    expect(results.filter(({ ran, said }) => ran && said !== 'right').map(({ said }) =>
      said)).toEqual([]);
  });

  it('that cannot be run are listed, and leave the list when they can', () => {
    const cannot = results.filter(({ ran }) => !ran).map(({ example }) => idOf(example));
    if (process.env['EXAMPLES'] !== undefined) {
      process.stdout.write(`${results.filter(({ ran }) => !ran).map(({ example, said }) => `${idOf(example)} | ${example.code} | ${said}`).join('\n')}\n`);
    }
    expect(cannot.toSorted()).toEqual([...notRun].toSorted());
  });
});
