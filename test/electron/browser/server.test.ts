import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { ask, callAs, enter, startTestServer, type Asked } from './support.ts';

describe('entering', () => {
  test('a printed address gives a cookie and an address without the token', async () => {
    const server = await startTestServer();
    const token = server.mint();
    const answer = await ask(server.port, { path: `/?token=${token}&view=report&session=a` });
    expect([answer.status, answer.headers.location]).toEqual([303, '/?view=report&session=a']);
    expect(answer.headers['set-cookie']?.[0])
      .toMatch(new RegExp(
        `^aifp-${server.port}-[\\w-]{8}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`,
        'u',
      ));
    expect(answer.headers['set-cookie']?.[0]).not.toContain(token);
  });
  test('works once for each address, and a second visitor is told what to do', async () => {
    const server = await startTestServer();
    const [first, second] = [server.mint(), server.mint()];
    const visit = (token: string) =>
      ask(server.port, { path: `/?token=${token}`, headers: { accept: 'text/html' } });
    expect((await visit(first)).status).toBe(303);
    const again = await visit(first);
    expect([again.status, again.headers['set-cookie'], again.body])
      .toEqual([401, undefined, expect.stringContaining('Press Enter')]);
    expect((await visit(second)).status).toBe(303);
  });
  test('is refused without a token or with a wrong one', async () => {
    const { port, mint } = await startTestServer();
    const token = mint();
    for (const path of [
      '/', '/?token=', `/?token=${token}x`, `/?token=${token.slice(1)}`, '/page.js',
    ]) {
      expect((await ask(port, { path })).status).toBe(401);
    }
    expect(
      (await ask(port, { path: '/', headers: { cookie: `aifp-${port}=${token}` } })).status,
    ).toBe(401);
  });
  test('each start has its own tokens and cookies', async () => {
    const [a, b] = [await startTestServer(), await startTestServer()];
    expect((await ask(b.port, { path: `/?token=${a.mint()}` })).status).toBe(401);
    const [ofA, ofB] = [await enter(a), await enter(b)];
    const [, value = ''] = ofA.split('=');
    expect((await ask(b.port, { path: '/', headers: { cookie: ofA } })).status).toBe(401);
    expect(
      (await ask(
        b.port, { path: '/', headers: { cookie: `${ofB.split('=')[0] ?? ''}=${value}` } },
      )).status,
    ).toBe(
      401,
    );
  });
  test('a browser sent by another page goes on from a page of ours, so that its cookie counts', async () => {
    const server = await startTestServer();
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const answer = await ask(server.port,
      { path: `/?token=${server.mint()}&view=report&session=a`, headers });
    expect([answer.status, answer.headers['content-security-policy']])
      .toEqual([200, expect.stringContaining("default-src 'none'")]);
    expect(answer.body).toContain('content="0;url=/?view=report&amp;session=a"');
    expect(answer.headers['set-cookie']).toHaveLength(1);
  });
  test.each([
    ['another port', 'same-site'], ['another site', 'cross-site'],
  ])('a page of %s reads nothing even with the cookie', async (_what, site) => {
    const server = await startTestServer();
    const headers =
      { cookie: await enter(server), 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
    expect((await ask(server.port, { path: '/page.js', headers })).status).toBe(403);
    expect((await ask(server.port, { path: '/api/events', headers })).status).toBe(403);
  });
});

describe('a visitor', () => {
  test('gets the page with a policy whose nonce the page knows', async () => {
    const server = await startTestServer();
    const { status, headers, body } =
      await ask(server.port, { path: '/', headers: { cookie: await enter(server) } });
    const nonce = /name="csp-nonce" content="([\w-]{22})"/.exec(body)?.[1];
    expect(status).toBe(200);
    expect(headers['content-security-policy'])
      .toContain(`style-src 'self' 'nonce-${String(nonce)}'`);
    expect(headers).toMatchObject(
      { 'x-content-type-options':
        'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    );
    const again = await ask(server.port,
      { path: '/', headers: { cookie: await enter(server) } });
    expect(again.body).not.toBe(body);
  });
  test.each([
    '/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json',
    '/assets/..%2f..%2fsecret.json', '/..%5csecret.json', '/%2e%2e%2fsecret.json',
    '//etc/passwd', '/notes.txt', '/none.js', '/%00', '/%zz', '/assets', '/assets/',
  ])('finds nothing at %s', async (path) => {
    const server = await startTestServer();
    const answer = await ask(server.port, { path, headers: { cookie: await enter(server) } });
    expect([404, 400]).toContain(answer.status);
    expect(answer.body).not.toContain('secret":');
  });
  test('cannot write to pages', async () => {
    const server = await startTestServer();
    const headers = { cookie: await enter(server), origin: server.server.origin };
    for (const method of ['PUT', 'DELETE', 'POST', 'OPTIONS']) {
      expect((await ask(server.port, { method, path: '/page.js', headers })).status).toBe(405);
    }
    expect((await ask(server.port, { path: '/api/app:info', headers })).status).toBe(405);
  });
});

const originAt = (port: number): string => `http://127.0.0.1:${port}`;

function post(headers: Readonly<Record<string, string>>): Asked {
  const type = { 'content-type': 'application/json' };
  return { method: 'POST', path: '/api/app:info', body: '{}',
    headers: { ...type, ...headers } };
}

/** A call of our own page, except for `changes`. */
const ours = (changes: Partial<Asked>) => (cookie: string, port: number): Asked =>
  ({ ...post({ cookie, origin: originAt(port) }), ...changes });

describe('a call', () => {
  test('is answered by the contract', async () => {
    const server = await startTestServer();
    const answer = await callAs(server, await enter(server), 'app:info', {});
    expect(answer.headers['content-type']).toContain('application/json');
    expect(JSON.parse(answer.body))
      .toMatchObject({
        ok: true, value: { kind: 'browser', appVersion: '1.2.3', nativeDialogs: false },
      });
  });
  test('cannot carry a token in place of a cookie', async () => {
    const server = await startTestServer();
    const headers = { 'x-aifp-token': server.mint(), 'content-type': 'application/json' };
    expect(
      (await ask(
        server.port, { method: 'POST', path: '/api/app:info', headers, body: '{}' },
      )).status,
    ).toBe(
      401,
    );
  });
  type Build = (cookie: string, port: number) => Asked;
  const calls: readonly [string, Build, number, string][] = [
    ['from another site', (cookie) => post({ cookie, origin: 'https://evil.example' }),
      403, 'refused'],
    ['from another port', (cookie, port) => post({ cookie, origin: originAt(port + 1) }),
      403, 'refused'],
    ['from a page of no origin', (cookie) => post({ cookie, origin: 'null' }), 403, 'refused'],
    ['with a cookie and no origin', (cookie) => post({ cookie }), 403, 'refused'],
    ['without a cookie', (_cookie, port) => post({ origin: originAt(port) }), 401, 'refused'],
    ['under a foreign name', (cookie) => post({ cookie, host: 'planner.example' }), 421,
      'refused'],
    ['under another port', (cookie) => post({ cookie, host: '127.0.0.1:1' }), 421, 'refused'],
    ['of an unknown command', ours({ path: '/api/app:nothing' }), 200, 'refused'],
    ['of something every object has', ours({ path: '/api/constructor' }), 200, 'refused'],
    ['with bad arguments', ours({ body: '{"more":1}' }), 200, 'bad-arguments'],
    ['that is not JSON', ours({ body: '{' }), 200, 'bad-arguments'],
  ];

  test.each(calls)('%s is refused', async (_what, build, status, code) => {
    const server = await startTestServer();
    const answer = await ask(server.port, build(await enter(server), server.port));
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code } });
  });
  test('by a form of another page cannot pose as JSON', async () => {
    const server = await startTestServer();
    const headers =
      { cookie: await enter(
        server,
      ), origin: server.server.origin, 'content-type': 'text/plain' };
    expect(
      (await ask(
        server.port, { method: 'POST', path: '/api/app:info', headers, body: '{}' },
      )).status,
    )
      .toBe(415);
  });
  test.each([
    'announced', 'streamed',
  ])('whose body is too large is cut off: %s', async (kind) => {
    const server = await startTestServer();
    const headers =
      { cookie: await enter(
        server,
      ), origin: server.server.origin, 'content-type': 'application/json' };
    const length = kind === 'announced' ? { 'content-length': String(80 * 1024 * 1024) } : {};
    const status = await new Promise((resolve) => {
      const target = { host: '127.0.0.1', port: server.port, method: 'POST',
        path: '/api/app:info' };
      const sent = request({ ...target, headers: { ...headers, ...length } });
      sent.once('response', (response) => { resolve(response.statusCode); sent.destroy(); });
      sent.on('error', () => { resolve('cut off'); });
      const chunk = Buffer.alloc(8 * 1024 * 1024, 0x20);
      for (let i = 0; i < 10; i++) sent.write(chunk);
    });
    expect([413, 'cut off']).toContain(status);
    expect((await callAs(server, headers.cookie, 'app:info', {})).status).toBe(200);
  });
});

