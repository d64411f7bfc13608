import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forkWorker } from '../../../electron/backend/worker/process.ts';
import type { Commands } from '../../../shared/backend.ts';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { evaluatePlan } from '../../../shared/plan.ts';
import { safestDisclosure, type Disclosure } from '../../../shared/project/disclosure.ts';
import { findTemplate } from '../../../shared/project/templates.ts';
import { once } from '../../../shared/units/once.ts';
import { digest, errorOf, temporaryFolder, unwrap } from '../../db/support.ts';
import { startHost, type TestHost } from './support.ts';

const marker = 'Confidential customer of the highest secrecy';
const rate = 0.123456789;
const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'projects', 'packages',
  'format-1.aifp');

type Order = Partial<Omit<Commands['package:write']['args'], 'session'>>;

async function writeFrom(host: TestHost, session: string, order: Order) {
  return host.call('package:write', {
    session, scenarioIds: ['base'], redact: [], disclosure: safestDisclosure,
    leaveMentions: false, path: null, ...order,
  });
}

async function change(
  host: TestHost, session: string, id: string, values: Record<string, string | number>,
): Promise<void> {
  const { document } = unwrap(await host.call('project:get', { session }));
  const before = document[id];
  if (before === undefined) throw new Error(`no record ${id}`);
  const after = { ...before,
    body: { ...before.body, values: { ...before.body.values, ...values } } };
  unwrap(await host.call('project:commit',
    { session, command: { label: `Change ${id}`, changes: [{ id, before, after }] } }));
}

/** A package of a project that has a client, a rate, a history and a version. */
async function makePackage(host: TestHost, order: Order) {
  const { session } =
    unwrap(await host.call('project:create', { templateId: 'sample', path: null, name: null }));
  await change(host, session, 'document:project:project', { client: marker });
  await change(host, session, 'base:finance:finance', { discountRate: rate });
  unwrap(await host.call('snapshot:take', { session, name: 'Inside' }));
  return writeFrom(host, session, order);
}

/** The bytes of one such package: those who only read or damage it need none of their own. */
const packed = once(async () => readFileSync(unwrap(await makePackage(startHost(), {})).path));

/** That package as a file of its own. */
async function handedOver(): Promise<string> {
  const path = join(temporaryFolder(), 'sample.aifp');
  writeFileSync(path, await packed());
  return path;
}

const openPackage = async (host: TestHost, path: string) =>
  unwrap(await host.call('project:open', { path })).package;

