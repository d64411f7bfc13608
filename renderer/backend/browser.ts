import type { Backend, CommandName, Commands, PushName, Pushes } from '../../shared/backend.ts';
import { refuse } from '../../shared/units/result.ts';
import type { Host } from './context.tsx';

/** Cookie in which the loopback host hands the page its token, and the header in which the page returns it. */
const tokenCookie = 'aifp-token';
const tokenHeader = 'x-aifp-token';

/**
 * The value of a cookie in a `document.cookie` string.
 * @example readCookie('a=1; aifp-token=xyz', 'aifp-token') // 'xyz'
 */
export function readCookie(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const [key = '', ...rest] = part.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return null;
}

/** The loopback host: commands as POST /api/<command>, pushes as server-sent events at /api/events. */
export function connectBrowser(cookies: () => string): Host {
  const call: Backend['call'] = async (name, args) => post(name, args, readCookie(cookies(), tokenCookie) ?? '');
  return { call, subscribe: listenTo(), pathOfDropped: () => null };
}

async function post<K extends CommandName>(name: K, args: Commands[K]['args'], token: string): Promise<Commands[K]['reply']> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [tokenHeader]: token },
      body: JSON.stringify(args),
    });
    if (response.headers.get('content-type')?.startsWith('application/json') !== true) {
      return refuse({ code: 'refused', command: name });
    }
    const reply: unknown = await response.json();
    return reply as Commands[K]['reply']; // the host answers by the same contract
  } catch (problem) {
    return refuse({ code: 'internal', detail: String(problem) });
  }
}

/** One event stream serves all listeners; it opens with the first of them. */
function listenTo(): Backend['subscribe'] {
  let stream: EventSource | null = null;
  return <K extends PushName>(name: K, listener: (push: Pushes[K]) => void) => {
    stream ??= new EventSource('/api/events');
    const source = stream;
    const receive = (event: MessageEvent<string>): void => {
      listener(JSON.parse(event.data) as Pushes[K]);
    };
    source.addEventListener(name, receive);
    return () => { source.removeEventListener(name, receive); };
  };
}