describe('pushes', () => {
  test('reach a listening page, the earlier ones too', async () => {
    const server = await startTestServer();
    server.server.push('file:open-request', { path: '/a.aifp' });
    const target = { host: '127.0.0.1', port: server.port, path: '/api/events' };
    const headers = { cookie: await enter(server) };
    const text = await new Promise<string>((resolve) => {
      const stream = request({ ...target, headers }, (response) => {
        let received = '';
        response.on('data', (chunk: Buffer) => {
          received += chunk.toString();
          if (received.includes('menu:command')) { resolve(received); stream.destroy(); }
          else if (received.includes('open-request'))
            server.server.push('menu:command', { id: 'x' });
        });
      });
      stream.on('error', () => undefined);
      stream.end();
    });
    expect(text.split('\n\n')).toEqual([
      ': ready', 'event: file:open-request\ndata: {"path":"/a.aifp"}',
      'event: menu:command\ndata: {"id":"x"}', '',
    ]);
  });
  test('are not for strangers', async () => {
    const { port } = await startTestServer();
    expect((await ask(port, { path: '/api/events' })).status).toBe(401);
  });
});

test('the host listens to this machine only', async () => {
  const { port } = await startTestServer();
  const interfaces = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = interfaces.filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) {
    const reached = await new Promise((resolve) => {
      const tried = request({ host: address, port, timeout: 2000 }, () => { resolve(true); });
      tried.on('error', () => { resolve(false); });
      tried.on('timeout', () => { tried.destroy(); });
      tried.end();
    });
    expect(reached).toBe(false);
  }
  expect((await ask(port, { path: '/', headers: { host: `127.0.0.1:${port}` } })).status)
    .toBe(401);
});