/** Runs SQL on a file as any other tool would. */
function alter(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

describe('a client-safe package', () => {
  test('opens read-only and signed, without history, versions or what was taken out', async () => {
    const host = startHost({ startWorker: forkWorker });
    unwrap(await host.call('app:preferences', { set: { author: 'Ada' } }));
    const made = unwrap(await makePackage(host,
      { scenarioIds: ['dear'], redact: ['project.client', 'finance.discountRate'] }));
    expect(made.redacted).toBe(2);
    const bytes = readFileSync(made.path);
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(marker, encoding))).toBe(false);
    expect(bytes.includes(String(rate))).toBe(false);
    const opened = unwrap(await host.call('project:open', { path: made.path }));
    expect(opened).toMatchObject({ readOnly: true, package: {
      format: 2, state: 'signed', altered: [], hash: made.hash,
      redacted: ['finance.discountRate', 'project.client'],
      signer: { name: 'Ada', key: 'own', fingerprint: made.fingerprint },
      disclosure: safestDisclosure,
    } });
    const { session } = opened;
    expect(unwrap(await host.call('project:journal', { session, limit: 10 }))).toEqual([]);
    expect(unwrap(await host.call('snapshot:list', { session }))).toEqual([]);
    expect(Object.values(opened.document).filter((r) => r.kind === 'scenario')
      .map((r) => r.key)).toEqual(['dear']);
    expect(errorOf(await host.call('snapshot:take', { session, name: 'No' })))
      .toMatchObject({ code: 'read-only' });
  });

  test('gives figures as they are where they rest on nothing taken out, and withholds the others', async () => {
    const pod = findTemplate('b200-1mw');
    if (pod === undefined) throw new Error('no such template');
    const host = startHost({ templates: [pod] });
    const { session, document } =
      unwrap(await host.call('project:create', { templateId: pod.id, path: null, name: null }));
    await change(host, session, 'base:site:site', { electricityUsdPerKwh: 0.0437 });
    const planned = unwrap(evaluatePlan(document, 'base', builtInCatalog));
    const figures = async (disclosure: Disclosure) => {
      const made = unwrap(
        await writeFrom(host, session, { redact: ['site.electricityUsdPerKwh'], disclosure }),
      );
      return (await openPackage(host, made.path))?.issued[0]?.figures ?? [];
    };
    const withheld = await figures(safestDisclosure);
    expect(withheld.find(({ key }) => key === 'facilityMw'))
      .toEqual({ key: 'facilityMw', unit: 'MW', shown: 'exact',
        value: planned.figures['headline.facilityMw']?.value });
    expect(withheld.find(({ key }) => key === 'npvUsd'))
      .toEqual({ key: 'npvUsd', unit: 'USD', shown: 'withheld' });
    const rounded = await figures({ mode: 'round', gridShare: 0.1, digits: 2 });
    expect(rounded.find(({ key }) => key === 'npvUsd')).toMatchObject({ shown: 'rounded' });
  });

  test('stays one as a copy, signature and all', async () => {
    const host = startHost();
    const opened = unwrap(await host.call('project:open', { path: await handedOver() }));
    const copy = unwrap(
      await host.call('project:save-copy', { session: opened.session, path: null }),
    );
    expect(unwrap(await host.call('project:open', { path: copy.path })))
      .toMatchObject({ readOnly: true,
        package: { state: 'signed', hash: opened.package?.hash ?? 'none' } });
  });

  test('is not changed by being opened', async () => {
    const host = startHost();
    const path = await handedOver();
    const before = digest(path);
    const { session } = unwrap(await host.call('project:open', { path }));
    unwrap(await host.call('project:close', { session }));
    expect(digest(path)).toBe(before);
  });

  test.each([
    [{ scenarioIds: ['nowhere'] }, 'no scenario'],
    [{ redact: ['project.cleint'] }, 'falls on no field'],
  ] as const)(
    'of %j is refused', async (order, words) => {
      const problem = errorOf(await makePackage(startHost(), order));
      expect(problem).toMatchObject({ code: 'bad-arguments' });
      expect(JSON.stringify(problem)).toContain(words);
    });

  test('that still says what is taken out is refused, until the sender lets it', async () => {
    const host = startHost();
    const { session } = unwrap(
      await host.call('project:create', { templateId: 'sample', path: null, name: null }),
    );
    await change(host, session, 'base:finance:finance', { discountRate: rate });
    await change(host, session, 'document:project:project', { name: 'Sample at 12.3456789 %' });
    const order = { redact: ['finance.discountRate'] };
    const problem = errorOf(await writeFrom(host, session, order));
    expect(JSON.stringify(problem)).toContain('project.name says finance.discountRate');
    expect((await writeFrom(host, session, { ...order, leaveMentions: true })).ok).toBe(true);
  });
});

describe('two packages', () => {
  /**
   * Everything a package of the pod says at a price of electricity, but for its own id
   * and signature.
   */
  async function contentsAt(
    price: number, disclosure: Disclosure,
  ): Promise<{ rows: unknown; bytes: number }> {
    const pod = findTemplate('b200-1mw');
    if (pod === undefined) throw new Error('no such template');
    const host = startHost({ templates: [pod] });
    const { session } =
      unwrap(await host.call('project:create', { templateId: pod.id, path: null, name: null }));
    await change(host, session, 'base:site:site', { electricityUsdPerKwh: price });
    const { path } = unwrap(
      await writeFrom(host, session, { redact: ['site.electricityUsdPerKwh'], disclosure }),
    );
    const db = new Database(path, { readonly: true });
    const rowsOf = (table: string): unknown => db.prepare(`SELECT * FROM ${table}`).all();
    const meta = db.prepare(`SELECT * FROM meta WHERE key NOT IN ('projectId', 'seal')`).all();
    const rows = [meta,
      ...['record', 'journal', 'series', 'attachment', 'snapshot', 'run'].map(rowsOf)];
    db.close();
    return { rows, bytes: statSync(path).size };
  }
  test.each([
    ['withhold', 0.0437, 1.25], ['round', 0.0437, 0.0431234567],
    ['range', 0.0437, 0.0431234567],
  ] as const)('to %s are one and the same at %d and at %d', async (mode, one, other) => {
    const disclosure = { ...safestDisclosure, mode };
    expect(await contentsAt(other, disclosure)).toEqual(await contentsAt(one, disclosure));
  });
});

