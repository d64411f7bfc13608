import { randomBytes } from 'node:crypto';
import {
  createServer, type IncomingMessage, type Server, type ServerResponse,
} from 'node:http';
import type { CallProblem } from '../../shared/backend.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { expose, type Answer, type Handlers } from '../backend/expose.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { createGuard, type Guard } from './guard.ts';
import { bodyLimit, createBodyReader, type ReadBody } from './read-body.ts';
import { servePage, type Page } from './static-files.ts';

/** Headers of every answer: nothing is guessed, kept, embedded or told to others. */
const alwaysHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built pages. */
  readonly pages: string;
  readonly log: (text: string) => void;
  /** What cookies are made of; left out, a new one. */
  readonly secret?: string;
}

export interface PlannerServer {
  readonly origin: string;
  /** What a host that takes over needs, so that pages and their cookies stay good. */
  readonly inheritance: { readonly port: number; readonly secret: string };
  /** A new address that lets one visitor in once, with more to say after `?` if given. */
  readonly address: (query?: string) => string;
  readonly push: EventStream['push'];
  /** Commands are answered from here on; until then they are refused. */
  readonly serve: (handlers: Handlers) => void;
  readonly close: () => Promise<void>;
}

/** Listens on the loopback interface only. */
export async function startServer(options: ServerOptions): Promise<PlannerServer> {
  const server = createServer();
  const port = await listen(server, options.port);
  const secret = options.secret ?? randomBytes(32).toString('base64url');
  const guard = createGuard(port, secret);
  const events = createEventStream();
  const readBody = createBodyReader();
  let answer: Answer<IncomingMessage> = (_request, command) =>
    Promise.resolve(refuse<CallProblem>({ code: 'refused', command }));
  server.on('request', (request, response) => {
    route({ guard, events, answer, readBody, pages: options.pages }, request, response)
      .catch((error: unknown) => {
        options.log(String(error));
        if (!response.headersSent) send(response, plain(500, 'The host failed'));
      });
  });
  return {
    origin: guard.origin,
    inheritance: { port, secret },
    address: (query = '') =>
      `${guard.origin}/?token=${guard.mint()}${query === '' ? '' : `&${query}`}`,
    push: events.push,
    serve: (handlers) => {
      answer = expose<IncomingMessage>(handlers,
        (request) => guard.check(request) === null, options.log);
    },
    close: () => new Promise((resolve) => {
      events.close();
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

interface Parts {
  readonly guard: Guard;
  readonly events: EventStream;
  readonly answer: Answer<IncomingMessage>;
  readonly readBody: ReadBody;
  readonly pages: string;
}

async function route(
  parts: Parts, request: IncomingMessage, response: ServerResponse,
): Promise<void> {
  const { method } = request;
  const url = URL.parse(request.url ?? '', parts.guard.origin);
  if (url === null) return send(response, plain(400, 'Malformed address'));
  const refusal = parts.guard.check(request);
  const token = url.searchParams.get('token');
  const mayEnter = refusal === null || refusal === 401;
  if (token !== null && method === 'GET' && mayEnter)
    return admit(parts.guard, url, token, request, response);
  if (refusal === 401 && isVisit(request)) return send(response, plain(401, spentAddress));
  if (refusal !== null) return refuseRequest(response, refusal);
  const allowed = methodsOf(url.pathname);
  if (!allowed.includes(method ?? '')) return send(response, notAllowed(allowed));
  if (url.pathname === eventsPath) return listenIn(parts.events, response);
  if (url.pathname.startsWith(apiPath)) {
    return call(parts, url.pathname.slice(apiPath.length), request, response);
  }
  send(response, await servePage(parts.pages, url.pathname));
}

const apiPath = '/api/';
const eventsPath = '/api/events';

function methodsOf(pathname: string): readonly string[] {
  if (pathname === eventsPath) return ['GET'];
  return pathname.startsWith(apiPath) ? ['POST'] : ['GET', 'HEAD'];
}

const spentAddress = 'This address was used before, or the program was started again since. '
  + 'Press Enter where AI Factory Planner was started: it prints another.\n';

/** Somebody opens a page, rather than a page of ours fetching something. */
const isVisit = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html');

/** Trades the token of the address for a cookie and takes it out of the address. */
function admit(
  guard: Guard, url: URL, token: string, request: IncomingMessage,
  response: ServerResponse,
): void {
  const cookie = guard.exchange(token);
  if (cookie === null) return send(response, plain(401, spentAddress));
  url.searchParams.delete('token');
  const place = `/${url.search}`;
  const headers = { 'Set-Cookie': cookie };
  // A browser that was sent here by another page keeps the cookie to itself until a page
  // of ours goes on.
  const isSent = !['none', undefined].includes(request.headers['sec-fetch-site']?.toString());
  send(response, isSent
    ? { ...steppingStone(place), headers: { ...steppingStone(place).headers, ...headers } }
    : { status: 303, headers: { ...headers, Location: place }, body: '' });
}

/** A page that goes to another at once and does nothing else. */
function steppingStone(place: string): Page {
  const target = place.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'none'" },
    body:
      `<!doctype html><meta charset="utf-8"><title>AI Factory Planner</title><meta http-equiv="refresh" content="0;url=${target}">`,
  };
}

function listenIn(events: EventStream, response: ServerResponse): void {
  for (const [name, value] of Object.entries(alwaysHeaders)) response.setHeader(name, value);
  events.attach(response);
}

async function call(
  { answer, readBody }: Parts, name: string, request: IncomingMessage, response: ServerResponse,
): Promise<void> {
  const isJson = /^application\/json\b/.test(request.headers['content-type'] ?? '');
  if (!isJson) return send(response, plain(415, 'JSON only'));
  const body = await readBody(request, response, bodyLimit(name));
  if (typeof body === 'string') {
    request.pause();
    response.setHeader('Connection', 'close');
    return send(response, body === 'too-large' ? plain(413, 'Too large')
      : plain(503, 'Too many large calls at once'));
  }
  const args = parse(body);
  const reply = args.ok ? await answer(request, name, args.value)
    : refuse<CallProblem>({ code: 'bad-arguments', command: name, detail: 'not JSON' });
  send(response, json(200, reply));
}

function parse(body: Buffer): Result<unknown, null> {
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) };
  } catch {
    return refuse(null);
  }
}

const plain = (status: number, text: string): Page =>
  ({ status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: text });

const json = (status: number, value: unknown): Page =>
  ({ status, headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value) });

const notAllowed = (methods: readonly string[]): Page => {
  const page = plain(405, 'Not allowed');
  return { ...page, headers: { ...page.headers, Allow: methods.join(', ') } };
};

/** Also an answer of the contract, should a page of ours be the one turned away. */
const refuseRequest = (response: ServerResponse, status: number): void => {
  send(response, json(status, refuse<CallProblem>({ code: 'refused', command: '' })));
};

function send(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, { ...alwaysHeaders, ...headers });
  response.end(body);
}
