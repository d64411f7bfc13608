import type { Backend, CommandName, Commands, PushName, Pushes } from '../../shared/backend.ts';
import { refuse } from '../../shared/units/result.ts';
import type { Host } from './context.tsx';
import { rememberIn } from './session-memory.ts';

/**
 * The loopback host: commands as POST /api/<command>, pushes as server-sent events at
 * /api/events. The cookie that lets this page in was set by the host and is sent by the
 * browser; the page never sees it.
 */
export function connectBrowser(): Host {
  return { call: post, subscribe: listenTo(), pathOfDropped: () => null,
    ...rememberIn(sessionStorage) };
}

async function post<K extends CommandName>(
  name: K,
  args: Commands[K]['args'],
): Promise<Commands[K]['reply']> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const isAnswer = response.headers.get('content-type')
      ?.startsWith('application/json') === true;
    if (!isAnswer) return refuse({ code: 'refused', command: name });
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
    return () => {
      source.removeEventListener(name, receive);
    };
  };
}