describe('a package that was tampered with', () => {
  test.each([
    ['a record', `UPDATE record SET body = replace(body, '${rate}', '0.123456788')`,
      ['table record']],
    ['a step of the journal',
      `INSERT INTO journal (at, label, changes) VALUES ('2027-01-01', 'Approved by CFO', '[]')`,
      ['table journal']],
    ['a version',
      `INSERT INTO snapshot (id, name, at, revision, document) VALUES ('x', 'Final', '2027-01-01', 1, '{}')`,
      ['table snapshot']],
    ['a picture', `INSERT INTO attachment VALUES ('x', 'logo', 'image/png', x'00')`,
      ['table attachment']],
    ['a load curve',
      `INSERT INTO series VALUES ('x', 'load', 'MW', '2027-01-01', 3600, x'00')`,
      ['table series']],
    ['a stored run',
      `INSERT INTO run VALUES ('x', 'base', 'risk', '2027-01-01', '', '{}', x'00')`,
      ['table run']],
    ['the day it was made',
      `UPDATE meta SET value = '2020-01-01T00:00:00.000Z' WHERE key = 'createdAt'`,
      ['table meta']],
    ['an issued figure',
      `UPDATE meta SET value = replace(value, '"issuedAt":"2027', '"issuedAt":"2026') WHERE key = 'package'`,
      ['table meta']],
    ['a view', 'CREATE VIEW approved AS SELECT 1', ['schema']],
    ['a name under the signature',
      `UPDATE meta SET value = replace(value, '"name":"', '"name":"Chief ') WHERE key = 'seal'`,
      ['signature']],
  ])('by %s says so', async (_what, sql, altered) => {
    const path = await handedOver();
    alter(path, sql);
    expect(unwrap(await startHost().call('project:open', { path })))
      .toMatchObject({ readOnly: true, package: { state: 'altered', altered } });
  });

  test.each([
    ['its row', `DELETE FROM meta WHERE key = 'package'`, 'marks'],
    ['its row and signature', `DELETE FROM meta WHERE key IN ('package', 'seal')`, 'signature'],
    ['all rows that mark it',
      `DELETE FROM meta WHERE key IN ('package', 'seal', 'projectId')`, 'marks'],
    ['its mark in the header', `PRAGMA application_id = ${0x41494650}`, 'marks'],
    ['its project id', `UPDATE meta SET value = 'mine' WHERE key = 'projectId'`, 'marks'],
    ['its signature', `DELETE FROM meta WHERE key = 'seal'`, 'signature'],
    ['all but the project id',
      `PRAGMA application_id = ${0x41494650}; DELETE FROM meta WHERE key IN ('package', 'seal')`,
      'marks'],
  ])('by taking off %s is stripped, and no project to write in', async (
    _what, sql, missing,
  ) => {
    const path = await handedOver();
    alter(path, sql);
    const opened = unwrap(await startHost().call('project:open', { path }));
    expect(opened).toMatchObject({ readOnly: true, package: { state: 'stripped' } });
    expect(opened.package?.altered).toContain(missing);
  });

  test('and signed again by somebody else names that key, not the sender’s', async () => {
    const [sender, forger] = [startHost(), startHost()];
    unwrap(await forger.call('app:preferences', { set: { author: 'Ada' } }));
    unwrap(await sender.call('app:preferences', { set: { author: 'Ada' } }));
    const real = unwrap(await makePackage(sender, {}));
    const forged = unwrap(await makePackage(forger, {}));
    const found = await openPackage(sender, forged.path);
    expect(found).toMatchObject({ state: 'signed', signer: { name: 'Ada', key: 'unknown' } });
    expect(found?.signer?.fingerprint).not.toBe(real.fingerprint);
  });

  test('with the signature of another package is altered', async () => {
    const host = startHost();
    const [one, other] = [unwrap(await makePackage(host, {})),
      unwrap(await makePackage(host, { redact: ['project.client'] }))];
    const db = new Database(other.path, { readonly: true });
    const seal = db
      .prepare<[], { value: string }>(`SELECT value FROM meta WHERE key = 'seal'`)
      .get()?.value ?? '';
    db.close();
    const target = new Database(one.path);
    target.prepare(`UPDATE meta SET value = ? WHERE key = 'seal'`).run(seal);
    target.close();
    expect(await openPackage(host, one.path)).toMatchObject({ state: 'altered' });
  });
});

