import type { ServerResponse } from 'node:http';
import type { PushName, Pushes } from '../../shared/backend.ts';

/** Keeps idle connections from being taken for dead ones. */
const heartbeatMs = 25_000;

/**
 * Pushes kept while no page listens: a file named at the start is announced before the
 * page has loaded.
 */
const keptUnread = 20;

/** Pages listen; more than these can only be a page that reconnects without end. */
const maxListeners = 50;

/** Pushes to every listening page, as server-sent events. */
export interface EventStream {
  readonly push: <K extends PushName>(name: K, push: Pushes[K]) => void;
  /** Turns a response into a stream of events until the page goes away. */
  readonly attach: (response: ServerResponse) => void;
  readonly close: () => void;
}

export function createEventStream(): EventStream {
  const listeners = new Set<ServerResponse>();
  let unread: string[] = [];
  const send = (event: string): void => {
    for (const listener of listeners) listener.write(event);
  };
  const timer = setInterval(() => { send(': still here\n\n'); }, heartbeatMs).unref();
  return {
    push: (name, push) => {
      const event = `event: ${name}\ndata: ${JSON.stringify(push)}\n\n`;
      if (listeners.size === 0) unread = [...unread, event].slice(-keptUnread);
      send(event);
    },
    attach: (response) => {
      if (listeners.size >= maxListeners) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(`: ready\n\n${unread.join('')}`);
      unread = [];
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    },
    close: () => {
      clearInterval(timer);
      for (const listener of listeners) listener.end();
    },
  };
}
