import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startHost, type BrowserHost } from '../../../electron/browser/host.ts';
import { temporaryFolder } from '../../db/support.ts';

/**
 * Stands for the built pages: asks for the project it is to print, shows its name, says
 * when it is done.
 */
const page = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="csp-nonce" content="__CSP_NONCE__">
  <title>Test page</title>
  <script type="module" src="./page.js"></script>
</head>
<body><h1>Report</h1><p id="text"></p></body>
</html>`;
const script = `
const query = new URLSearchParams(location.search);
const text = document.getElementById('text');
const post = async (name, args) => (await fetch('/api/' + name,
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(args) })).json();
if (query.get('scenario') === 'broken') throw new Error('the report page failed');
const reply = await post('project:get', { session: query.get('session') });
const elsewhere = await fetch('http://example.invalid/').then(() => 'reached', () => 'blocked');
const inline = document.createElement('style');
inline.nonce = document.querySelector('meta[name=csp-nonce]').content;
inline.textContent = 'p { color: rgb(1, 2, 3) }';
document.head.append(inline);
const { color } = getComputedStyle(text);
text.textContent = [reply.value?.path, query.get('kind'), elsewhere, color].join(' | ');
document.title = text.textContent;
if (query.get('scenario') !== 'never') document.documentElement.dataset.reportReady = 'true';
`;

export function makePages(): string {
  const folder = join(temporaryFolder(), 'pages');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'page.js'), script);
  writeFileSync(join(folder, 'notes.txt'), 'not a page');
  writeFileSync(join(folder, '..', 'secret.json'), '{"secret":true}');
  return folder;
}

export interface TestServer extends BrowserHost {
  readonly port: number;
  /** A token that lets one visitor in; another each time. */
  readonly mint: () => string;
  readonly projects: string;
  readonly logged: string[];
}

export async function startTestServer(): Promise<TestServer> {
  const folder = temporaryFolder();
  const logged: string[] = [];
  const projects = join(folder, 'projects');
  const host = await startHost({
    appVersion: '1.2.3', port: 0, pages: makePages(),
    projectsFolder: projects, dataFolder: join(folder, 'data'),
    log: (text) => { logged.push(text); },
  });
  onTestFinished(host.close);
  const mint = (): string => new URL(host.server.address()).searchParams.get('token') ?? '';
  return { ...host, port: Number(new URL(host.server.origin).port), mint, projects, logged };
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One raw request: no client library tidies up its path or headers. */
export function ask(
  port: number, { method = 'GET', path, headers = {}, body }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent =
      request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode = 0, headers: answered } = response;
          resolve({ status: statusCode, headers: answered,
            body: Buffer.concat(chunks).toString('utf8') });
        });
        response.on('error', reject);
      });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The cookie a visitor of a printed address gets. */
export async function enter({ port, mint }: TestServer): Promise<string> {
  const { headers } = await ask(port, { path: `/?token=${mint()}` });
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A call as a page makes it. */
export function callAs(
  server: TestServer, cookie: string, name: string, args: unknown,
): Promise<Answered> {
  return ask(server.port, {
    method: 'POST', path: `/api/${name}`, body: JSON.stringify(args),
    headers: { cookie, origin: server.server.origin, 'content-type': 'application/json' },
  });
}