describe('keys', () => {
  test('are made on first use, for their owner alone, and used again', async () => {
    const host = startHost();
    const first = unwrap(await makePackage(host, {}));
    const key = join(host.folder, 'data', 'keys', 'signing-key.pem');
    expect(statSync(key).mode & 0o777)
      .toBe(process.platform === 'win32' ? statSync(key).mode & 0o777 : 0o600);
    const before = digest(key);
    expect(unwrap(await makePackage(host, {})).fingerprint).toBe(first.fingerprint);
    expect(digest(key)).toBe(before);
  });
  test('that are damaged are refused and left as they are', async () => {
    const host = startHost();
    const keys = join(host.folder, 'data', 'keys');
    mkdirSync(keys, { recursive: true });
    writeFileSync(join(keys, 'signing-key.pem'), 'not a key');
    expect(errorOf(await makePackage(host, {}))).toMatchObject({ code: 'damaged' });
    expect(readFileSync(join(keys, 'signing-key.pem'), 'utf8')).toBe('not a key');
  });
  test('of others are known once somebody says whose they are', async () => {
    const [sender, receiver] = [startHost(), startHost()];
    const made = unwrap(await makePackage(sender, {}));
    const { session, package: opened } =
      unwrap(await receiver.call('project:open', { path: made.path }));
    expect(opened?.signer).toMatchObject({ key: 'unknown', knownAs: null });
    const known = unwrap(
      await receiver.call('package:know-signer', { session, name: 'Ada of Sample Ltd' }),
    );
    expect(known.signer).toMatchObject({ key: 'known', knownAs: 'Ada of Sample Ltd' });
    expect((await openPackage(receiver, made.path))?.signer).toMatchObject({ key: 'known' });
  });
  test('are not to be had from a project that is no package', async () => {
    const host = startHost();
    const { session } = unwrap(
      await host.call('project:create', { templateId: 'sample', path: null, name: null }),
    );
    expect(errorOf(await host.call('package:know-signer', { session, name: 'x' })))
      .toMatchObject({ code: 'refused' });
  });
});

describe('a package of format 1', () => {
  const copied = (): string => {
    const path = join(temporaryFolder(), 'old.aifp');
    copyFileSync(fixture, path);
    return path;
  };
  test('opens, says that it is not signed, and shows its figures as they were issued', async () => {
    const path = copied();
    const before = digest(path);
    const opened = unwrap(await startHost().call('project:open', { path }));
    expect(opened).toMatchObject({ readOnly: true, package: {
      format: 1, state: 'unsigned', signer: null, redacted: ['site.electricityUsdPerKwh'],
    } });
    expect(opened.package?.issued[0]?.figures.find(({ key }) => key === 'npvUsd'))
      .toMatchObject({ shown: 'exact' });
    expect(digest(path)).toBe(before);
  });
  test('that was changed says so', async () => {
    const path = copied();
    alter(path, `UPDATE record SET position = position + 1 WHERE kind = 'site'`);
    expect(await openPackage(startHost(), path)).toMatchObject({ format: 1, state: 'altered' });
  });
});
