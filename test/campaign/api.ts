import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandNames } from '../../shared/backend.ts';
import { safestDisclosure } from '../../shared/project/disclosure.ts';
import { firstAnswers } from '../../shared/project/guided-start.ts';
import { findTemplate } from '../../shared/project/templates.ts';
import { askHeldMs, callHost, startApiHost, type Answered, type Host } from './api-client.ts';
import { spoil } from './hostile-values.ts';
import { createTally, type Part, type Tally } from './part.ts';
import type { Random } from './random.ts';

/**
 * A call that holds the host's main thread longer keeps every page waiting, ms of processor
 * time.
 */
const slowMs = 1000;
const leastCalls = 300;
/** Calls after which a project is opened anew: some of them close it. */
const callsPerSession = 60;

const svg = (body: string): string =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`).toString('base64');

/** Sound arguments of every command, around one session. */
function soundArguments(
  session: string,
  folder: string,
  random: Random,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const record = random.pick(findTemplate('b200-1mw')?.records ?? []);
  const after = { ...record, body: { values: { ...record.body.values, name: 'x' } } };
  const path = random.pick([
    join(folder, 'loop.aifp'),
    join(folder, 'projects', 'none.aifp'),
    `${'y'.repeat(300)}.aifp`,
    folder,
    join(folder, 'pages', 'index.html'),
  ]);
  const data = random.pick([
    svg('<rect/>'),
    svg('<use/>'.repeat(1000)),
    Buffer.from('<svg '.repeat(2000)).toString('base64'),
    'AAAA',
  ]);
  return {
    'app:preferences': { set: { theme: 'dark', author: 'a' } },
    'app:forget-recent': { path },
    'app:choose-file': { purpose: 'save', suggestedName: 'a.csv' },
    'project:create': { templateId: 'b200-1mw', path: null, name: 'x' },
    'project:start': { answers: firstAnswers, path: null },
    'project:open': { path },
    'project:journal': { session, limit: 10 },
    'project:journal-entry': { session, id: 1 },
    'project:commit': {
      session,
      command: { label: 'l', changes: [{ id: record.id, before: record, after }] },
    },
    'snapshot:take': { session, name: 'n' },
    'snapshot:read': { session, id: 'x' },
    'snapshot:rename': { session, id: 'x', name: 'n' },
    'snapshot:delete': { session, id: 'x' },
    'attachment:put': { session, name: 'l.svg', mediaType: 'image/svg+xml', data },
    'attachment:get': { session, id: 'x' },
    'package:write': { session, scenarioIds: ['base'], redact: ['site.*'],
      disclosure: safestDisclosure, leaveMentions: true, path: null },
    'project:save-copy': { session, path: null },
    'project:recover': { backup: path },
    'report:pdf': {
      session,
      scenarioId: 'none',
      kind: 'executive',
      path: null,
      sections: [],
      scenarioIds: null,
    },
    'export:file': { suggestedName: 'a.csv', encoding: 'utf8', data: 'x' },
    'report:show': { path, how: 'folder' },
    'app:open-link': { url: 'https://example.org' },
  };
}

const withoutArguments = ['app:info', 'app:recent', 'app:templates', 'app:backups',
  'project:list'];

function judge(tally: Tally, seen: string, { status, reply }: Answered): void {
  tally.see(reply === null ? `HTTP ${status}` : reply.ok ? 'ok' : reply.error.code);
  if (status >= 500) tally.breach(`HTTP ${status}`, seen);
  if (reply?.ok === false && reply.error.code === 'internal')
    tally.breach(`internal: ${(reply.error.detail ?? '').slice(0, 60)}`, seen);
}

/** Calls one command after another; answers whether the host still lives. */
async function callAll(
  host: Host, folder: string, random: Random, tally: Tally,
): Promise<void> {
  const created = await callHost(host, 'project:create', {
    templateId: 'b200-1mw',
    path: null,
    name: 'Fuzz',
  });
  const session =
    created.reply?.ok === true
      ? z.object({ session: z.string() }).parse(created.reply.value).session
      : 'none';
  for (let count = 0; count < callsPerSession; count++) {
    // A printed report needs the built pages and a browser, which are not what is tried here.
    const name = random.chance(0.02)
      ? 'no:such'
      : random.pick(Object.keys(commandNames).filter((command) => command !== 'report:pdf'));
    const args = spoil(
      soundArguments(session, folder, random)[name] ??
        (withoutArguments.includes(name) ? {} : { session }),
      random,
    );
    const seen = `${name} ${JSON.stringify(args).slice(0, 160)}`;
    const answered = await callHost(host, name, args);
    judge(tally, seen, answered);
    const heldMs = await askHeldMs(host);
    tally.top('most ms on the clock', Math.round(answered.ms));
    tally.top('most ms held', Math.round(heldMs));
    if (heldMs > slowMs) tally.breach('others wait over 1 s', `${Math.round(heldMs)} ms: ${seen}`);
    tally.done();
  }
}

/** Malformed and hostile calls of a browser host. */
export const api: Part = async ({ random, folder, hasTime }) => {
  const tally = createTally('api', 'calls');
  symlinkSync(join(folder, 'loop.aifp'), join(folder, 'loop.aifp'));
  const own = new Set([...readdirSync(folder), 'pages', 'projects', 'data']);
  let host = await startApiHost(folder);
  try {
    for (let count = 0; count < leastCalls || hasTime(); count += callsPerSession) {
      try {
        await callAll(host, folder, random, tally);
      } catch (problem) {
        tally.breach('the host does not answer', String(problem));
        host.child.kill('SIGKILL');
        host = await startApiHost(folder);
      }
    }
    const strangers = readdirSync(folder).filter((name) => !own.has(name));
    if (strangers.length > 0) tally.breach('written outside its folders', strangers.join(', '));
    return [tally.row()];
  } finally {
    host.child.kill('SIGKILL');
  }
};
