import type { Answer } from '../backend/expose.ts';

/** Commands after which another project may be open, or the list of recent ones has changed. */
const watched: readonly string[] = ['project:open', 'project:create', 'project:start',
  'project:recover', 'project:close', 'app:forget-recent'];

/** What is open, as the calls that pass by tell it. */
export interface Opened<Sender> {
  readonly answer: Answer<Sender>;
  /** The project opened last and still open, or null. */
  readonly path: () => string | null;
  /** Every open session; from then on they count as closed. */
  readonly takeSessions: () => readonly string[];
}

const textOf = (value: unknown, key: 'path' | 'session'): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === 'string' ? found : null;
};

/**
 * Passes calls on and looks at successful ones that open or close a project.
 * @param changed told the path that was opened, or null
 * @param placeOf where a session's project is now: its file may have been moved since
 */
export function watchOpened<Sender>(
  answer: Answer<Sender>, changed: (path: string | null) => void,
  placeOf: (session: string) => string | null,
): Opened<Sender> {
  const paths = new Map<string, string>();
  return {
    path: () => {
      const last = [...paths].at(-1);
      return last === undefined ? null : placeOf(last[0]) ?? last[1];
    },
    takeSessions: () => {
      const sessions = [...paths.keys()];
      paths.clear();
      return sessions;
    },
    answer: async (sender, name, args) => {
      const reply = await answer(sender, name, args);
      if (!reply.ok || !watched.includes(name)) return reply;
      const [path, session] = [textOf(reply.value, 'path'), textOf(reply.value, 'session')];
      if (path !== null && session !== null) paths.set(session, path);
      if (name === 'project:close') paths.delete(textOf(args, 'session') ?? '');
      changed(path);
      return reply;
    },
  };
}
