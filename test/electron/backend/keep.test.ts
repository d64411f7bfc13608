import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkImage } from '../../../electron/backend/images.ts';
import { errorOf, unwrap } from '../../db/support.ts';
import { startHost, type TestHost } from './support.ts';

const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const svg = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

async function openSample(host: TestHost) {
  return unwrap(
    await host.call('project:create', { templateId: 'sample', path: null, name: null }),
  );
}
async function commitRate(host: TestHost, session: string, rate: number): Promise<void> {
  const { document } = unwrap(await host.call('project:get', { session }));
  const before = document['base:finance:finance'];
  if (before === undefined) throw new Error('no finance record');
  const after = { ...before, body: { values: { discountRate: rate } } };
  unwrap(await host.call('project:commit', { session, command: {
    label: `Rate ${rate}`, changes: [{ id: before.id, before, after }],
  } }));
}

describe('the change log', () => {
  test('names who made a change, and what it changed', async () => {
    const host = startHost();
    unwrap(await host.call('app:preferences', { set: { author: 'Ada' } }));
    const { session } = await openSample(host);
    await commitRate(host, session, 0.2);
    const [entry] = unwrap(await host.call('project:journal', { session, limit: 10 }));
    expect(entry).toMatchObject({ by: 'Ada', changes: 1, label: 'Rate 0.2', undone: false });
    const detail =
      unwrap(await host.call('project:journal-entry', { session, id: entry?.id ?? 0 }));
    expect(detail.changes[0]?.after?.body.values['discountRate']).toBe(0.2);
  });
});

describe('versions', () => {
  test('are kept, listed, read, renamed and deleted', async () => {
    const host = startHost();
    const { session, document } = await openSample(host);
    const taken = unwrap(await host.call('snapshot:take', { session, name: 'As offered' }));
    await commitRate(host, session, 0.3);
    expect(unwrap(await host.call('snapshot:read', { session, id: taken.id })))
      .toEqual(document);
    unwrap(await host.call('snapshot:rename', { session, id: taken.id, name: 'Offer 1' }));
    expect(unwrap(await host.call('snapshot:list', { session })))
      .toMatchObject([{ name: 'Offer 1', revision: 0, records: 5 }]);
    unwrap(await host.call('snapshot:delete', { session, id: taken.id }));
    expect(unwrap(await host.call('snapshot:list', { session }))).toEqual([]);
    expect(errorOf(await host.call('snapshot:read', { session, id: taken.id })))
      .toMatchObject({ code: 'no-snapshot' });
  });
  test('altered by another tool are refused, and the project stays open', async () => {
    const host = startHost();
    const { session, path } = await openSample(host);
    const { id } = unwrap(await host.call('snapshot:take', { session, name: 'Mine' }));
    unwrap(await host.call('project:close', { session }));
    const db = new Database(path);
    db.prepare(`UPDATE snapshot SET document = replace(document, '"discountRate":0.1}', '"discountRate":"much"}')`)
      .run();
    db.close();
    const again = unwrap(await host.call('project:open', { path }));
    expect(errorOf(await host.call('snapshot:read', { session: again.session, id })))
      .toMatchObject({ code: 'damaged-snapshot' });
  });
});

describe('pictures', () => {
  test('are kept once and come back as they were', async () => {
    const host = startHost();
    const { session } = await openSample(host);
    const data = png(10, 10).toString('base64');
    const first = unwrap(await host.call('attachment:put',
      { session, name: 'logo.png', mediaType: 'image/png', data }));
    const second = unwrap(await host.call('attachment:put',
      { session, name: 'again.png', mediaType: 'image/png', data }));
    expect(second.id).toBe(first.id);
    expect(unwrap(await host.call('attachment:list', { session }))).toHaveLength(1);
    expect(unwrap(await host.call('attachment:get', { session, id: first.id })).data)
      .toBe(data);
  });
  test.each([
    ['a PNG that is an SVG', svg(''), 'image/png', 'not-an-image'],
    ['a picture of a gigapixel', png(60_000, 60_000), 'image/png', 'image-too-large'],
    ['two megabytes', Buffer.alloc(2 * 1024 * 1024), 'image/png', 'image-too-large'],
    ['an empty file', Buffer.alloc(0), 'image/jpeg', 'not-an-image'],
    ['a script', svg('<script>alert(1)</script>'), 'image/svg+xml', 'active-content'],
    ['a handler', svg('<rect onload="alert(1)"/>'), 'image/svg+xml', 'active-content'],
    ['a handler after a slash', svg('<rect/onload=alert(1)>'), 'image/svg+xml',
      'active-content'],
    ['foreign content', svg('<foreignObject/>'), 'image/svg+xml', 'active-content'],
    ['a picture from elsewhere', svg('<image href="http://a.example/x.png"/>'),
      'image/svg+xml', 'active-content'],
    ['a data address', svg('<use xlink:href="data:image/svg+xml,x"/>'), 'image/svg+xml',
      'active-content'],
    ['a fetched fill', svg('<rect style="fill:url(http://a.example/)"/>'),
      'image/svg+xml', 'active-content'],
    ['an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'),
      'image/svg+xml', 'active-content'],
    ['text', Buffer.from('hello'), 'image/svg+xml', 'not-an-image'],
  ] as const)('refuse %s', (_what, bytes, mediaType, code) => {
    expect(errorOf(checkImage(bytes, mediaType))).toMatchObject({ code });
  });
  test('take a plain drawing that refers to its own parts', () => {
    const drawing =
      svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>');
    expect(checkImage(drawing, 'image/svg+xml').ok).toBe(true);
  });
});
