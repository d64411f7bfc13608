import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { safestDisclosure } from '../../shared/project/disclosure.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { hashOf } from './document-hash.ts';
import { startCampaignHost, type Call } from './host.ts';
import { createRandom, type Random } from './random.ts';

/**
 * Works on one project until it is killed. `> op` is written before an operation, `< op
 * ...` once it has been acknowledged, `! op code` when it was refused; synchronous
 * writes, so that none is lost in a buffer.
 */
const [mode = 'mixed', path = '', folder = '', seed = '1'] = process.argv.slice(2);

const say = (...words: readonly (string | number)[]): void => {
  writeSync(1, `${words.join(' ')}\n`);
};

class Refused extends Error {}

const valueOf = <T>(
  op: string,
  reply: { ok: true; value: T } | { ok: false; error: { code: string } },
): T => {
  if (reply.ok) return reply.value;
  say('!', op, reply.error.code);
  throw new Refused(reply.error.code);
};

interface Work {
  readonly call: Call;
  readonly session: string;
  readonly random: Random;
  readonly count: number;
}

async function commit({ call, session, random, count }: Work): Promise<void> {
  const { document } = valueOf('get', await call('project:get', { session }));
  const before = random.pick(
    Object.values(document).filter(({ kind }) => kind === 'finance' || kind === 'site'),
  );
  const key = before.kind === 'finance' ? 'discountRate' : 'electricityUsdPerKwh';
  const values = { ...before.body.values, [key]: random.whole(1, 100_000) / 1_000_000 };
  const after: ProjectRecord = { ...before, body: { ...before.body, values } };
  valueOf(
    'commit',
    await call('project:commit', {
      session,
      command: { label: `step ${count}`, changes: [{ id: before.id, before, after }] },
    }),
  );
}

const svg = (text: string): string =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`)
    .toString('base64');

/**
 * Each returns what to acknowledge beside revision and hash: the id or path of what it
 * made.
 */
const operations: Readonly<Record<string, (work: Work) => Promise<string>>> = {
  commit: async (work) => {
    await commit(work);
    return '-';
  },
  undo: async ({ call, session }) => {
    valueOf('undo', await call('project:undo', { session }));
    return '-';
  },
  redo: async ({ call, session }) => {
    valueOf('redo', await call('project:redo', { session }));
    return '-';
  },
  snapshot: async ({ call, session, count }) =>
    valueOf('snapshot', await call('snapshot:take', { session, name: `version ${count}` })).id,
  attachment: async ({ call, session, count }) =>
    valueOf(
      'attachment',
      await call('attachment:put', {
        session,
        name: `${count}.svg`,
        mediaType: 'image/svg+xml',
        data: svg(`${seed} ${count}`),
      }),
    ).id,
  copy: async ({ call, session, count }) =>
    valueOf('copy',
      await call('project:save-copy', { session, path: `copy ${seed} ${count}.aifp` }))
      .path,
  package: async ({ call, session, count }) =>
    valueOf(
      'package',
      await call('package:write', {
        session,
        scenarioIds: ['base'],
        redact: ['site.electricityUsdPerKwh'], disclosure: safestDisclosure,
        leaveMentions: true,
        path: `package ${seed} ${count}.aifp`,
      }),
    ).path,
  export: async ({ call, count }) =>
    valueOf(
      'export',
      await call('export:file', {
        suggestedName: `export ${count}.csv`,
        encoding: 'utf8',
        data: `${count},`.repeat(200_000),
      }),
    )?.path ?? '-',
};

const weights: Readonly<Record<string, readonly string[]>> = {
  mixed: [
    'commit',
    'commit',
    'commit',
    'commit',
    'undo',
    'undo',
    'redo',
    'snapshot',
    'attachment',
    'copy',
  ],
  commit: ['commit'],
  copy: ['copy'],
  package: ['commit', 'package'],
  export: ['export'],
  open: ['commit'],
};

async function work(): Promise<void> {
  let exported = 0;
  const host = startCampaignHost(folder, {
    nextFile: () => join(folder, `export ${seed} ${(exported += 1)}.csv`),
  });
  const { call } = host;
  say('>', 'open');
  const { session, history, document } = valueOf('open', await call('project:open', { path }));
  say('<', 'open', history.revision, hashOf(document), '-');
  const random = createRandom(Number(seed));
  for (let count = 1; ; count++) {
    const op = random.pick(weights[mode] ?? []);
    say('>', op);
    const made = (await operations[op]?.({ call, session, random, count })) ?? '-';
    const now = valueOf('get', await call('project:get', { session }));
    say('<', op, now.history.revision, hashOf(now.document), made);
  }
}

try {
  await work();
} catch (problem) {
  if (!(problem instanceof Refused)) throw problem;
}
